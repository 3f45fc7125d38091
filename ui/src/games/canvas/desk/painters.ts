// The players' figures as the host reads them. Pure.
import type { CanvasPlayerStats, Player, SeatId } from '../../../protocol.gen';

/** Who is barred comes first, also those of whom nothing is left on the board; then who placed most. */
export function barredFirst(lines: readonly CanvasPlayerStats[], barred: readonly SeatId[], players: ReadonlyMap<SeatId, Player>): CanvasPlayerStats[] {
  const isBarred = ({ player_id }: CanvasPlayerStats): boolean => barred.indexOf(player_id) >= 0;
  const told = new Set(lines.map(({ player_id }) => player_id));
  const untold = barred.filter((id) => !told.has(id)).map((id) => ({ player_id: id, name: players.get(id)?.name ?? `${id}`, placed: 0, surviving: 0 }));
  return lines.concat(untold).sort((a, b) => Number(isBarred(b)) - Number(isBarred(a)) || b.placed - a.placed || a.player_id - b.player_id);
}
