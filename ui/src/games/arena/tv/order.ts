// From where to where everyone moves on the board.
import type { BoardLine } from '../../../protocol.gen';

/** The order before this level: for each player the index in it. */
export function formerOrder(lines: readonly BoardLine[]): Map<number, number> {
  const former = lines.slice().sort((a, b) => a.place + a.moved - (b.place + b.moved) || b.score - b.gained - (a.score - a.gained) || a.player_id - b.player_id);
  return new Map(former.map((line, i) => [line.player_id, i]));
}
