// The canvas's answers where a page knows more of them than the generated types say.
import type { CanvasCell } from '../../../protocol.gen';

/** Who placed a cell's colour, and when: always told, as nulls if nobody has. */
export type CellAnswer = Required<CanvasCell>;
