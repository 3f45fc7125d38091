import { describe, expect, it } from 'vitest';
import { readMine } from './mine';

function body(op: number, ...words: number[]): ArrayBuffer {
  const made = new Uint32Array([op, ...words]);
  return made.buffer;
}

describe('one’s own pixels', () => {
  it('are read', () => {
    expect(readMine(body(11, 2, 9, 2, 0, 17, 300))).toEqual({ placed: 9, surviving: 2, cells: new Uint32Array([17, 300]) });
    expect(readMine(body(11, 0, 9, 0, 0))?.cells.length).toBe(0);
  });

  it('are not read from rubbish', () => {
    expect(readMine(body(10, 2, 9, 2, 0))).toBeNull();
    expect(readMine(new ArrayBuffer(7))).toBeNull();
  });
});
