import { describe, expect, it } from 'vitest';
import { body, changesBody, epochFrame, item, placedByFrame, placedFrame, snapshotBody } from './model';
import { cellOf, colourOf, FREE, readChanges, readFilm, readFrame, readHeatmap, readOverview, readSnapshot, readTemplate } from './wire';

const READERS = [readFrame, readSnapshot, readOverview, readChanges, readFilm, readHeatmap, readTemplate];

describe('frames', () => {
  it('are placements in order for phones', () => {
    const items = [item(7, 3), item(0xffffff, 255)];
    const frame = readFrame(placedFrame(0x1fe, 12, items));
    expect(frame).toEqual({ kind: 'placed', epoch: 0xfe, version: 12, items: new Uint32Array(items), seats: null });
    expect(items.map((one) => [cellOf(one), colourOf(one)])).toEqual([[7, 3], [0xffffff, 255]]);
  });

  it('name the seats for the TV and the host', () => {
    const frame = readFrame(placedByFrame(1, 2, [item(4, 1), item(5, 2)], [9, 0]));
    expect(frame).toMatchObject({ items: new Uint32Array([item(4, 1), item(5, 2)]), seats: new Uint32Array([9, 0]) });
  });

  it('give the whole of a new epoch', () => {
    expect(readFrame(epochFrame(0x12345678))).toEqual({ kind: 'epoch', epoch: 0x12345678 });
  });

  it('are nothing if their count is not that of their items, or of the versions that there can be', () => {
    expect(readFrame(placedFrame(1, 1, []))).toBeNull();
    expect(readFrame(placedFrame(1, 1, [1, 2]))).toBeNull();
    expect(readFrame(body([1, 1], [1, 0], [2, 2], [4, 9], [4, 1]))).toBeNull();
    expect(readFrame(body([1, 2], [1, 0], [2, 2], [4, 9], [4, 1], [4, 2]))).toBeNull();
  });
});

describe('a snapshot', () => {
  it('is unpacked from its chunks, those at the edges cut', () => {
    // 5 × 3 in chunks of 2 × 2, every cell its own number.
    const packed = [0, 1, 5, 6, 2, 3, 7, 8, 4, 9, 10, 11, 12, 13, 14];
    const snapshot = readSnapshot(snapshotBody(300, 8, 5, 3, packed, 2));
    expect(snapshot).toEqual({ epoch: 300, version: 8, width: 5, height: 3, cells: Uint8Array.from({ length: 15 }, (_, i) => i) });
  });

  it('is unpacked from chunks of 64, as the server packs them', () => {
    const [width, height] = [130, 70];
    const colour = (x: number, y: number): number => (x * 7 + y * 13) & 0xff;
    const packed: number[] = [];
    for (let cy = 0; cy < height; cy += 64)
      for (let cx = 0; cx < width; cx += 64)
        for (let y = cy; y < Math.min(cy + 64, height); y++) for (let x = cx; x < Math.min(cx + 64, width); x++) packed.push(colour(x, y));
    const cells = readSnapshot(snapshotBody(1, 1, width, height, packed))?.cells;
    expect(cells?.every((one, cell) => one === colour(cell % width, Math.floor(cell / width)))).toBe(true);
  });

  it('is nothing if cells are missing', () => {
    expect(readSnapshot(snapshotBody(1, 1, 5, 3, [1, 2, 3]))).toBeNull();
    expect(readSnapshot(snapshotBody(1, 1, 0, 0, []))).toBeNull();
    expect(readSnapshot(snapshotBody(1, 1, 1, 1, [1], 0))).toBeNull();
  });
});

describe('the other bodies', () => {
  it('are changes', () => {
    const changes = readChanges(changesBody(260, 4, 9, [item(1, 2)]));
    expect(changes).toEqual({ epoch: 260, since: 4, version: 9, items: new Uint32Array([item(1, 2)]) });
    expect(readChanges(changesBody(260, 10, 9, []))).toBeNull();
  });

  it('are the overview', () => {
    const overview = readOverview(body([1, 6], [1, 1], [2, 4], [4, 7], [2, 2], [2, 1], [4, 257], [4, 0], [1, 5], [1, 6]));
    expect(overview).toEqual({ epoch: 257, version: 7, width: 2, height: 1, step: 4, cells: new Uint8Array([5, 6]) });
  });

  it('are the film and the heatmap', () => {
    const film = readFilm(body([1, 8], [1, 1], [2, 0], [4, 2], [2, 9], [2, 8], [4, 1000], [4, 500], [4, item(1, 2)], [4, 0], [4, item(3, 4)], [4, 450]));
    expect(film).toEqual({
      epoch: 1,
      width: 9,
      height: 8,
      from: 1000,
      length: 500,
      items: new Uint32Array([item(1, 2), item(3, 4)]),
      times: new Uint32Array([0, 450]),
    });
    const heatmap = readHeatmap(body([1, 9], [1, 1], [2, 0], [4, 77], [2, 1], [2, 2], [4, 0], [4, 0], [1, 0], [1, 255]));
    expect(heatmap).toEqual({ most: 77, width: 1, height: 2, heat: new Uint8Array([0, 255]) });
  });

  it('are the template', () => {
    const template = readTemplate(body([1, 10], [1, 0], [2, 0], [4, 3], [2, 2], [2, 1], [2, 11], [2, 12], [2, 5], [2, FREE]));
    expect(template).toEqual({ id: 3, width: 2, height: 1, x: 11, y: 12, cells: new Uint16Array([5, FREE]) });
  });

  it('are nothing when they are rubbish', () => {
    for (let length = 0; length < 64; length++) {
      const ones = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
      for (let op = 0; op <= 11; op++) {
        ones[0] = op;
        for (const read of READERS) expect(() => read(ones.buffer)).not.toThrow();
      }
    }
    const page = new TextEncoder().encode('<!doctype html><title>Sign in to the Wi-Fi</title>').buffer as ArrayBuffer;
    for (const read of READERS) expect(read(page)).toBeNull();
  });
});
