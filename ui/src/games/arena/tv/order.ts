// From where to where everyone moves on the board. The gift falls in the middle of the board's time: what it brought is an act of its
// own, which starts from what was shown before it.
import type { BoardLine } from '../../../protocol.gen';

/** Where somebody stood before an act: points, place, and index in the list. */
interface Start {
  score: number;
  place: number;
  at: number;
}

export type Starts = ReadonlyMap<number, Start>;

/** One movement of the board. */
export interface Act {
  /** 0 for the level's own, 1 for what the gift brought. */
  nth: number;
  /** Since when it is played, as `performance.now()` tells. */
  since: number;
  /** From where everyone starts; null: from before the level. */
  from: Starts | null;
  lines: readonly BoardLine[];
  /** Under a gift that is open the board stands still; had everyone moved by then? */
  under: null | { moved: boolean };
}

/** The act that is on, given the board and whether a gift is open. `lasts` ms after an act's beginning everyone has moved. */
export function play(act: Act, lines: readonly BoardLine[], gift: boolean, now: number, lasts: number): Act {
  if (gift) return act.under ? act : { ...act, under: { moved: now - act.since >= lasts } };
  if (!act.under) return { ...act, lines };
  return { nth: act.nth + 1, since: now, from: act.under.moved ? asShown(act.lines) : act.from, lines, under: null };
}

/** Before the level: by what each line says it has gained and climbed since. */
export function beforeLevel(lines: readonly BoardLine[]): Starts {
  const former = lines.slice().sort((a, b) => a.place + a.moved - (b.place + b.moved) || b.score - b.gained - (a.score - a.gained) || a.player_id - b.player_id);
  return new Map(former.map((line, at) => [line.player_id, { score: line.score - line.gained, place: line.place + line.moved, at }]));
}

function asShown(lines: readonly BoardLine[]): Starts {
  return new Map(lines.map(({ player_id, score, place }, at) => [player_id, { score, place, at }]));
}
