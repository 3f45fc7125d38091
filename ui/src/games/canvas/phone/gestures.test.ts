import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWorld } from '../../../lib/fake';
import { Fingers, type Hears } from './gestures';
import type { Point } from './view';

const at = (x: number, y: number): Point => ({ x, y });
const round = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;

describe('fingers', () => {
  let said: string[];
  let world: FakeWorld;
  let fingers: Fingers;

  beforeEach(() => {
    said = [];
    world = new FakeWorld();
    const hears: Hears = {
      touched: () => undefined,
      released: () => undefined,
      panned: (way) => said.push(`pan ${round(way)}`),
      pinched: (from, to, factor) => said.push(`pinch ${round(from)} → ${round(to)} ×${factor.toFixed(1)}`),
      flung: (speed) => said.push(`fling ${speed.x.toFixed(1)},${speed.y.toFixed(1)}`),
      tapped: (point) => said.push(`tap ${round(point)}`),
      doubleTapped: (point) => said.push(`twice ${round(point)}`),
      heldDown: (point) => said.push(`hold ${round(point)}`),
    };
    fingers = new Fingers(hears, (ms, task) => world.after(ms, task));
  });

  const tap = (point: Point, time: number): void => {
    fingers.press(1, point, time);
    fingers.lift(1, time + 60);
  };

  it('tap, also when they tremble', () => {
    fingers.press(1, at(50, 50), 0);
    fingers.move(1, at(54, 52), 20);
    fingers.lift(1, 80);
    expect(said).toEqual(['tap 50,50']);
  });

  it('tap twice, and a third time is a tap of its own', () => {
    for (const time of [0, 150, 300]) tap(at(50, 50), time);
    expect(said).toEqual(['tap 50,50', 'twice 50,50', 'tap 50,50']);
  });

  it('tap at two places, or slowly: two taps', () => {
    tap(at(50, 50), 0);
    tap(at(120, 50), 150);
    tap(at(120, 50), 900);
    expect(said).toEqual(['tap 50,50', 'tap 120,50', 'tap 120,50']);
  });

  it('pan, and fling when let go in motion', () => {
    fingers.press(1, at(0, 0), 0);
    for (let step = 1; step <= 5; step++) fingers.move(1, at(step * 20, 0), step * 16);
    fingers.lift(1, 85);
    expect(said.slice(0, 2)).toEqual(['pan 20,0', 'pan 20,0']);
    expect(said[said.length - 1]).toBe('fling 1.3,0.0');
  });

  it('do not fling when they rested before they let go', () => {
    fingers.press(1, at(0, 0), 0);
    fingers.move(1, at(40, 0), 16);
    fingers.move(1, at(80, 0), 32);
    fingers.lift(1, 400);
    expect(said).toEqual(['pan 40,0', 'pan 40,0']);
  });

  it('hold: once, and no tap follows', () => {
    fingers.press(1, at(9, 9), 0);
    world.pass(600);
    fingers.lift(1, 700);
    expect(said).toEqual(['hold 9,9']);
  });

  it('do not hold while they pan or pinch', () => {
    fingers.press(1, at(0, 0), 0);
    fingers.move(1, at(30, 0), 100);
    world.pass(1000);
    fingers.lift(1, 1000);
    fingers.press(1, at(0, 0), 2000);
    fingers.press(2, at(100, 0), 2010);
    world.pass(1000);
    expect(said.filter((word) => word.indexOf('hold') === 0)).toEqual([]);
  });

  it('pinch about their middle, and neither tap nor fling afterwards', () => {
    fingers.press(1, at(100, 100), 0);
    fingers.press(2, at(200, 100), 10);
    fingers.move(2, at(300, 100), 20);
    fingers.lift(2, 30);
    fingers.lift(1, 40);
    expect(said).toEqual(['pinch 150,100 → 200,100 ×2.0']);
  });

  it('go on panning with the finger that stays', () => {
    fingers.press(1, at(100, 100), 0);
    fingers.press(2, at(200, 100), 10);
    fingers.lift(2, 20);
    fingers.move(1, at(110, 100), 30);
    expect(said).toEqual(['pan 10,0']);
  });

  it('that the system takes away leave nothing behind', () => {
    fingers.press(1, at(0, 0), 0);
    fingers.cancel(1);
    world.pass(1000);
    tap(at(5, 5), 2000);
    expect(said).toEqual(['tap 5,5']);
  });
});
