import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { OFFLINE, type Answer } from '../../../lib/api';
import { PartyClock } from '../../../lib/clock';
import type { Room } from '../../../lib/room';
import type { CanvasBoard, CanvasYou, PlaceAnswer } from '../../../protocol.gen';
import { Board } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { Brush } from './brush';

const YOU: CanvasYou = { player_id: 1, status: 'playing', next_at: 0, placed: 0, barred: false };

/** A guest at a board of 10 × 10 who plays until told otherwise; the test answers for the server. */
function sit(rules: Partial<CanvasBoard> = {}, standing: Partial<CanvasYou> = {}) {
  let now = 1000;
  const clock = new PartyClock(() => now);
  clock.told({ now, running: true });
  const you = signal<CanvasYou>({ ...YOU, ...standing });
  let hear = (): void => undefined;
  const room = { clock, topic: () => you.value, on: (_: string, heard: () => void) => ((hear = heard), () => undefined) };
  const board = new Board({ width: 10, height: 10, cells: new Uint8Array(100), epoch: 1, version: 7 });
  const palette = Array.from({ length: 19 }, (_, i) => ({ name: `c${i}`, rgb: '#000000' }));
  let answer: (with_: Answer<PlaceAnswer>) => void = () => undefined;
  const placed: number[][] = [];
  const canvas = {
    board: signal(board),
    info: signal({ teams: 0, palette, ...rules }),
    place: (...cell: number[]) => (placed.push(cell), new Promise<Answer<PlaceAnswer>>((done) => (answer = done))),
  };
  const brush = new Brush(canvas as unknown as Canvas, room as unknown as Room);
  board.on((change) => brush.arrived(change));
  return {
    brush,
    board,
    placed,
    pass: (ms: number) => void (now += ms),
    answered: async (with_: Answer<PlaceAnswer>) => (answer(with_), new Promise((done) => setTimeout(done))),
    told: (news: Partial<CanvasYou>) => {
      you.value = { ...you.value, ...news };
      hear();
    },
  };
}

const item = (cell: number, color: number): Uint32Array => Uint32Array.from([(color << 24) | cell]);

describe('the brush', () => {
  it('shows a pixel until its frame has come', async () => {
    const { brush, board, answered, placed } = sit();
    brush.take(4);
    void brush.place({ x: 3, y: 2 });
    expect(brush.pending.value).toEqual([{ x: 3, y: 2, color: 4 }]);
    expect(placed).toEqual([[3, 2, 4]]);
    await answered({ ok: true, value: { version: 8, next_at: 2000 } });
    expect(brush.pending.value.length).toBe(1);
    board.paint({ items: item(23, 4), seats: null }, 8, true);
    expect(brush.pending.value).toEqual([]);
  });

  it('lets go of it when the frame was faster than the answer', async () => {
    const { brush, board, answered } = sit();
    void brush.place({ x: 0, y: 0 });
    board.paint({ items: item(0, brush.color), seats: null }, 8, true);
    await answered({ ok: true, value: { version: 8, next_at: 2000 } });
    expect(brush.pending.value).toEqual([]);
  });

  it('waits as long as the answer says, and then as the server tells', async () => {
    const { brush, answered, pass, told } = sit();
    void brush.place({ x: 0, y: 0 });
    await answered({ ok: true, value: { version: 7, next_at: 3000 } });
    expect([brush.readyAt, brush.isReady]).toEqual([3000, false]);
    pass(2000);
    expect(brush.isReady).toBe(true);
    told({ next_at: 0 });
    expect(brush.readyAt).toBe(0);
  });

  it('does not send a second pixel before the first is answered', () => {
    const { brush, placed } = sit();
    void brush.place({ x: 0, y: 0 });
    void brush.place({ x: 1, y: 0 });
    expect(placed.length).toBe(1);
  });

  it('takes a refused pixel back, says why, and waits as long as it is told', async () => {
    const { brush, answered } = sit();
    void brush.place({ x: 0, y: 0 });
    const error = { code: 'canvas/rate', message: '', params: { retry_ms: 4000 } };
    await answered({ ok: false, error });
    expect(brush.pending.value).toEqual([]);
    expect(brush.said.value).toEqual({ error, act: 'place' });
    expect(brush.readyAt).toBe(5000);
  });

  it('says of a pixel without an answer that there was none, unless it shows', async () => {
    vi.useFakeTimers();
    const lost = { ok: false, error: OFFLINE } as const;
    const { brush, board, answered } = sit();
    const give = async (): Promise<void> => {
      const done = answered(lost);
      await vi.advanceTimersByTimeAsync(1);
      await done;
    };
    void brush.place({ x: 3, y: 2 });
    await give();
    board.paint({ items: item(23, brush.color), seats: null }, 8, true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([brush.said.value, brush.pending.value]).toEqual([null, []]);
    void brush.place({ x: 4, y: 2 });
    await give();
    expect(brush.said.value).toBeNull();
    await vi.advanceTimersByTimeAsync(5000);
    expect([brush.said.value, brush.pending.value]).toEqual([{ error: OFFLINE, act: 'place' }, []]);
    vi.useRealTimers();
  });

  it('has the own team’s three shades only', () => {
    const { brush } = sit({ teams: 3 }, { team: 2 });
    expect(brush.colors.value).toEqual([7, 8, 9]);
    expect(brush.color).toBe(8);
    brush.take(4);
    expect([brush.color, brush.said.value]).toEqual([8, { word: 'otherTeam' }]);
    brush.step(2);
    expect(brush.color).toBe(7);
  });

  it('paints nothing for who waits or is barred', () => {
    expect(sit({}, { status: 'queue' }).brush.mayPaint).toBe(false);
    expect(sit({}, { barred: true }).brush.mayPaint).toBe(false);
  });
});
