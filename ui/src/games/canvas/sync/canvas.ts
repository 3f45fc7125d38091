// STUB, to be overwritten by the helper "sync": the canvas of a room.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import type { Room } from '../../../lib/room';
import type { CanvasArea, CanvasBoard, PartyMs, SeatId } from '../../../protocol.gen';
import type { Board } from './board';
import type { Heatmap, Template } from './wire';

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

/** Which placements a rollback takes away: all that fit every part that is named. */
export interface Filter {
  player_id?: SeatId;
  area?: CanvasArea;
  from_ms?: PartyMs;
  to_ms?: PartyMs;
}

export interface PreviewAnswer {
  cells: number;
  items: number[];
}

const NOTHING: Answer<never> = { ok: false, error: { code: 'page/offline', message: '' } };
const no = (): Promise<Answer<never>> => Promise.resolve(NOTHING);

export class Canvas {
  readonly board: ReadonlySignal<Board | null> = signal(null);
  readonly info: ReadonlySignal<CanvasBoard | null> = signal(null);
  readonly state: ReadonlySignal<'loading' | 'live' | 'polling' | 'offline' | 'over'> = signal('loading');
  readonly host = {
    protect: (_area: CanvasArea): Promise<Answer<object>> => no(),
    unprotect: (_area: CanvasArea): Promise<Answer<object>> => no(),
    bar: (_id: SeatId, _barred: boolean): Promise<Answer<object>> => no(),
    clear: (): Promise<Answer<object>> => no(),
    unclear: (): Promise<Answer<object>> => no(),
    finish: (): Promise<Answer<object>> => no(),
    preview: (_filter: Filter): Promise<Answer<PreviewAnswer>> => no(),
    rollback: (_filter: Filter): Promise<Answer<object>> => no(),
    layTemplate: (_png: Blob, _at: CanvasArea): Promise<Answer<object>> => no(),
    untemplate: (): Promise<Answer<object>> => no(),
  };

  constructor(readonly source: { code: string; token: string | null; room: Room | null; pollEvery?: number }) {}

  start(): void {}

  stop(): void {}

  cell(_x: number, _y: number): Promise<Answer<CellAnswer>> {
    return no();
  }

  template(): Promise<Template | null> {
    return Promise.resolve(null);
  }

  heatmap(): Promise<Heatmap | null> {
    return Promise.resolve(null);
  }

  stats(): Promise<Answer<StatsAnswer>> {
    return no();
  }
}
