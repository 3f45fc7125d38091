// The sliding board as pure functions: a board is the tiles row by row, 0 is the gap.

export type Tiles = readonly number[];

export function sizeOf(board: Tiles): number {
  return Math.round(Math.sqrt(board.length));
}

/** The tiles that move, in order, when this one is pressed: itself, or the whole row or column between it and the gap. */
export function movesFor(board: Tiles, tile: number): number[] {
  const size = sizeOf(board);
  const [from, gap] = [board.indexOf(tile), board.indexOf(0)];
  if (tile === 0 || from < 0) return [];
  const sameRow = Math.floor(from / size) === Math.floor(gap / size);
  if (!sameRow && from % size !== gap % size) return [];
  const step = (sameRow ? 1 : size) * (from > gap ? 1 : -1);
  const moves: number[] = [];
  for (let at = gap + step; moves.length < size; at += step) {
    moves.push(board[at] ?? 0);
    if (at === from) break;
  }
  return moves;
}

/** The board after a tile slid into the gap beside it; null if it is not beside it. */
export function slide(board: Tiles, tile: number): Tiles | null {
  const size = sizeOf(board);
  const [from, gap] = [board.indexOf(tile), board.indexOf(0)];
  if (tile === 0 || from < 0) return null;
  const rows = Math.abs(Math.floor(from / size) - Math.floor(gap / size));
  const columns = Math.abs((from % size) - (gap % size));
  if (rows + columns !== 1) return null;
  const next = board.slice();
  next[gap] = tile;
  next[from] = 0;
  return next;
}

/** The dealt board after these moves; null if one of them was not possible. */
export function replay(dealt: Tiles, moves: readonly number[]): Tiles | null {
  return moves.reduce<Tiles | null>((board, tile) => board && slide(board, tile), dealt);
}

export function inPlace(board: Tiles): number {
  return board.filter((tile, at) => tile === at + 1).length;
}

export function isSolved(board: Tiles): boolean {
  return inPlace(board) === board.length - 1;
}
