import { describe, expect, it } from 'vitest';
import { FREE } from '../sync/wire';
import { Ghost } from './ghost';

const board = (width: number, height: number) => ({ width, height, cells: new Uint8Array(width * height) });

function ghost(width: number, height: number, color: number, x = 10, y = 20): Ghost {
  return new Ghost({ id: 1, x, y, width, height, cells: new Uint16Array(width * height).fill(color) });
}

describe('the ghost', () => {
  it('points to the nearest wrong cell', () => {
    const pixels = board(100, 100);
    expect(ghost(5, 5, 3).nextWrong(pixels, { x: 12, y: 22 })).toEqual({ x: 12, y: 22 });
    expect(ghost(5, 5, 3).nextWrong(pixels, { x: 8, y: 22 })).toEqual({ x: 10, y: 22 });
  });

  it('finds one that is far, in as many calls as it takes', () => {
    const pixels = board(1000, 1000);
    const all = ghost(800, 800, 3, 100, 100);
    pixels.cells.fill(3);
    pixels.cells[890 * 1000 + 890] = 1;
    let found = null;
    for (let call = 0; call < 12 && !found; call++) found = all.nextWrong(pixels, { x: 100, y: 100 });
    expect(found).toEqual({ x: 890, y: 890 });
  });

  it('is content with what is as it should be, and with whatever lies where it is free', () => {
    const pixels = board(100, 100);
    expect(ghost(5, 5, 0).nextWrong(pixels, { x: 12, y: 22 })).toBeNull();
    expect(ghost(5, 5, FREE).nextWrong(pixels, { x: 12, y: 22 })).toBeNull();
    expect(ghost(5, 5, FREE).wants({ x: 12, y: 22 })).toBeNull();
  });
});
