// The canvas's rules as the host edits them: three presets, the bounds of each figure, and what is sent of it. Pure.
import { within, type Bounds } from '../../../host/bounds';
import type { CanvasSetup, Colour, Preset } from '../../../protocol.gen';

/** Every figure by itself; the cooldown in seconds, as people say it. */
export interface Rules {
  preset: Preset;
  width: number;
  height: number;
  cooldown: number;
  per_minute: number;
  slots: number;
  minutes: number;
  teams: number;
  /** Null is the server's own. Teams bring theirs. */
  palette: readonly Colour[] | null;
}

export type Figures = Omit<Rules, 'preset' | 'teams' | 'palette'>;

export const TEAMS: readonly number[] = [0, 2, 3, 4, 5, 6];

/** The server's own. */
export const PRESETS: Readonly<Record<Preset, Rules>> = {
  party: { preset: 'party', width: 160, height: 90, cooldown: 1, per_minute: 0, slots: 1000, minutes: 10, teams: 0, palette: null },
  battle: { preset: 'battle', width: 256, height: 256, cooldown: 5, per_minute: 10, slots: 1000, minutes: 10, teams: 2, palette: null },
  wall: { preset: 'wall', width: 1000, height: 1000, cooldown: 5, per_minute: 10, slots: 1000, minutes: 0, teams: 0, palette: null },
};

export const BOUNDS: Readonly<Record<keyof Figures, Bounds>> = {
  width: { least: 8, most: 4096, step: 10 },
  height: { least: 8, most: 4096, step: 10 },
  cooldown: { least: 0, most: 3600, step: 1 },
  per_minute: { least: 0, most: 6000, step: 5 },
  slots: { least: 1, most: 10_000, step: 50 },
  minutes: { least: 0, most: 1440, step: 5 },
};

export const FIGURES = Object.keys(BOUNDS) as (keyof Figures)[];

/** The session's settings, whatever they leave out. */
export function rulesOf(settings: Record<string, unknown>): Rules {
  const { preset = 'party', cooldown_ms, palette, ...rest } = settings as CanvasSetup;
  const rules = { ...(PRESETS[preset] ?? PRESETS.party) };
  if (typeof cooldown_ms === 'number') rules.cooldown = cooldown_ms / 1000;
  if (palette) rules.palette = palette;
  for (const key of ['width', 'height', 'per_minute', 'slots', 'minutes', 'teams'] as const) {
    const value = rest[key];
    if (typeof value === 'number') rules[key] = value;
  }
  return rules;
}

/** What is sent: the preset, and whatever differs from it. */
export function setupOf(rules: Rules): CanvasSetup {
  const usual = PRESETS[rules.preset];
  const setup: CanvasSetup = { preset: rules.preset };
  for (const key of ['width', 'height', 'per_minute', 'slots', 'minutes', 'teams'] as const) {
    if (rules[key] !== usual[key]) setup[key] = rules[key];
  }
  if (rules.cooldown !== usual.cooldown) setup.cooldown_ms = rules.cooldown * 1000;
  if (rules.palette && rules.teams === 0) setup.palette = rules.palette.slice();
  return setup;
}

/** Can the server take them? */
export function valid(rules: Rules): boolean {
  return TEAMS.indexOf(rules.teams) >= 0 && FIGURES.every((key) => within(rules[key], BOUNDS[key]));
}
