// What the canvas answers in JSON beside the generated types.
import type { CanvasArea, PartyMs, SeatId } from '../../../protocol.gen';

/** Who placed a cell's colour, and when; nulls if nobody has. */
export interface CellAnswer {
  x: number;
  y: number;
  color: number;
  player_id: SeatId | null;
  name: string | null;
  placed_at: PartyMs | null;
}

export interface StatsAnswer {
  players: { player_id: SeatId; name: string; placed: number; surviving: number }[];
  placements: number;
  painted: number;
  untouched: number;
}

/** Whose placements are meant, where and when (party time); what is left out does not matter. */
export interface Filter {
  player_id?: SeatId;
  area?: CanvasArea;
  from_ms?: number;
  to_ms?: number;
}

/** What a rollback would paint. */
export interface Preview {
  cells: number;
  /** cell | colour << 24 */
  items: number[];
  plan?: unknown;
}
