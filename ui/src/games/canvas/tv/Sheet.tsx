// A canvas of the TV's page. What a browser takes away of all that was drawn is drawn again, on other canvases: whoever draws does so
// in an effect that depends on the losses, and hangs its sheets under keys that do.
import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { drawsFor, missed } from '../paper';
import type { Size } from './frame';

const losses = signal(0);

/** Of many canvases that are lost at once, each tells: the first counts, for all of them are made anew. */
function begin(): void {
  const before = losses.peek();
  drawsFor(() => {
    if (losses.peek() !== before) return;
    losses.value = before + 1;
    begin();
  });
}

begin();

/** How often all that was drawn has been lost. */
export function useLosses(): number {
  return losses.value;
}

export function Sheet({ of, size: { width, height } }: { of: RefObject<HTMLCanvasElement | null>; size: Size }) {
  const hang = (canvas: HTMLCanvasElement | null): void => {
    of.current = canvas && missed(canvas);
  };
  return <canvas ref={hang} class="live-canvas" width={width} height={height} />;
}
