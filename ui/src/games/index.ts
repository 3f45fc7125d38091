// The one list of games: what the shell knows of each by its slug. Their views come lazily, through phone.ts, tv.ts and desk.ts.
import { refusalWords } from '../lib/errors';
import { arena } from './arena/game';
import { canvas } from './canvas/game';
import type { Game } from './game';
import { quest } from './quest/game';

const GAMES: Record<string, Game | undefined> = { arena, canvas, quest };

/** In the order in which a host is offered them. */
export const SLUGS: readonly string[] = Object.keys(GAMES);

/** A game that this page does not know: the server may be newer than the page. */
const UNKNOWN: Game = {
  title: () => '',
  speaks: () => null,
  mood: () => 'calm',
  fills: { phone: false, tv: false },
  screen: () => '',
  counts: () => '',
  refused: refusalWords,
};

export function gameOf(slug: string): Game {
  return GAMES[slug] ?? UNKNOWN;
}
