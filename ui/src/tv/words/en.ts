import { counted } from '../../lib/i18n';

/** The TV's words around the games. */
export const en = {
  looking: 'Looking for the party…',
  none: { title: 'Nobody is hosting just now', text: 'Start snowparty on the host’s machine, and this screen wakes up by itself.' },
  scan: 'Scan me and play',
  code: 'Party code',
  type: 'No camera? Type this into the phone’s browser:',
  guests: (n: number) => counted('en', n, { one: 'guest in the snow', other: 'guests in the snow' }),
  confirmed: (n: number) => counted('en', n, { one: 'is ready', other: 'are ready' }),
  hint: 'The host starts when everyone is here',
  allReady: 'Everyone is ready! The host can start.',
  first: { title: 'The snow is still untouched', text: 'Who leaves the first tracks?' },
  joined: 'Just came in',
  network: {
    title: 'Does the page not open on a phone?',
    wifi: 'The phone has to be in the same Wi-Fi as the party.',
    guest: 'A guest Wi-Fi often keeps phones apart: take the main one.',
    other: 'Other addresses to try:',
  },
  pause: { title: 'Pause', text: 'The host will go on in a moment' },
  restart: { title: 'Back again!', text: 'The power was gone for a moment. Nothing is lost.' },
  goesOn: 'It goes on in',
  lost: 'The line to the party is gone. Still trying…',
  over: { title: 'That was the party', text: 'Thank you for playing. Until the next snow!' },
  away: { title: 'This screen was let go', text: 'Reload the page to look on again.' },
  sound: 'Press OK for sound',
  almost: 'Nearly there…',
};
