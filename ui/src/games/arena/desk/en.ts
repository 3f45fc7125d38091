import { counted, figure } from '../../../lib/i18n';
import type { Level, MiniGameKind } from '../../../protocol.gen';

const LEVELS: Record<Level, string> = { green: 'Green level', yellow: 'Yellow level', red: 'Red level' };
const GAMES: Record<MiniGameKind, string> = { tap: 'Snowball rush', choose: 'Winter quiz', puzzle: 'Sliding picture' };
const minutes = (n: number): string => counted('en', n, { one: 'minute', other: 'minutes' });

/** The arena's words on the host's desk. */
export const en = {
  phase: {
    intro: (level: Level, game: MiniGameKind) => `${LEVELS[level]}: ${GAMES[game]} begins`,
    play: (level: Level, game: MiniGameKind) => `${LEVELS[level]}: ${GAMES[game]}`,
    board: (level: Level) => `${LEVELS[level]}: how it stands`,
    podium: 'The podium',
  },
  level: (level: Level) => LEVELS[level],
  game: (game: MiniGameKind) => GAMES[game],
  round: (round: number, of: number) => `Level ${round} of ${of}`,
  question: (index: number, of: number) => `Question ${index + 1} of ${of}`,
  done: (done: number, of: number) => `${figure('en', done)} of ${figure('en', of)} done`,
  skip: 'Skip ahead',
  end: 'End the game',
  endAsk: { title: 'End this game now?', text: 'The podium comes at once, with the points so far.', yes: 'Yes, to the podium', no: 'Play on' },
  rules: {
    title: 'Arena',
    text: 'Three levels, three mini-games, one podium.',
    about: (n: number) => `About ${minutes(n)} of play`,
    game: 'Mini-game',
    seconds: 'Seconds',
    secondsEach: 'Seconds a question',
    points: 'Points',
    intro: 'Announcing a level, s',
    board: 'Board between levels, s',
    reveal: 'Showing the answer, s',
    gift: 'Points of the gift (0: none)',
    presets: { quick: 'Quick', usual: 'Usual', long: 'Long' },
  },
};
