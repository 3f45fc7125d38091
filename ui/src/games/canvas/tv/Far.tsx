// The board from afar, as long as its cells are still on their way.
import { useEffect, useRef } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import type { Overview } from '../sync/wire';
import { wholeFrame, type Size } from './frame';
import { Painter } from './painter';
import { pixelsFor, useRem } from './size';
import { words } from './words';

export function Far({ preview, info, size }: { preview: Overview | null; info: CanvasBoard; size: Size }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = pixelsFor(size, useRem());
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || !preview) return;
    const painter = new Painter(preview, info.palette.map(({ rgb }) => rgb));
    painter.paintAll(preview.cells);
    painter.draw(pen, wholeFrame(preview, size.width / size.height));
  }, [preview, pixels.width]);
  return (
    <>
      <canvas ref={canvas} class="live-canvas" width={pixels.width} height={pixels.height} />
      {!preview && <p class="far">{words().coming}</p>}
    </>
  );
}
