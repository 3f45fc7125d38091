// The board from afar, as long as its cells are still on their way.
import { useEffect, useRef } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Overview } from '../sync/wire';
import { wholeFrame, type Size } from './frame';
import { Painter } from './painter';
import { Sheet, useLosses } from './Sheet';
import { pixelsFor, useRem } from './size';
import { words } from './words';

export function Far({ preview, info, size }: { preview: Overview | null; info: CanvasBoard; size: Size }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = pixelsFor(size, useRem());
  const losses = useLosses();
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || !preview) return;
    const painter = new Painter(preview, info.palette.map(({ rgb }) => rgb));
    painter.paintAll(preview.cells);
    painter.draw(pen, wholeFrame(preview, size.width / size.height));
  }, [preview, pixels.width, losses]);
  return (
    <>
      <Sheet key={losses} of={canvas} size={pixels} />
      {!preview && <p class="far">{words().coming}</p>}
    </>
  );
}
