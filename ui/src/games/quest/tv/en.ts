import { counted } from '../../../lib/i18n';

const points = (n: number): string => counted('en', n, { one: 'point', other: 'points' });

/** The quest's words on the TV. */
export const en = {
  casting: {
    kicker: 'A story for all of you',
    again: 'The story goes on',
    scan: 'Scan the code, choose a hero',
    full: 'Every hero is taken; everyone else looks on',
    first: 'As soon as somebody has a hero, the story can begin',
    begins: 'The story begins in',
    soon: 'The story begins…',
    previously: 'Previously…',
  },
  nobody: 'Nobody is a hero yet: scan the code, and choose one on your phone',
  away: 'away',
  asleep: { title: 'Every phone is asleep', text: 'The story waits. Wake one of them, and it goes on.' },
  unplayed: 'nobody plays',
  spirit: 'spirit',
  fled: 'got away',
  hp: (hp: number, most: number) => `${hp}/${most}`,
  vote: {
    title: 'You all decide',
    hidden: 'In secret: shown at the close',
    voted: (n: number, of: number) => `${n} of ${counted('en', of, { one: 'vote', other: 'votes' })} in`,
    decided: 'You have decided',
    tie: 'A tie! The dice have decided.',
    noQuorum: 'Too few votes: the first one holds.',
  },
  choice: {
    title: (name: string) => `${name} decides`,
    open: 'Who dares? Anyone may decide now',
  },
  check: {
    title: (name: string) => `${name} throws the dice`,
    helper: (name: string) => `${name} helps: +1`,
    noHelper: 'Who helps? One friend can, on the phone',
    needs: '10 and more: success · 7 to 9: at a price · 6 and less: failure',
  },
  throws: (name: string) => `${name} throws`,
  degree: { success: 'Success!', partial: 'Partial success', failure: 'Failure' },
  fight: {
    begins: 'Fight!',
    round: (n: number) => `Round ${n}`,
    turn: (name: string) => `${name}: your turn`,
    foe: (name: string) => `It is ${name}’s turn`,
    still: 'waits',
    target: (names: string) => `→ ${names}`,
    all: 'all',
    outcome: { won: 'Won!', fled: 'Got away', lost: 'Lost' },
    after: { won: 'The fight is yours.', fled: 'Fast legs are worth something, too.', lost: 'But this is not the end of the story.' },
  },
  flees: (name: string) => `${name} tries to get away.`,
  attacks: (name: string, attack: string) => `${name}: ${attack}.`,
  tries: (name: string) => `${name} throws the dice.`,
  loses: (name: string, n: number) => (n > 0 ? `${name} loses ${points(n)}` : `${name} holds it off`),
  hits: (n: number, total: number) => `${n} are hit: ${points(total)} in all.`,
  missesAll: (names: string) => `It misses ${names}.`,
  touchesNobody: 'Nobody is touched.',
  ending: { kicker: 'The end', later: 'To be continued', told: 'What will be told of it', thanks: 'Thank you for playing' },
};
