// STUB, to be overwritten by the helper "sync": the canvas of a room.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import type { Room } from '../../../lib/room';
import type { CanvasBoard, PlaceAnswer } from '../../../protocol.gen';
import type { Board } from './board';

export interface Overview {
  width: number;
  height: number;
  step: number;
  cells: Uint8Array;
}
export interface Template {
  id: number;
  x: number;
  y: number;
  width: number;
  height: number;
  cells: Uint16Array;
}
export interface CellAnswer {
  x: number;
  y: number;
  color: number;
  player_id: number | null;
  name: string | null;
  placed_at: number | null;
}
export interface StatsAnswer {
  players: { player_id: number; name: string; placed: number; surviving: number }[];
  placements: number;
  painted: number;
  untouched: number;
}

const OFFLINE = { ok: false, error: { code: 'page/offline', message: '' } } as const;

export class Canvas {
  readonly board: ReadonlySignal<Board | null> = signal(null);
  readonly info: ReadonlySignal<CanvasBoard | null> = signal(null);
  readonly preview: ReadonlySignal<Overview | null> = signal(null);
  readonly state: ReadonlySignal<'loading' | 'live' | 'polling' | 'offline' | 'over'> = signal('loading');

  constructor(readonly source: { code: string; token: string | null; room: Room | null; pollEvery?: number }) {}

  start(): void {}
  stop(): void {}

  place(_x: number, _y: number, _color: number): Promise<Answer<PlaceAnswer>> {
    return Promise.resolve(OFFLINE);
  }

  undo(): Promise<Answer<PlaceAnswer>> {
    return Promise.resolve(OFFLINE);
  }

  queue(): Promise<Answer<object>> {
    return Promise.resolve(OFFLINE);
  }

  cell(_x: number, _y: number): Promise<Answer<CellAnswer>> {
    return Promise.resolve(OFFLINE);
  }

  template(): Promise<Template | null> {
    return Promise.resolve(null);
  }

  stats(): Promise<Answer<StatsAnswer>> {
    return Promise.resolve(OFFLINE);
  }
}
