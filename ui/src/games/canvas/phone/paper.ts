// Canvases to draw on, wherever the drawing is done: on the page, or in a worker, which has no page.

export type Paper = HTMLCanvasElement | OffscreenCanvas;
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export function paper(width = 1, height = width): Paper {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  return page(width, height);
}

/** One that may become a part of the page. */
export function page(width = 1, height = width): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export function penOf(on: Paper, options?: CanvasRenderingContext2DSettings): Pen | null {
  return (on as HTMLCanvasElement).getContext('2d', options);
}
