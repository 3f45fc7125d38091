// What the page tells whoever draws the board, in words that also reach a worker.
import type { Template } from '../sync/wire';
import type { Sight } from './plate';
import type { Pending } from './scene';
import type { Area, Pixels } from './tiles';
import type { Point, Size } from './view';

export type Order =
  /** How large the screen is, and how many of its pixels a CSS pixel has. */
  | { do: 'fit'; size: Size; density: number }
  /** From where a board of this size is seen. */
  | { do: 'look'; from: Sight; board: Size }
  | { do: 'palette'; palette: readonly string[] }
  /** The board that hangs there from now on; null while its cells are not there. */
  | { do: 'board'; pixels: Pixels | null }
  /** These cells are others: cell | colour << 24. */
  | { do: 'cells'; items: Uint32Array }
  /** All cells may be others. */
  | { do: 'all'; cells: Uint8Array }
  /** The whole board, small, to be shown until there is more. */
  | { do: 'preview'; overview: Pixels }
  | { do: 'ghost'; template: Template | null }
  | { do: 'shield'; areas: readonly Area[] }
  /** Are signs shown on the colours? */
  | { do: 'signs'; shown: boolean }
  /** Where the guest aims, and with what. */
  | { do: 'aim'; target: Point | null; paint: string | null }
  | { do: 'pend'; pending: readonly Pending[]; palette: readonly string[] };

/** What a worker tells the page: the board has come to rest, as so many looks saw it; or what was drawn has been lost. */
export type Report = number | 'lost';

/** Comes before all orders to a worker: the canvas that it draws on. */
export interface Opening {
  do: 'open';
  glass: OffscreenCanvas;
  calm: boolean;
}
