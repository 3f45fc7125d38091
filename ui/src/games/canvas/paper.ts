// Canvases to draw on, wherever the drawing is done: on a phone's page or a TV's, or in a worker, which has no page. A browser may take away what is
// drawn on one, when the graphics processor fails or memory runs short: whoever draws is told once it can be drawn on again.

export type Paper = HTMLCanvasElement | OffscreenCanvas;
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

let spoiled: () => void = () => undefined;

/** Who is told of a loss on any canvas that is made from now on. */
export function drawsFor(told: () => void): void {
  spoiled = told;
}

/** What is drawn on this one is missed when it is lost. */
export function missed<P extends Paper>(canvas: P): P {
  canvas.addEventListener('contextrestored', spoiled);
  return canvas;
}

export function paper(width = 1, height = width): Paper {
  if (typeof document === 'undefined') return missed(new OffscreenCanvas(width, height));
  return page(width, height);
}

/** One that may become a part of the page. */
export function page(width = 1, height = width): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return missed(canvas);
}

export function penOf(on: Paper, options?: CanvasRenderingContext2DSettings): Pen | null {
  return (on as HTMLCanvasElement).getContext('2d', options);
}
