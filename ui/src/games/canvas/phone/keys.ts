// What keys mean on the canvas. It knows neither the page nor the board. Letters go by their place on the keyboard, so that
// they work in every layout.

export type Command =
  | { do: 'move'; x: number; y: number }
  | { do: 'place' | 'turn' | 'mirror' | 'undo' | 'pick' | 'glyphs' | 'whole' }
  | { do: 'zoom'; factor: number }
  /** The colour at this place of one's palette, from 0. */
  | { do: 'color'; at: number }
  | { do: 'step'; by: 1 | -1 };

export interface Key {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const FAR = 10;
const ZOOM = 1.5;

const CODES: { [code: string]: Command | undefined } = {
  Enter: { do: 'place' },
  NumpadEnter: { do: 'place' },
  Space: { do: 'place' },
  KeyR: { do: 'turn' },
  KeyM: { do: 'mirror' },
  KeyZ: { do: 'undo' },
  KeyP: { do: 'pick' },
  KeyG: { do: 'glyphs' },
  KeyF: { do: 'whole' },
  BracketLeft: { do: 'step', by: -1 },
  BracketRight: { do: 'step', by: 1 },
  Equal: { do: 'zoom', factor: ZOOM },
  NumpadAdd: { do: 'zoom', factor: ZOOM },
  Minus: { do: 'zoom', factor: 1 / ZOOM },
  NumpadSubtract: { do: 'zoom', factor: 1 / ZOOM },
};

const ARROWS: { [key: string]: [number, number] | undefined } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key asks for; null if nothing. Ctrl+Z undoes, too; all else with Ctrl is the browser's. */
export function commandOf(key: Key): Command | null {
  const undo = key.code === 'KeyZ' && (key.ctrlKey || key.metaKey);
  if ((key.ctrlKey || key.metaKey || key.altKey) && !undo) return null;
  const arrow = ARROWS[key.key];
  if (arrow) return move(arrow, key.shiftKey ? FAR : 1);
  return signs(key.key) ?? CODES[key.code] ?? digit(key.code);
}

function move([x, y]: [number, number], far: number): Command {
  return { do: 'move', x: x * far, y: y * far };
}

/** Signs that lie elsewhere on other keyboards. */
function signs(key: string): Command | null {
  if (key === '+') return { do: 'zoom', factor: ZOOM };
  return key === '-' ? { do: 'zoom', factor: 1 / ZOOM } : null;
}

function digit(code: string): Command | null {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return found ? { do: 'color', at: (Number(found[1]) + 9) % 10 } : null;
}
