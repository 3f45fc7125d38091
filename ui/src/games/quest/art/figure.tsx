// How every figure and sign of the quest is put together: marks, one short string each, so that some sixty drawings weigh little.
// It knows paints and strokes, not what is drawn.
import type { VNode } from 'preact';

const INK = '#14204f';
const PAINTS: Record<string, string> = {
  i: INK, n: '#24347a', d: '#4a62bd', c: '#7cc8ff', b: '#b9c9f5', w: '#f8fbff', z: '#98a6d4', x: '#59669c',
  g: '#79e6b6', f: '#2f9b7c', r: '#ff8f8f', e: '#e0526a', k: '#ff9fb4', y: '#ffdb80', o: '#ffab2e', a: '#ff7a3d',
  m: '#f3dcb4', t: '#d39a5c', q: '#96603c', p: '#9a6bff', v: '#5f45b5', u: '#cfb0ff', l: '#ffdcbd', h: '#e3ab7c', j: '#a9714d',
  S: 'rgba(20,32,79,.2)', H: 'rgba(255,255,255,.5)',
};

/** `p d`: a shape of paint p with an outline of ink · `.p d`: without · `~p5 d`: a line, 5 wide · `#p5 d`: a line with an outline ·
 * `|…`: the mark and its mirror image. d is a path, or `o` cx cy rx ry for an ellipse. */
export type Mark = string;
const MARK = /^(\|?)([.~#]?)(\w)([\d.]*) (.+)$/;

export interface Look {
  /** The width of the box, within which `|` mirrors. */
  box: number;
  /** The width of an outline. */
  edge: number;
  /** What becomes of every paint: spirits are paler. */
  tint?: (paint: string) => string;
}

export function Marks({ of, look }: { of: readonly Mark[]; look: Look }) {
  return <>{of.map((mark) => drawn(mark, look))}</>;
}

/** `paint` as a hero's spirit has it: moonlight, the paler the lighter it was. */
export function ghostly(paint: string): string {
  if (paint === INK) return '#6880cf';
  if (paint.charAt(0) !== '#') return paint;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(paint.slice(at, at + 2), 16));
  const light = (red * 3 + green * 6 + blue) / 2550;
  return `rgb(${Math.round(150 + 102 * light)},${Math.round(176 + 78 * light)},255)`;
}

function drawn(mark: Mark, look: Look): VNode | null {
  const [, twin, kind, paint, width, d] = MARK.exec(mark) ?? [];
  if (!paint || !d) return null;
  const one = stroke(kind ?? '', colour(paint, look), Number(width) || look.edge, d, look);
  return twin ? <>{one}<g transform={`matrix(-1 0 0 1 ${look.box} 0)`}>{one}</g></> : one;
}

function colour(paint: string, look: Look): string {
  const plain = PAINTS[paint] ?? INK;
  return look.tint ? look.tint(plain) : plain;
}

function stroke(kind: string, paint: string, width: number, d: string, look: Look): VNode {
  const ink = colour('i', look);
  if (kind === '.') return shape(d, { fill: paint });
  if (kind === '~') return shape(d, { fill: 'none', stroke: paint, 'stroke-width': width });
  if (kind === '#') return <>{shape(d, { fill: 'none', stroke: ink, 'stroke-width': width + look.edge * 2 })}{shape(d, { fill: 'none', stroke: paint, 'stroke-width': width })}</>;
  return shape(d, { fill: paint, stroke: ink, 'stroke-width': look.edge });
}

function shape(d: string, paint: Record<string, string | number>): VNode {
  const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...paint } as const;
  if (d.charAt(0) !== 'o') return <path d={d} {...round} />;
  const [cx, cy, rx, ry] = d.slice(1).split(' ');
  return <ellipse cx={cx} cy={cy} rx={rx} ry={ry ?? rx} {...round} />;
}
