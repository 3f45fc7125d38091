import { counted, figure } from '../../../lib/i18n';
import type { Difficulty, Stat } from '../../../protocol.gen';
import { daysBetween } from './library';

const n0 = (n: number): string => figure('en', n);
const STATS: Record<Stat, string> = { might: 'might', nimble: 'nimbleness', wits: 'wits', heart: 'heart' };
const HOW_HARD: Record<Difficulty, string> = { easy: ', easy', fair: '', hard: ', hard' };
const LANGUAGES: Record<string, string | undefined> = { en: 'English', ru: 'Russian' };
const WEIGHTS: Record<number, string | undefined> = {
  0: 'No, heroes alone',
  25: 'A quarter of a vote each',
  50: 'Half a vote each',
  100: 'A whole vote each',
};
const TURNS: Record<number, string | undefined> = { 15: 'Brisk', 25: 'Usual', 45: 'Calm', 90: 'In no hurry' };

/** The quest's words on the host's desk. */
export const en = {
  phase: {
    casting: 'Everyone chooses a hero',
    meeting: 'A fight is about to begin',
    off: 'The story has not begun',
    finale: 'To be continued',
    end: 'The story is told',
  },
  /** A list of names. */
  names: (names: readonly string[]) => names.join(', '),
  casting: {
    none: 'Nobody has a hero yet',
    have: (n: number) => counted('en', n, { one: 'guest has', other: 'guests have' }) + ' a hero',
    without: (names: string) => `still choosing: ${names}`,
    all: 'everyone has one',
    /** Heroes of an earlier evening. */
    waiting: (names: string) => `nobody plays yet: ${names}`,
    begins: (time: string) => `begins by itself in ${time}`,
  },
  scene: (n: number) => `Scene ${n0(n)}`,
  reading: 'everyone reads',
  vote: (voted: number, of: number) => `a vote: ${n0(voted)} of ${n0(of)} have voted`,
  chooses: (name: string) => `${name} chooses`,
  throws: (name: string, stat: Stat, difficulty: Difficulty) => `${name} throws: ${STATS[stat]}${HOW_HARD[difficulty]}`,
  helps: (name: string) => `${name} helps`,
  anybody: 'anybody',
  options: 'What can be chosen',
  asleep: 'every phone is asleep: the story waits for one of them',
  fight: { round: (n: number) => `round ${n0(n)}`, turn: (name: string) => `${name}’s turn`, enemies: 'the enemies’ turn', standing: (n: number, of: number) => `${n0(n)} of ${counted('en', of, { one: 'enemy', other: 'enemies' })} standing` },
  saved: (game: string) => `The story is saved. It can go on now, or another evening: then choose “${game}”.`,
  /** What will be played. */
  coming: {
    begins: (title: string, minutes: string) => `“${title}”, ${minutes}`,
    goesOn: (title: string, scene: string) => `“${title}” goes on: ${scene}`,
  },
  encore: { goOn: 'Go on with the story', anew: 'Tell it again from the beginning' },
  begin: 'Begin now',
  finish: 'End here',
  leave: 'Call it off',
  toEnd: 'To the finale',
  finishAsk: {
    title: 'End here for today?',
    text: 'The story is saved just where it is. It can go on another evening, with whoever is there.',
    yes: 'End for today',
    no: 'Play on',
  },
  beforeAsk: { title: 'Call the story off?', text: 'It has not begun yet: nothing is lost.', yes: 'Call it off', no: 'Stay' },
  heroes: {
    title: (n: number) => counted('en', n, { one: 'hero', other: 'heroes' }),
    none: 'No heroes yet: guests choose them on their phones.',
    free: (names: string) => `Still free: ${names}`,
    hp: (hp: number, of: number) => `Strength ${hp} of ${of}`,
    spirit: 'a spirit until the fight is over',
    fled: 'got away',
    nobody: 'nobody plays',
    away: 'away',
    hand: 'Hand over',
    handTo: (hero: string) => `Hand over ${hero}`,
  },
  handover: {
    title: (hero: string) => `Who plays ${hero} now?`,
    text: 'The hero’s strength, things and secrets go along.',
    full: 'Everyone here has a hero already. Who has just come in can get one.',
    away: 'away',
    done: (hero: string, name: string) => `${name} plays ${hero} now.`,
    close: 'Leave it',
  },
  chronicle: {
    title: 'The chronicle',
    text: 'The evening in prose, with every throw and vote: to read again, to print, to send.',
    page: 'Page to print',
    markdown: 'Text (Markdown)',
    flags: 'What will matter later',
    flagsText: 'As the story’s writer calls it.',
  },
  rules: {
    title: 'Quest',
    text: 'A story for the whole sofa: the TV tells it, every phone is a hero.',
    looking: 'Opening the books…',
    goOn: 'Go on with a story',
    earlier: (n: number) => `${n0(n)} earlier`,
    anew: 'Begin a story',
    minutes: (n: number) => `about ${counted('en', n, { one: 'minute', other: 'minutes' })}`,
    players: (from: number, to: number) => (from === to ? counted('en', to, { one: 'hero', other: 'heroes' }) : `${from} to ${to} heroes`),
    brought: 'added by you',
    scene: (scene: string | number) => (typeof scene === 'number' ? `Scene ${n0(scene)}` : scene),
    when: (at: Date, now: Date) => ago(at, now),
    language: 'Language of the story',
    told: (code: string) => `Told in ${LANGUAGES[code] ?? code.toUpperCase()}`,
    audience: 'Do guests without a hero vote?',
    weight: (n: number) => WEIGHTS[n] ?? `${n0(n)} % of a vote each`,
    turn: 'A hero’s turn in a fight',
    seconds: (n: number) => counted('en', n, { one: 'second', other: 'seconds' }),
    pace: (n: number) => TURNS[n] ?? '',
    /** Before the command that does it. */
    bring: 'A story of your own comes in through the terminal:',
    save: 'Play this story',
    saveRun: 'Go on with this one',
  },
};

function ago(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 7) return `${n0(days)} days ago`;
  if (days < 14) return 'last week';
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year });
}
