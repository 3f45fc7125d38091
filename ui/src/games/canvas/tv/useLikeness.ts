// The ghost template of the canvas, fetched when the host has laid one, and how far it has come.
import { useEffect, useState } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { Likeness } from './ghost';

const AGAIN = 4000;

/** Null while there is none, or it is not there yet. */
export function useLikeness(canvas: Canvas, info: CanvasBoard, board: Board | null): Likeness | null {
  const [likeness, set] = useState<Likeness | null>(null);
  const id = info.template ? info.template.id : null;
  useEffect(() => {
    set(null);
    if (id === null || !board) return undefined;
    return insist(async () => {
      const template = await canvas.template();
      if (template) set(new Likeness(template, board, board.cells));
      return template !== null;
    });
  }, [canvas, id, board]);
  return likeness;
}

/** Tries until it has succeeded or is no longer wanted. */
function insist(attempt: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = true;
  const go = (): void => {
    void attempt().then((done) => {
      if (!done && wanted) timer = setTimeout(go, AGAIN);
    });
  };
  go();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
