// What a TV shows of each game, by its slug. A game's code comes when it is needed, or a little before.
import { lazy, type Lazy } from '../lib/lazy';

const GAMES: Record<string, Lazy<object> | undefined> = {
  arena: lazy(() => import('./arena/Tv')),
  canvas: lazy(() => import('./canvas/Tv')),
  quest: lazy(() => import('./quest/Tv')),
};

/** The TV's view of this game, if the page knows it. */
export function tvGame(slug: string): Lazy<object> | null {
  return GAMES[slug] ?? null;
}
