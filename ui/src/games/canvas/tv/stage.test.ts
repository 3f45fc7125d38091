// What the stage is made of, without a picture: borders, names, the ghost's likeness, the window's shape, what a pixel looks like.
import { describe, expect, it } from 'vitest';
import { Borders, teamOf } from './borders';
import { wholeFrame } from './frame';
import { Likeness } from './ghost';
import { MOST_NAMES, Names, overlap } from './names';
import { littleEndian } from './painter';
import { windowFor } from './size';

const BOARD = { width: 32, height: 24 };
const RED = 2;
const BLUE = 5;

/** The left half red, the right half blue. */
function halves(): Uint8Array {
  return Uint8Array.from({ length: BOARD.width * BOARD.height }, (_, cell) => (cell % BOARD.width < 16 ? RED : BLUE));
}

describe('a border', () => {
  it('belongs to the team whose three shades the colours are', () => {
    expect([0, 1, 3, 4, 18].map(teamOf)).toEqual([-1, 0, 0, 1, 5]);
  });

  it('is contested where both teams paint, for twenty seconds', () => {
    const borders = new Borders(BOARD, halves());
    borders.placed(4 * BOARD.width + 15, RED, 1000);
    expect(borders.contested(1000)).toEqual([]);
    borders.placed(5 * BOARD.width + 17, BLUE, 2000);
    const edges = borders.contested(2000);
    expect(edges.length).toBeGreaterThan(7);
    expect(edges.every(({ x, upright, teams }) => x === 16 && upright && teams.join() === '0,1')).toBe(true);
    expect(borders.contested(20_999).length).toBe(edges.length);
    expect(borders.contested(21_001)).toEqual([]);
  });

  it('is calm where only one team paints, and far from the fight', () => {
    const borders = new Borders(BOARD, halves());
    borders.placed(2 * BOARD.width + 15, RED, 0);
    borders.placed(2 * BOARD.width + 3, BLUE, 0);
    expect(borders.contested(1).every(({ y }) => y < 16)).toBe(true);
    borders.clear();
    expect(borders.contested(1)).toEqual([]);
  });
});

describe('names', () => {
  const view = { width: 1300, height: 730 };
  const frame = wholeFrame({ width: 160, height: 90 }, 160 / 90);
  const wide = (seat: number): number => 90 + (seat % 5) * 40;

  it('are those of the newest painters, a few, none over another and none cut off', () => {
    const names = new Names({ width: 160, height: 90 });
    for (let seat = 1; seat <= 30; seat += 1) names.placed(((seat * 37) % 90) * 160 + ((seat * 53) % 160), seat, seat);
    const labels = names.labels(frame, view, 48, wide, 100);
    expect(labels.length).toBe(MOST_NAMES);
    labels.forEach((one, i) => {
      expect(one.left >= 0 && one.top >= 0 && one.left + one.width <= view.width && one.top + one.height <= view.height).toBe(true);
      labels.slice(i + 1).forEach((other) => expect(overlap(one, other)).toBe(false));
    });
  });

  it('find room beside each other in one spot, or wait', () => {
    const names = new Names({ width: 160, height: 90 });
    for (let seat = 1; seat <= 12; seat += 1) names.placed(45 * 160 + 80 + (seat % 3), seat, 0);
    const labels = names.labels(frame, view, 48, () => 200, 1);
    expect(labels.length).toBeGreaterThan(2);
    labels.forEach((one, i) => labels.slice(i + 1).forEach((other) => expect(overlap(one, other)).toBe(false)));
  });

  it('stay where they hang while their painter goes on nearby, and go when he rests', () => {
    const names = new Names({ width: 160, height: 90 });
    names.placed(45 * 160 + 80, 1, 0);
    const before = names.labels(frame, view, 48, wide, 1)[0];
    names.placed(46 * 160 + 84, 1, 1000);
    expect(names.labels(frame, view, 48, wide, 1001)[0]).toEqual(before);
    names.placed(46 * 160 + 120, 1, 2000);
    expect(names.labels(frame, view, 48, wide, 2001)[0]).not.toEqual(before);
    expect(names.labels(frame, view, 48, wide, 7001)).toEqual([]);
  });

  it('are not those of painters out of sight', () => {
    const names = new Names({ width: 160, height: 90 });
    names.placed(0, 1, 0);
    expect(names.labels({ x: 80, y: 40, width: 40, height: 22.5 }, view, 48, wide, 1)).toEqual([]);
  });
});

describe('the likeness to a template', () => {
  const FREE = 0xffff;
  const template = { x: 2, y: 1, width: 2, height: 2, cells: Uint16Array.from([3, FREE, 0, 4]) };

  it('counts the cells that are as wished, and not those that are free', () => {
    const cells = new Uint8Array(6 * 4);
    const likeness = new Likeness(template, { width: 6, height: 4 }, cells);
    expect([likeness.right, likeness.total]).toEqual([1, 3]);
    cells[1 * 6 + 2] = 3;
    likeness.look(likeness.indexOf(1 * 6 + 2));
    expect(likeness.right).toBe(2);
    cells[2 * 6 + 2] = 9;
    likeness.look(likeness.indexOf(2 * 6 + 2));
    expect([likeness.right, likeness.wrong(2), likeness.wrong(1), likeness.wrong(3)]).toEqual([1, true, false, true]);
    cells[2 * 6 + 2] = 0;
    cells[2 * 6 + 3] = 4;
    likeness.recount();
    expect(likeness.right).toBe(3);
  });

  it('is not concerned by cells beside it', () => {
    const likeness = new Likeness(template, { width: 6, height: 4 }, new Uint8Array(24));
    expect([0, 8, 9, 10, 14, 20].map((cell) => likeness.indexOf(cell))).toEqual([-1, 0, 1, -1, 2, -1]);
  });
});

it('gives every board a window within its room', () => {
  const room = { width: 80, height: 50 };
  for (const board of [{ width: 160, height: 90 }, { width: 256, height: 256 }, { width: 4096, height: 8 }, { width: 8, height: 4096 }]) {
    const { width, height } = windowFor(board, room);
    expect(width <= room.width && height <= room.height + 1e-9).toBe(true);
    expect(width === room.width || Math.abs(height - room.height) < 1e-9).toBe(true);
  }
});

it('writes a colour as a pixel', () => {
  expect(littleEndian('#ff8f01')).toBe(0xff018fff);
});
