// Who stands where at the end, and whom the evening remembers. Pure.
import type { BoardLine, CanvasPlayerStats, CanvasStats, CanvasTeams, Player, SeatId } from '../../../protocol.gen';

export interface TeamLine {
  team: number;
  /** From 1; equal scores share a place. */
  place: number;
  score: number;
  area: number;
  players: number;
}

/** The teams' scores at a party time, best first: each grows by its area every second. */
export function teamLines({ at, teams }: CanvasTeams, now: number): TeamLine[] {
  const seconds = Math.max(0, now - at) / 1000;
  const lines = teams.map(({ area, score, players }, team) => ({ team, area, players, place: 1, score: score + area * seconds }));
  lines.sort((a, b) => b.score - a.score || a.team - b.team);
  lines.forEach((line) => (line.place = 1 + lines.filter(({ score }) => Math.round(score) > Math.round(line.score)).length));
  return lines;
}

/** The team in front, unless two are. */
export function leader(lines: readonly TeamLine[]): number | null {
  const first = lines.filter(({ place, score }) => place === 1 && score > 0);
  return first.length === 1 ? (first[0] as TeamLine).team : null;
}

export type FeatKind = 'most' | 'surviving' | 'first' | 'last';

/** A superlative. */
export interface Feat {
  kind: FeatKind;
  seat: SeatId;
  /** The figure behind it, where there is one. */
  value: number | null;
}

export function feats({ players: figures, first, last }: Pick<CanvasStats, 'players' | 'first' | 'last'>, players: ReadonlyMap<SeatId, Player>): Feat[] {
  const here = figures.filter(({ player_id }) => players.has(player_id));
  const all = [best(here, 'most', (one) => one.placed), best(here, 'surviving', (one) => one.surviving), moment('first', first), moment('last', last)];
  return all.filter((feat): feat is Feat => feat !== null && players.has(feat.seat));
}

function best(here: readonly CanvasPlayerStats[], kind: FeatKind, count: (one: CanvasPlayerStats) => number): Feat | null {
  const most = here.reduce<CanvasPlayerStats | null>((top, one) => (count(one) > (top ? count(top) : 0) ? one : top), null);
  return most ? { kind, seat: most.player_id, value: count(most) } : null;
}

function moment(kind: FeatKind, seat: SeatId | null | undefined): Feat | null {
  return typeof seat === 'number' ? { kind, seat, value: null } : null;
}

/** So many stand on the podium. */
export const PLACES = 3;

/** Whoever painted at all. */
export function whoPainted(lines: readonly BoardLine[]): BoardLine[] {
  return lines.filter(({ score }) => score > 0);
}

/** Who has won; of very many, those on the podium are named and the others counted. */
export function firstNames(lines: readonly BoardLine[]): string {
  const names = lines.filter(({ place }) => place === 1).map(({ name }) => name);
  const more = names.length - PLACES;
  return (more > 0 ? names.slice(0, PLACES).concat(`+${more}`) : names).join(' · ');
}
