import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Glass } from './glass';
import { STAMP } from './wall';

/** A canvas that remembers what was drawn on it, and where. */
class Canvas {
  readonly drawn: string[] = [];
  private at: number[][] = [];

  constructor(
    public width: number,
    public height: number,
  ) {}

  addEventListener = (): void => undefined;

  getContext(): object {
    return {
      setTransform: (...matrix: number[]) => (this.at = [matrix]),
      transform: (...matrix: number[]) => this.at.push(matrix),
      clearRect: () => this.drawn.push('clear'),
      drawImage: (picture: Canvas) => this.drawn.push(`picture ${picture.width}${this.where}`),
      fillRect: (_x: number, _y: number, width: number) => this.drawn.push(`square ${width}${this.where}`),
    };
  }

  private get where(): string {
    return this.at.map((matrix) => ` ${matrix.join()}`).join('');
  }
}

describe('the glass of a worker', () => {
  beforeEach(() => void vi.stubGlobal('OffscreenCanvas', Canvas));
  afterEach(() => void vi.unstubAllGlobals());

  function glass(calm = false) {
    const canvas = new Canvas(1, 1);
    const wall = new Glass(canvas as unknown as OffscreenCanvas, calm);
    wall.fit({ width: 100, height: 50 }, 2);
    return { canvas, wall, after: (now: number) => (canvas.drawn.splice(0), wall.done(now)) };
  }

  it('lays the world below what does not move with it, and nothing that is hidden', () => {
    const { canvas, wall } = glass();
    const above = wall.sheet(false);
    const world = wall.sheet(true);
    const hidden = wall.sheet(true);
    const under = wall.under(new Canvas(7, 7) as unknown as OffscreenCanvas);
    above.fit({ width: 3, height: 3 }, 1);
    world.fit({ width: 4, height: 4 }, 2);
    hidden.fit({ width: 5, height: 5 }, 1);
    for (const piece of [above, world, under]) piece.show(true);
    world.lie([2, 0, 0, 2, 9, 9]);
    wall.turn([1, 0, 0, 1, 5, 0]);
    wall.done(0);
    expect(canvas.drawn).toEqual([
      'clear',
      'picture 7 2,0,0,2,0,0 1,0,0,1,5,0 1,0,0,1,0,0',
      'picture 8 2,0,0,2,0,0 1,0,0,1,5,0 2,0,0,2,9,9',
      'picture 3 2,0,0,2,0,0 1,0,0,1,0,0 1,0,0,1,0,0',
    ]);
  });

  it('draws nothing while nothing has changed', () => {
    const { canvas, wall, after } = glass();
    const sheet = wall.sheet(true);
    sheet.show(true);
    expect([wall.done(0), after(16), canvas.drawn]).toEqual([false, false, []]);
    wall.touched();
    expect([after(32), canvas.drawn.length]).toEqual([false, 2]);
  });

  it('takes another size with the frame that fills it, so that nobody sees it empty', () => {
    const { canvas, wall } = glass();
    expect(canvas.width).toBe(1);
    wall.done(0);
    expect([canvas.width, canvas.height]).toEqual([200, 100]);
  });

  it('beats while a pixel is on its way, unless less motion is wanted', () => {
    for (const calm of [false, true]) {
      const { canvas, wall, after } = glass(calm);
      const stamp = wall.square('stamp');
      expect(wall.done(0)).toBe(false);
      stamp.show(true);
      expect(after(16)).toBe(!calm);
      expect(canvas.drawn).toEqual(['clear', `square ${STAMP} 2,0,0,2,0,0 1,0,0,1,0,0 1,0,0,1,0,0`]);
      stamp.show(false);
      expect(after(32)).toBe(false);
    }
  });
});
