// A frame is the part of the board that a view shows, in cells. All frames of a view have its shape. No canvas, no time.

export interface Size {
  width: number;
  height: number;
}

export interface Frame extends Size {
  x: number;
  y: number;
}

/** The smallest frame of this shape (width : height) that holds the whole board, with the board in its middle. */
export function wholeFrame(board: Size, shape: number): Frame {
  const width = Math.max(board.width, board.height * shape);
  return around(board.width / 2, board.height / 2, width, width / shape);
}

export function around(x: number, y: number, width: number, height: number): Frame {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Moved so far that it shows nothing outside of `bounds`, which must not be smaller. */
export function within(frame: Frame, bounds: Frame): Frame {
  const x = Math.max(bounds.x, Math.min(frame.x, bounds.x + bounds.width - frame.width));
  const y = Math.max(bounds.y, Math.min(frame.y, bounds.y + bounds.height - frame.height));
  return { ...frame, x, y };
}

/** Is `inner` in `outer`, and at least `margin` (a share of the outer's sides) away from its edges? */
export function holds(outer: Frame, inner: Frame, margin = 0): boolean {
  const [mx, my] = [outer.width * margin, outer.height * margin];
  const across = inner.x >= outer.x + mx && inner.x + inner.width <= outer.x + outer.width - mx;
  return across && inner.y >= outer.y + my && inner.y + inner.height <= outer.y + outer.height - my;
}

export function sees(frame: Frame, x: number, y: number): boolean {
  return x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height;
}
