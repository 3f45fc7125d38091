// The ghost template of the canvas, fetched when the host has laid one, and how far it has come.
import { useEffect, useState } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { insist } from '../sync/insist';
import { Likeness } from './ghost';

/** Null while there is none, or it is not there yet. */
export function useLikeness(canvas: Canvas, info: CanvasBoard, board: Board | null): Likeness | null {
  const [likeness, set] = useState<Likeness | null>(null);
  const id = info.template ? info.template.id : null;
  useEffect(() => {
    set(null);
    if (id === null || !board) return undefined;
    return insist(
      () => canvas.template(),
      (template) => set(new Likeness(template, board, board.cells)),
    );
  }, [canvas, id, board]);
  return likeness;
}
