import type { AwardKind, Level, MiniGameKind } from '../../../protocol.gen';
import { counted, figure } from '../../../lib/i18n';

const AFTER: Record<Level, string> = { green: 'After the green level', yellow: 'After the yellow level', red: 'After the red level' };
const HOW: Record<MiniGameKind, string> = {
  tap: 'Left thumb, right thumb, as fast as you can: roll your snowball to the top!',
  choose: 'Six questions. The sooner you are right, the more you get.',
  puzzle: 'Slide the tiles on your phone until the picture is whole.',
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const clock = (ms: number): string => `${Math.floor(ms / 60000)}:${('0' + Math.floor((ms % 60000) / 1000)).slice(-2)}`;

const FIGURE: Record<AwardKind, (value: number) => string> = {
  fastest_thumb: (n) => counted('en', n, { one: 'snowball', other: 'snowballs' }),
  sharpest_mind: (n) => counted('en', n, { one: 'right answer', other: 'right answers' }),
  quickest_answer: seconds,
  puzzle_master: clock,
  climber: (n) => counted('en', n, { one: 'place up', other: 'places up' }),
  gift_catcher: (n) => counted('en', n, { one: 'gift', other: 'gifts' }),
};

/** The arena's words on the TV, beside those that the phone has too. */
export const en = {
  how: (game: MiniGameKind) => HOW[game],
  after: (level: Level) => AFTER[level],
  questionOf: (index: number, of: number) => `Question ${index + 1} of ${of}`,
  answered: 'have answered',
  solved: 'solved',
  goal: 'This is how it should be',
  lead: (name: string) => `In the lead: ${name}`,
  finished: (name: string) => `Whole! ${name}`,
  top: (name: string) => `At the top! ${name}`,
  gift: { title: 'A gift! Catch it on your phone!', worth: (points: number) => `+${figure('en', points)}`, comeback: (points: number) => `+${figure('en', points)} for the last third`, caught: 'caught' },
  drums: 'And now…',
  winner: (name: string) => `Victory! ${name}`,
  awards: 'Stars of the evening',
  ranking: 'Everyone’s place',
  value: (kind: AwardKind, value: number) => FIGURE[kind](value),
};
