// Asks the canvas for what the podium tells of single guests.
import type { SeatId } from '../../../protocol.gen';
import type { Canvas } from '../sync/canvas';
import type { Film } from '../sync/wire';
import type { Deeds } from './standing';

/** ms by which two tellings of one placement may differ. */
const SAME = 2;

export async function askDeeds(canvas: Canvas, film: Film | null): Promise<Deeds> {
  const [stats, first, last] = await Promise.all([canvas.stats(), painterOf(canvas, film, 0), painterOf(canvas, film, (film ? film.items.length : 0) - 1)]);
  return { placed: stats.ok ? stats.value.players : [], first, last };
}

/** Who laid a placement of the film, if it is still to be seen: a cell knows only its newest. */
async function painterOf(canvas: Canvas, film: Film | null, index: number): Promise<SeatId | null> {
  const item = film?.items[index];
  if (!film || item === undefined) return null;
  const cell = item & 0xffffff;
  const answer = await canvas.cell(cell % film.width, Math.floor(cell / film.width));
  if (!answer.ok || answer.value.placed_at === null) return null;
  const then = film.from + (film.times[index] as number);
  return Math.abs(answer.value.placed_at - then) <= SAME ? answer.value.player_id : null;
}
