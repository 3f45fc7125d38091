// STUB, to be overwritten by the helper "sync": the canvas of a room.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import type { Room } from '../../../lib/room';
import type { CanvasArea, CanvasBoard, SeatId } from '../../../protocol.gen';
import type { CellAnswer, Filter, Preview, StatsAnswer } from './answers';
import type { Board } from './board';
import type { Heatmap, Template } from './wire';

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
    preview: (_filter: Filter): Promise<Answer<Preview>> => no(),
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
