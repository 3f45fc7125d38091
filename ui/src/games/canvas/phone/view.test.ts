import { describe, expect, it } from 'vitest';
import { cellAt, fit, glide, held, middle, onTheWay, pan, pinch, scales, toBoard, toScreen, turned, zoomTo, type Point, type Size, type Stage, type Turn, type View } from './view';

/** Chance that comes out the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

interface Case {
  board: Size;
  stage: Stage;
  view: View;
  point: () => Point;
  chance: () => number;
}

function each(check: (one: Case) => void): void {
  for (let seed = 1; seed <= 400; seed++) {
    const chance = dice(seed * 7919);
    const whole = (least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));
    const board = { width: whole(8, 4096), height: whole(8, 4096) };
    const stage = { left: whole(0, 40), top: whole(0, 90), width: whole(300, 1400), height: whole(200, 900) };
    const turn = whole(0, 3) as Turn;
    const { least, most } = scales(board, stage, turn);
    const view = { scale: least * Math.pow(most / least, chance()), x: chance() * board.width, y: chance() * board.height, turn, mirror: chance() < 0.5 };
    const point = (): Point => ({ x: stage.left + chance() * stage.width, y: stage.top + chance() * stage.height });
    check({ board, stage, view, point, chance });
  }
}

function near(one: Point, other: Point, within = 1e-6): void {
  expect(Math.abs(one.x - other.x)).toBeLessThan(within);
  expect(Math.abs(one.y - other.y)).toBeLessThan(within);
}

function inside(view: View, board: Size, stage: Stage): void {
  const { least, most } = scales(board, stage, view.turn);
  expect(view.scale).toBeGreaterThanOrEqual(least * 0.999999);
  expect(view.scale).toBeLessThanOrEqual(most * 1.000001);
  const on = toBoard(view, stage, middle(stage));
  expect(on.x >= -1e-9 && on.y >= -1e-9 && on.x <= board.width + 1e-9 && on.y <= board.height + 1e-9).toBe(true);
}

describe('the view', () => {
  it('leads from the screen to the board and back', () => {
    each(({ view, stage, point }) => {
      const at = point();
      near(toScreen(view, stage, toBoard(view, stage, at)), at);
    });
  });

  it('keeps the cell under the fingers’ middle while they pinch', () => {
    each(({ view, board, stage, point, chance }) => {
      const [from, to] = [point(), point()];
      const after = pinch(view, board, stage, from, to, 0.3 + chance() * 3);
      const under = toBoard(view, stage, from);
      const atLimit = after.x === 0 || after.y === 0 || after.x === board.width || after.y === board.height;
      if (!atLimit) near(toScreen(after, stage, under), to, 1e-4);
    });
  });

  it('is held: whatever is done, the middle of the stage shows some of the board', () => {
    each(({ view, board, stage, point, chance }) => {
      let now = view;
      for (let i = 0; i < 12; i++) {
        const act = Math.floor(chance() * 4);
        if (act === 0) now = pan(now, board, stage, { x: (chance() - 0.5) * 9000, y: (chance() - 0.5) * 9000 });
        if (act === 1) now = pinch(now, board, stage, point(), point(), 0.05 + chance() * 12);
        if (act === 2) now = zoomTo(now, board, stage, point(), chance() * 200);
        if (act === 3) now = turned(now, board, stage);
        inside(now, board, stage);
      }
    });
  });

  it('moves the board with the finger', () => {
    each(({ view, board, stage, point, chance }) => {
      const at = point();
      const way = { x: chance() * 30, y: -chance() * 30 };
      const after = pan(view, board, stage, way);
      const atLimit = after.x === 0 || after.y === 0 || after.x === board.width || after.y === board.height;
      if (!atLimit) near(toScreen(after, stage, toBoard(view, stage, at)), { x: at.x + way.x, y: at.y + way.y }, 1e-4);
    });
  });

  it('shows the whole board when it fits it, however it is turned', () => {
    each(({ board, stage, view }) => {
      const whole = fit(board, stage, view.turn, view.mirror);
      if (whole.scale > 64) return;
      expect(held(whole, board, stage)).toEqual(whole);
      for (const corner of [{ x: 0, y: 0 }, { x: board.width, y: 0 }, { x: 0, y: board.height }, { x: board.width, y: board.height }]) {
        const at = toScreen(whole, stage, corner);
        expect(at.x >= stage.left && at.x <= stage.left + stage.width && at.y >= stage.top && at.y <= stage.top + stage.height).toBe(true);
      }
    });
  });

  it('turns about the middle, and four turns are none', () => {
    each(({ view, board, stage }) => {
      const middleOf = { ...view, scale: 20 };
      const round = [0, 1, 2, 3].reduce((now) => turned(now, board, stage), held(middleOf, board, stage));
      expect(round.turn).toBe(view.turn);
      near(round, view);
    });
  });

  it('keeps what a zoom is about in its place all the way', () => {
    each(({ view, board, stage, point }) => {
      const at = point();
      const to = zoomTo(view, board, stage, at, 30);
      const under = toBoard(view, stage, at);
      if (Math.hypot(toScreen(to, stage, under).x - at.x, toScreen(to, stage, under).y - at.y) > 1e-3) return;
      for (const share of [0.2, 0.5, 0.9]) near(toScreen(onTheWay(view, to, share), stage, under), at, 0.05 * 60);
      near(onTheWay(view, to, 1), to, 1e-6);
    });
  });

  it('knows the cell under a point, and none beside the board', () => {
    const stage = { left: 0, top: 0, width: 400, height: 400 };
    const view: View = { scale: 40, x: 5, y: 5, turn: 0, mirror: false };
    expect(cellAt(view, stage, { width: 10, height: 10 }, { x: 201, y: 201 })).toEqual({ x: 5, y: 5 });
    expect(cellAt({ ...view, turn: 1 }, stage, { width: 10, height: 10 }, { x: 199, y: 201 })).toEqual({ x: 5, y: 5 });
    expect(cellAt({ ...view, x: 0 }, stage, { width: 10, height: 10 }, { x: 199, y: 201 })).toBeNull();
  });

  it('glides to a halt, as far in many steps as in one', () => {
    let [speed, far] = [{ x: 2, y: -1 }, 0];
    for (let i = 0; i < 50; i++) {
      const step = glide(speed, 16);
      far += step.way.x;
      speed = step.speed;
    }
    expect(far).toBeCloseTo(glide({ x: 2, y: -1 }, 800).way.x, 6);
    expect(Math.hypot(glide({ x: 2, y: -1 }, 3000).speed.x)).toBeLessThan(0.001);
  });
});
