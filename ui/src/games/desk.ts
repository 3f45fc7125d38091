// What the host's page shows of each game, by its slug: its picture, its rules, and its part of the desk while it is played. All but
// the picture comes when it is needed.
import type { ComponentType } from 'preact';
import { lazy, type Lazy } from '../lib/lazy';
import type { Player, SessionState } from '../protocol.gen';
import { ArenaPicture } from './arena/desk/Picture';
import { CanvasPicture } from './canvas/desk/Picture';
import { QuestPicture } from './quest/desk/Picture';

export type Settings = Record<string, unknown>;

/** What a rules sheet is given. */
export interface RulesProps {
  /** Those of the present session, if it is one of this game. */
  settings: Settings;
  /** Opens the next session by these. */
  save: (settings: Settings) => void;
  /** Opens a party of its own beside the evening's. */
  aside: (name: string, settings: Settings) => void;
  close: () => void;
}

export interface Playing {
  session: SessionState;
}

/** What is said of a guest in the list of all. */
export interface Listed {
  player: Player;
}

export interface DeskGame {
  Picture: ComponentType;
  Rules: Lazy<RulesProps>;
  /** What goes on now: a headline and a line below it. */
  Now: Lazy<Playing>;
  /** The game's own buttons beside the pause. */
  Commands: Lazy<Playing>;
  /** The game's own part of the desk, while it is played and after. */
  Tools: Lazy<Playing> | null;
  /** What will be played, in a line, while people gather. */
  Coming: Lazy<Playing> | null;
  /** How it is played once more when it is over; null: the same again. */
  Encore: Lazy<Playing> | null;
  /** What a guest is in it; null: who has so many points. */
  Role: Lazy<Listed> | null;
}

const GAMES: Record<string, DeskGame | undefined> = {
  arena: {
    Picture: ArenaPicture,
    Rules: lazy(() => import('./arena/desk/Rules')),
    Now: lazy(() => import('./arena/desk/Now')),
    Commands: lazy(() => import('./arena/desk/Commands')),
    Tools: null,
    Coming: null,
    Encore: null,
    Role: null,
  },
  canvas: {
    Picture: CanvasPicture,
    Rules: lazy(() => import('./canvas/desk/Rules')),
    Now: lazy(() => import('./canvas/desk/Now')),
    Commands: lazy(() => import('./canvas/desk/Commands')),
    Tools: lazy(() => import('./canvas/desk/Tools')),
    Coming: null,
    Encore: null,
    Role: null,
  },
  quest: {
    Picture: QuestPicture,
    Rules: lazy(() => import('./quest/desk/Rules')),
    Now: lazy(() => import('./quest/desk/Now')),
    Commands: lazy(() => import('./quest/desk/Commands')),
    Tools: lazy(() => import('./quest/desk/Tools')),
    Coming: lazy(() => import('./quest/desk/Coming')),
    Encore: lazy(() => import('./quest/desk/Encore')),
    Role: lazy(() => import('./quest/desk/Role')),
  },
};

/** The host's part of this game, if the page knows it. */
export function deskGame(slug: string): DeskGame | null {
  return GAMES[slug] ?? null;
}

/** Fetches what the host will see of it next. */
export function prefetchDesk(slug: string): void {
  const game = GAMES[slug];
  if (!game) return;
  for (const view of [game.Now, game.Commands, game.Tools, game.Coming, game.Encore, game.Role]) if (view) view.prefetch();
}
