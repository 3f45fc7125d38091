import { counted, figure } from '../../../lib/i18n';
import type { FeatKind } from './standing';
import type { Where } from './ticker';

const TEAMS = ['Reds', 'Blues', 'Yellows', 'Greens', 'Violets', 'Oranges'];
const PLACES = [
  ['at the top left', 'at the top', 'at the top right'],
  ['on the left', 'in the middle', 'on the right'],
  ['at the bottom left', 'at the bottom', 'at the bottom right'],
];
const FEATS: Record<FeatKind, string> = { most: 'Most pixels', surviving: 'Most still standing', first: 'The first pixel', last: 'The last pixel' };
const WORDS: Record<string, string> = { snow: 'snow-white', frost: 'frosty', wood: 'wooden', ink: 'ink-blue', moss: 'moss-green', pine: 'pine-green', wine: 'wine-red', rust: 'rusty', sand: 'sandy', sky: 'sky-blue' };

/** A colour's word before "island"; the host's own names stay as they are. */
function coloured(name: string): string {
  const [colour, shade] = name.split('-');
  return WORDS[name] ?? (shade === 'light' || shade === 'dark' ? `${shade} ${colour}` : name);
}

const pixels = (n: number): string => counted('en', n, { one: 'pixel', other: 'pixels' });

/** The canvas's words on the TV. */
export const en = {
  team: (team: number) => TEAMS[team] ?? '',
  scan: 'Scan me and paint',
  pixels,
  painting: (n: number) => counted('en', n, { one: 'paints', other: 'paint' }),
  waiting: (n: number) => counted('en', n, { one: 'waits', other: 'wait' }),
  likeness: 'The picture',
  percent: (n: number) => `${n}%`,
  invite: { title: 'Paint the first pixel!', text: 'Scan the code, pick a colour, tap the board' },
  idle: 'Everyone can paint: scan the code on the right',
  coming: 'The board is on its way…',
  facts: {
    joined: (name: string) => `Just came in: ${name}`,
    first: (name: string) => `The first pixel! ${name}`,
    paints: (name: string, [x, y]: Where) => `${name} paints ${(PLACES[y] as string[])[x] as string}`,
    queue: (n: number) => `${counted('en', n, { one: 'guest waits', other: 'guests wait' })} for a place at the board`,
    pixels: (n: number) => `${pixels(n)} on the board!`,
    island: (name: string, color: string) => `${name} holds the largest ${coloured(color)} island`,
    leads: (team: number) => `Now in front: the ${TEAMS[team] ?? ''}`,
    likeness: (percent: number) => (percent === 100 ? 'The picture is whole!' : `${percent}% of the picture is there`),
  },
  film: { title: 'How it came to be' },
  drums: 'And now…',
  winner: (name: string) => `Victory! ${name}`,
  teamWins: (teams: readonly number[]) => `Victory! ${teams.map((team) => TEAMS[team] ?? '').join(' · ')}`,
  nobody: { title: 'The snow stayed white', text: 'Nobody has painted this time. Another go?' },
  feat: (kind: FeatKind) => FEATS[kind],
  figure: (n: number) => figure('en', n),
};
