// The canvas's binary forms, read: frames of the socket and bodies of the HTTP answers, all little-endian as every device of
// the pages is. Rubbish reads as null. It knows neither the board's state nor the network.

/** What came by the socket: placements in order, or the word that another epoch has begun. */
export type Frame = PlacedFrame | EpochFrame;

export interface PlacedFrame {
  readonly kind: 'placed';
  /** The epoch's lowest 8 bits. */
  readonly epoch: number;
  /** The version that the last placement made; the others made those just before it. */
  readonly version: number;
  /** cell | colour << 24 */
  readonly items: Uint32Array;
  /** Who placed each, for the TV and the host; 0 is the host. */
  readonly seats: Uint32Array | null;
}

export interface EpochFrame {
  readonly kind: 'epoch';
  /** The whole new epoch. */
  readonly epoch: number;
}

/** The board at a version, row by row. */
export interface Snapshot {
  readonly epoch: number;
  readonly version: number;
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/** The board seen through every `step`-th cell. */
export interface Overview extends Snapshot {
  readonly step: number;
}

/** Cells that changed after `since`, each once, with the colour that they have at `version`. */
export interface Changes {
  readonly epoch: number;
  readonly since: number;
  readonly version: number;
  readonly items: Uint32Array;
}

/** Every placement of a session in order (thinned out when there are very many). */
export interface Film {
  readonly epoch: number;
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly length: number;
  readonly items: Uint32Array;
  /** When each was placed, ms since `from`. */
  readonly times: Uint32Array;
}

/** How often cells were painted over: 0 (never) to 255 (`most` times), on a logarithmic scale. */
export interface Heatmap {
  readonly most: number;
  readonly width: number;
  readonly height: number;
  readonly heat: Uint8Array;
}

/** The ghost that the host has laid; a cell that it leaves free is `FREE`. */
export interface Template {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly cells: Uint16Array;
}

export const FREE = 0xffff;

const FRAME_HEADER = 8;
const HEADER = 20;
const TEMPLATE_HEADER = 16;
/** Sides of a board have at most so many cells. */
const LONGEST = 4096;

const PLACED = 1;
const PLACED_BY = 2;
const EPOCH = 3;
const CHANGES = 4;
const SNAPSHOT = 5;
const OVERVIEW = 6;
const FILM = 8;
const HEATMAP = 9;
const TEMPLATE = 10;

/** The cell of an item. */
export function cellOf(item: number): number {
  return item & 0xffffff;
}

/** The colour of an item. */
export function colourOf(item: number): number {
  return item >>> 24;
}

export function readFrame(body: ArrayBuffer): Frame | null {
  if (body.byteLength < FRAME_HEADER) return null;
  const view = new DataView(body);
  const op = view.getUint8(0);
  const count = view.getUint16(2, true);
  const version = view.getUint32(4, true);
  if (op === EPOCH) return body.byteLength === FRAME_HEADER ? { kind: 'epoch', epoch: version } : null;
  if (op !== PLACED && op !== PLACED_BY) return null;
  const words = op === PLACED ? 1 : 2;
  if (count === 0 || count > version || body.byteLength !== FRAME_HEADER + count * words * 4) return null;
  const all = new Uint32Array(body, FRAME_HEADER);
  const epoch = view.getUint8(1);
  if (op === PLACED) return { kind: 'placed', epoch, version, items: all, seats: null };
  return { kind: 'placed', epoch, version, items: everyOther(all, 0), seats: everyOther(all, 1) };
}

export function readSnapshot(body: ArrayBuffer): Snapshot | null {
  const view = opened(body, SNAPSHOT, HEADER);
  if (!view) return null;
  const size = sized(view, 8, body.byteLength - HEADER);
  const chunk = view.getUint16(2, true);
  if (!size || chunk === 0) return null;
  const packed = new Uint8Array(body, HEADER);
  return { epoch: view.getUint32(12, true), version: view.getUint32(4, true), ...size, cells: unpacked(packed, size.width, size.height, chunk) };
}

export function readOverview(body: ArrayBuffer): Overview | null {
  const view = opened(body, OVERVIEW, HEADER);
  const size = view && sized(view, 8, body.byteLength - HEADER);
  if (!view || !size) return null;
  const step = view.getUint16(2, true);
  if (step === 0) return null;
  return { epoch: view.getUint32(12, true), version: view.getUint32(4, true), ...size, step, cells: new Uint8Array(body, HEADER) };
}

export function readChanges(body: ArrayBuffer): Changes | null {
  const view = opened(body, CHANGES, HEADER);
  if (!view || body.byteLength !== HEADER + view.getUint32(12, true) * 4) return null;
  const version = view.getUint32(4, true);
  const since = view.getUint32(8, true);
  if (since > version) return null;
  return { epoch: view.getUint32(16, true), since, version, items: new Uint32Array(body, HEADER) };
}

export function readFilm(body: ArrayBuffer): Film | null {
  const view = opened(body, FILM, HEADER);
  const size = view && sides(view, 8);
  if (!view || !size || body.byteLength !== HEADER + view.getUint32(4, true) * 8) return null;
  const all = new Uint32Array(body, HEADER);
  return {
    epoch: view.getUint8(1),
    ...size,
    from: view.getUint32(12, true),
    length: view.getUint32(16, true),
    items: everyOther(all, 0),
    times: everyOther(all, 1),
  };
}

export function readHeatmap(body: ArrayBuffer): Heatmap | null {
  const view = opened(body, HEATMAP, HEADER);
  const size = view && sized(view, 8, body.byteLength - HEADER);
  if (!view || !size) return null;
  return { most: view.getUint32(4, true), ...size, heat: new Uint8Array(body, HEADER) };
}

export function readTemplate(body: ArrayBuffer): Template | null {
  const view = opened(body, TEMPLATE, TEMPLATE_HEADER);
  const size = view && sized(view, 8, (body.byteLength - TEMPLATE_HEADER) / 2);
  if (!view || !size) return null;
  return {
    id: view.getUint32(4, true),
    ...size,
    x: view.getUint16(12, true),
    y: view.getUint16(14, true),
    cells: new Uint16Array(body, TEMPLATE_HEADER),
  };
}

function opened(body: ArrayBuffer, op: number, header: number): DataView | null {
  if (body.byteLength < header) return null;
  const view = new DataView(body);
  return view.getUint8(0) === op ? view : null;
}

function sides(view: DataView, at: number): { width: number; height: number } | null {
  const width = view.getUint16(at, true);
  const height = view.getUint16(at + 2, true);
  const sound = width > 0 && height > 0 && width <= LONGEST && height <= LONGEST;
  return sound ? { width, height } : null;
}

/** The sides, if their product is the number of cells that there are. */
function sized(view: DataView, at: number, cells: number): { width: number; height: number } | null {
  const size = sides(view, at);
  return size && size.width * size.height === cells ? size : null;
}

function everyOther(all: Uint32Array, first: number): Uint32Array {
  const chosen = new Uint32Array(all.length >> 1);
  for (let i = 0; i < chosen.length; i++) chosen[i] = all[2 * i + first] ?? 0;
  return chosen;
}

/** Chunks lie one after the other, row-major as their rows are; those at the right and the bottom are cut. */
function unpacked(packed: Uint8Array, width: number, height: number, chunk: number): Uint8Array {
  const cells = new Uint8Array(width * height);
  let read = 0;
  for (let top = 0; top < height; top += chunk) {
    const bottom = Math.min(top + chunk, height);
    for (let left = 0; left < width; left += chunk) {
      const across = Math.min(chunk, width - left);
      for (let y = top; y < bottom; y++, read += across) cells.set(packed.subarray(read, read + across), y * width + left);
    }
  }
  return cells;
}
