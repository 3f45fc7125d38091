// What a phone shows of each game, by its slug. A game's code comes when it is needed, or a little before.
import { lazy, type Lazy } from '../lib/lazy';

const GAMES: Record<string, Lazy<object> | undefined> = {
  arena: lazy(() => import('./arena/Play')),
  canvas: lazy(() => import('./canvas/Play')),
  quest: lazy(() => import('./quest/Play')),
};

/** The phone's view of this game, if the page knows it. */
export function phoneGame(slug: string): Lazy<object> | null {
  return GAMES[slug] ?? null;
}
