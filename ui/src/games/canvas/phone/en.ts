import { counted, figure } from '../../../lib/i18n';

const TEAMS = ['Reds', 'Blues', 'Yellows', 'Greens', 'Violets', 'Oranges'];
const SHADES: Record<string, string> = { light: 'light ', dark: 'dark ' };

const seconds = (n: number): string => counted('en', n, { one: 'second', other: 'seconds' });
const pixels = (n: number): string => counted('en', n, { one: 'pixel', other: 'pixels' });

/** A colour's name; the host's own stay as they are. */
function color(name: string): string {
  const [base, shade] = name.split('-');
  return shade && SHADES[shade] ? SHADES[shade] + (base ?? '') : name;
}

/** The phone's words at the canvas. */
export const en = {
  board: 'The board',
  pixels,
  color,
  colors: 'Colours',
  team: (team: number) => TEAMS[team] ?? '',
  timeLeft: 'Time left',
  at: (x: number, y: number) => `${x}, ${y}`,
  coming: 'The board is on its way…',
  said: {
    aim: 'Tap the board to choose a place',
    nearer: 'Tap to come nearer',
    middle: 'Move the board under the crosshair',
    beside: 'That’s beside the board. Aim again.',
    otherTeam: 'That colour belongs to another team.',
  },
  paintsFor: (team: number) => `You paint for the ${TEAMS[team] ?? ''}`,
  pickHint: 'Tap a colour on the board',
  dozing: 'Still there? Place a pixel!',
  place: 'Place the pixel',
  wait: (n: number) => `${seconds(n)} to go`,
  undo: 'Take the last pixel back',
  pick: 'Pick a colour from the board',
  aiming: 'Crosshair in the middle',
  tools: 'More',
  arrow: 'To the next cell of the picture',
  sheet: { turn: 'Turn the board', mirror: 'Mirror it', whole: 'Show the whole board', signs: 'Signs on the colours', left: 'Left hand', aiming: 'Crosshair in the middle', on: 'on', off: 'off', close: 'Close' },
  keys: 'Keys: arrows aim, Enter paints, 1–9 and [ ] choose a colour, P picks one up, Z takes back, + − zoom, R turns, M mirrors, G shows signs.',
  title: { wait: (n: number) => `${n} s`, ready: 'ready' },
  afk: { title: 'Taking a break?', text: 'Two minutes without a new pixel. All of yours stay.', first: 'Come and paint!', firstText: 'One board for everybody. Every pixel counts.', go: 'Play', asking: 'One moment…' },
  queue: { title: (place: number) => (place <= 1 ? 'You’re next!' : `${figure('en', place - 1)} before you`), text: 'The board is full just now. You’ll be let in by yourself.', look: 'Look at the board', back: 'Show my place' },
  barred: { title: 'You can’t paint just now', text: 'The host has taken your brush away. You can watch, or have a word with the host.' },
  watching: { title: 'You’re watching', text: 'Want to paint, too?', go: 'Join in' },
  over: { title: 'The canvas is closed', text: 'Look at the TV: something new is coming.', go: 'To the party' },
  offline: 'No connection, one moment…',
  shielded: 'Protected by the host',
  who: {
    asking: 'Who was it?',
    nobody: 'Nobody has painted here yet',
    host: 'The host',
    painted: (name: string) => name,
    ago: (ms: number) => (ms < 60_000 ? 'just now' : ms < 3_600_000 ? `${counted('en', Math.floor(ms / 60_000), { one: 'minute', other: 'minutes' })} ago` : `${counted('en', Math.floor(ms / 3_600_000), { one: 'hour', other: 'hours' })} ago`),
    close: 'Close',
  },
  refused: {
    'canvas/outside': 'That’s beside the board. Aim again.',
    'canvas/colour_unknown': 'There’s no such colour here. Choose another one.',
    'canvas/not_your_colour': 'That colour belongs to another team.',
    'canvas/not_playing': 'You’re not at the board just now. Press Play.',
    'canvas/cooldown': 'A moment more: the paint is still wet.',
    'canvas/rate': 'That’s all the paint for this minute. Take a breath.',
    'canvas/protected': 'The host has protected this spot. Paint somewhere else.',
    'canvas/barred': 'The host has taken your brush away.',
    'canvas/epoch': 'The board has just been renewed. Try again.',
    'canvas/nothing_to_undo': 'Too late to take it back, or somebody has painted over it.',
    'canvas/already_in': 'You’re in already.',
    'request/flood': 'Whoa, too fast! Take a breath and go on.',
    'action/paused': 'The game is paused. Wait a moment.',
    'session/not_active': 'The painting is over.',
  } as Record<string, string>,
  unanswered: {
    place: 'No answer. Look whether your pixel is there.',
    undo: 'No answer. Look whether your pixel is still there.',
    queue: 'The party can’t be reached. Press Play again in a moment.',
  },
  card: {
    title: 'Your pixels',
    none: 'Next time, yours!',
    placed: (n: number) => `${pixels(n)} placed`,
    surviving: (n: number) => (n === 1 ? '1 still shines' : `${figure('en', n)} still shine`),
    place: (place: number, of: number) => `Place ${figure('en', place)} of ${figure('en', of)}`,
    save: 'Save the picture',
    file: 'my-pixels.png',
    drawing: 'Framing your picture…',
    thanks: 'What a picture!',
    next: 'The next game comes up here by itself.',
    picture: 'The board with your pixels lit up',
  },
};
