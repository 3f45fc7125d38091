import { describe, expect, it } from 'vitest';
import { Board, type Change } from './board';
import { item } from './model';

const blank = (): Board => new Board({ epoch: 1, version: 0, width: 3, height: 2, cells: new Uint8Array(6) });

function heard(board: Board): Change[] {
  const changes: Change[] = [];
  board.on((change) => changes.push(change));
  return changes;
}

describe('the board', () => {
  it('paints in order and tells what was painted, and by whom', () => {
    const board = blank();
    const changes = heard(board);
    const placement = { items: new Uint32Array([item(4, 2), item(4, 255)]), seats: new Uint32Array([7, 0]) };
    board.paint(placement, 2, true);
    expect(Array.from(board.cells)).toEqual([0, 0, 0, 0, 255, 0]);
    expect(board.version).toBe(2);
    expect(changes).toEqual([{ kind: 'cells', fresh: true, ...placement }]);
  });

  it('tells of nothing when nothing was painted', () => {
    const board = blank();
    const changes = heard(board);
    board.paint({ items: new Uint32Array(), seats: null }, 3, false);
    expect(board.version).toBe(3);
    expect(changes).toEqual([]);
  });

  it('leaves out what lies beside it', () => {
    const board = blank();
    const changes = heard(board);
    board.paint({ items: new Uint32Array([item(6, 1), item(5, 2)]), seats: new Uint32Array([1, 2]) }, 2, true);
    expect(changes).toEqual([{ kind: 'cells', fresh: true, items: new Uint32Array([item(5, 2)]), seats: new Uint32Array([2]) }]);
  });

  it('becomes a snapshot as a whole', () => {
    const board = blank();
    const changes = heard(board);
    board.lay({ epoch: 2, version: 9, width: 3, height: 2, cells: new Uint8Array([1, 2, 3, 4, 5, 6]) });
    expect([board.epoch, board.version, board.cells[5]]).toEqual([2, 9, 6]);
    expect(changes).toEqual([{ kind: 'all' }]);
  });

  it('is silent for who no longer listens', () => {
    const board = blank();
    let count = 0;
    board.on(() => count++)();
    board.paint({ items: new Uint32Array([item(1, 1)]), seats: null }, 1, true);
    expect(count).toBe(0);
  });
});
