import { counted } from '../../lib/i18n';

const points = (n: number): string => counted('en', n, { one: 'point', other: 'points' });
const guests = (n: number): string => counted('en', n, { one: 'guest', other: 'guests' });

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}

/** The phone's words around the games. */
export const en = {
  points,
  other: 'Русский',
  place: (n: number) => `${ordinal(n)} place`,
  placeOf: (n: number, of: number) => `${ordinal(n)} of ${of}`,
  looking: 'Looking for the party…',
  join: {
    title: 'Who’s at the party?',
    name: 'Your name',
    another: 'Another name',
    nextAnimal: 'Next animal',
    lastAnimal: 'Previous animal',
    go: 'Let me in!',
    going: 'Coming in…',
    code: (code: string) => `Party ${code}`,
  },
  none: {
    title: 'No party here yet',
    text: 'Ask the host to start it, then scan the code on the TV.',
    retry: 'Look again',
  },
  lobby: {
    in: 'You’re in!',
    look: 'Find yourself on the TV',
    ready: 'I’m ready',
    isReady: 'Ready to play!',
    wait: 'We start as soon as the host says go.',
    counts: (players: number, ready: number) => `${guests(players)} · ${ready} ready`,
    rename: 'Change name or animal',
  },
  rename: { title: 'New costume', save: 'Wear it', cancel: 'Keep the old one' },
  menu: {
    open: 'Menu',
    close: 'Close',
    rename: 'Change name or animal',
    feedback: 'Tell the host',
    lang: 'По-русски',
    leave: 'Leave the party',
    leaveTitle: 'Leave the party?',
    leaveText: 'Your seat and your points go with you.',
    leaveYes: 'Yes, leave',
    leaveNo: 'Stay',
    leaving: 'Leaving…',
  },
  banner: {
    lost: 'Connection lost. Coming back…',
    waiting: 'Your answer is kept and will be sent.',
    still: 'Still trying. Is the Wi-Fi on?',
  },
  pause: {
    host: 'Short break',
    hostText: 'The host has paused the game. Stretch your fingers!',
    restart: 'One moment…',
    restartText: 'The party machine was away for a moment. Nothing is lost.',
    soon: 'Get ready!',
    soonText: 'On we go in',
  },
  away: {
    taken_over: { title: 'You play somewhere else', text: 'Your seat is open in another tab or on another phone.', go: 'Go on here' },
    removed: { title: 'Your seat is free again', text: 'The host has freed your seat. If that was a mistake, come back in.', go: 'Join again' },
    left: { title: 'See you!', text: 'You have left the party. The door stays open.', go: 'Join again' },
    over: { title: 'The party is over', text: 'Thank you for playing! For the next one, scan the code on the TV.', go: 'Look for a party' },
    token: { title: 'Hello again!', text: 'The party no longer knows this phone. Please come in once more.', go: 'Join again' },
    misbehaved: { title: 'That was too much', text: 'This phone sent more than the party could take. Take a breath and come back.', go: 'Go on' },
  },
  waiting: { title: 'Nearly there', text: 'Look at the TV!' },
};
