// The arena's timings and rules as the host edits them: bounds, presets, and how long a game will be. Pure.
import { within, type Bounds } from '../../../host/bounds';
import type { Level, LevelSetup, MiniGameKind, Setup } from '../../../protocol.gen';

export type Rules = Required<Setup>;

export const QUESTIONS = 6;
export const MINI_GAMES: readonly MiniGameKind[] = ['tap', 'choose', 'puzzle'];

const level = (name: Level, mini_game: MiniGameKind, seconds: number, points: number): LevelSetup => ({ level: name, mini_game, seconds, points });

/** The server's own defaults. */
export const USUAL: Rules = {
  levels: [level('green', 'tap', 20, 1000), level('yellow', 'choose', 15, 1500), level('red', 'puzzle', 90, 2000)],
  intro_seconds: 6,
  board_seconds: 14,
  reveal_seconds: 5,
  gift_points: 100,
};

export const QUICK: Rules = {
  levels: [level('green', 'tap', 15, 1000), level('yellow', 'choose', 10, 1500), level('red', 'puzzle', 60, 2000)],
  intro_seconds: 5,
  board_seconds: 14,
  reveal_seconds: 4,
  gift_points: 100,
};

export const LONG: Rules = {
  levels: [level('green', 'tap', 30, 1000), level('yellow', 'choose', 25, 1500), level('red', 'puzzle', 180, 2000)],
  intro_seconds: 9,
  board_seconds: 18,
  reveal_seconds: 8,
  gift_points: 100,
};

/** What a level starts with when its mini-game is changed. */
const SECONDS: Record<MiniGameKind, number> = { tap: 20, choose: 15, puzzle: 90 };

/** The session's settings, whatever they leave out. */
export function rulesOf(settings: Record<string, unknown>): Rules {
  return { ...USUAL, ...(settings as Setup) };
}

export const bounds = {
  seconds: (game: MiniGameKind): Bounds => (game === 'choose' ? { least: 5, most: 120, step: 5 } : { least: 5, most: 600, step: 5 }),
  points: (): Bounds => ({ least: 100, most: 10000, step: 100 }),
  intro: (): Bounds => ({ least: 1, most: 60, step: 1 }),
  board: (): Bounds => ({ least: 1, most: 120, step: 1 }),
  reveal: (): Bounds => ({ least: 1, most: 60, step: 1 }),
  gift: (): Bounds => ({ least: 0, most: 5000, step: 50 }),
};

/** Can the server take them? */
export function valid(rules: Rules): boolean {
  return (
    rules.levels.every((one) => within(one.seconds, bounds.seconds(one.mini_game)) && within(one.points, bounds.points())) &&
    within(rules.intro_seconds, bounds.intro()) &&
    within(rules.board_seconds, bounds.board()) &&
    within(rules.reveal_seconds, bounds.reveal()) &&
    within(rules.gift_points, bounds.gift())
  );
}

export function changeLevel(rules: Rules, at: number, change: Partial<LevelSetup>): Rules {
  const levels = rules.levels.map((one, i) => (i === at ? { ...one, ...change } : one));
  return { ...rules, levels };
}

export function changeGame(rules: Rules, at: number, mini_game: MiniGameKind): Rules {
  return changeLevel(rules, at, { mini_game, seconds: SECONDS[mini_game] });
}

/** The longest that a game by these rules takes, in seconds. */
export function lengthOf(rules: Rules): number {
  const play = (one: LevelSetup): number => (one.mini_game === 'choose' ? QUESTIONS * (one.seconds + rules.reveal_seconds) : one.seconds);
  return rules.levels.reduce((sum, one) => sum + rules.intro_seconds + play(one) + rules.board_seconds, 0);
}
