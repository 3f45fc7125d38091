// One's own pixels that are still on the board: asked for once, for the card at the end.

export interface Mine {
  placed: number;
  surviving: number;
  /** Cells, counted row by row. */
  cells: Uint32Array;
}

const OP = 11;
const HEADER = 20;

/** The cells that a player's pixels still cover; null without an answer. */
export async function mine(code: string, player: number): Promise<Mine | null> {
  try {
    const answer = await fetch(`/api/session/${encodeURIComponent(code)}/canvas/mine?player=${player}`, { cache: 'no-store' });
    return answer.ok ? readMine(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

export function readMine(body: ArrayBuffer): Mine | null {
  if (body.byteLength < HEADER || body.byteLength % 4 !== 0) return null;
  const view = new DataView(body);
  if (view.getUint8(0) !== OP) return null;
  return { placed: view.getUint32(8, true), surviving: view.getUint32(12, true), cells: new Uint32Array(body, HEADER) };
}
