import type { AwardKind, Level, MiniGameKind } from '../../../protocol.gen';
import { counted, figure } from '../../../lib/i18n';

const LEVELS: Record<Level, string> = { green: 'Green level', yellow: 'Yellow level', red: 'Red level' };
const GAMES: Record<MiniGameKind, string> = { tap: 'Snowball rush', choose: 'Winter quiz', puzzle: 'Sliding picture' };
const HOW: Record<MiniGameKind, string> = {
  tap: 'Tap left, right, left, right with both thumbs, as fast as you can.',
  choose: 'Pick the right answer. The sooner, the more points.',
  puzzle: 'Tap a tile beside the gap to slide it, until the picture is whole.',
};
const AWARDS: Record<AwardKind, string> = {
  fastest_thumb: 'Fastest thumb',
  sharpest_mind: 'Sharpest mind',
  quickest_answer: 'Quickest answer',
  puzzle_master: 'Puzzle master',
  climber: 'Climber of the night',
  gift_catcher: 'Gift catcher',
};

const clock = (ms: number): string => `${Math.floor(ms / 60000)}:${('0' + Math.floor((ms % 60000) / 1000)).slice(-2)}`;

/** The phone's words inside the arena. */
export const en = {
  level: (level: Level) => LEVELS[level],
  game: (game: MiniGameKind) => GAMES[game],
  how: (game: MiniGameKind) => HOW[game],
  award: (kind: AwardKind) => AWARDS[kind],
  round: (round: number, of: number) => `Level ${round} of ${of}`,
  worth: (points: number) => `up to ${figure('en', points)} points`,
  starts: 'Starts in',
  go: 'Go!',
  left: 'Left',
  right: 'Right',
  snowballs: (n: number) => counted('en', n, { one: 'snowball', other: 'snowballs' }),
  other: 'Now the other thumb!',
  both: 'Left, right, left, right!',
  top: 'Full points!',
  tapDone: 'Time!',
  secondsLeft: (n: number) => counted('en', n, { one: 'second left', other: 'seconds left' }),
  question: (index: number, of: number) => `question ${index + 1} of ${of}`,
  chosen: 'Your answer',
  sending: 'Sending…',
  kept: 'Kept, will be sent',
  waitOthers: (done: number, of: number) => `${figure('en', done)} of ${figure('en', of)} have answered`,
  rightAnswer: 'Right answer',
  wrongAnswer: 'Not this time',
  tooLate: 'Time’s up',
  gained: (points: number) => `+${figure('en', points)}`,
  numbers: 'Numbers',
  moves: (n: number) => counted('en', n, { one: 'move', other: 'moves' }),
  inPlace: (n: number, of: number) => `${n} of ${of} in place`,
  solved: 'It’s whole!',
  waitEnd: 'Watch the others on the TV',
  late: { title: 'Good to see you!', text: 'You play from the next level on. Nothing is lost: you get the middle score of this one.' },
  result: {
    tap: (n: number) => counted('en', n, { one: 'snowball', other: 'snowballs' }),
    choose: (n: number) => counted('en', n, { one: 'right answer', other: 'right answers' }),
    puzzle: (ms: number) => (ms > 0 ? `Solved in ${clock(ms)}` : 'A good try'),
    median: 'You came later: the middle score is yours',
  },
  points: (n: number) => counted('en', n, { one: 'point', other: 'points' }),
  up: (n: number) => counted('en', n, { one: 'place up', other: 'places up' }),
  down: (n: number) => counted('en', n, { one: 'place down', other: 'places down' }),
  same: 'Same place',
  gift: { fall: 'A gift! Catch it!', caught: (n: number) => `Caught! +${figure('en', n)}`, gone: 'The gift landed in the snow', button: 'Catch the gift' },
  podium: {
    first: 'You won!',
    total: (n: number) => counted('en', n, { one: 'point', other: 'points' }),
    top: 'On the podium!',
    thanks: 'What an evening!',
    again: 'The next game comes up here by itself.',
    of: (n: number) => `of ${figure('en', n)}`,
  },
  noLevel: 'Nearly there…',
};
