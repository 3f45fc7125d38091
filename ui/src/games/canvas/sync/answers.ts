// The canvas's answers where a page knows more of them than the generated types say.
import type { CanvasCell, CanvasStats, PartyMs } from '../../../protocol.gen';

/** Who placed a cell's colour, and when: always told, as nulls if nobody has. */
export type CellAnswer = Required<CanvasCell>;

/** The figures, and when the session began and what time it is; older servers tell neither. */
export type StatsAnswer = CanvasStats & { from_ms?: PartyMs; now_ms?: PartyMs };
