// A guest as others see them: an animal's head in the seat's colour, a cap of snow, and one of four faces. A pure drawing: who
// moves it, moves the box around it.
import { memo } from './memo';
import { PARTS, type Animal, type Part } from './animalParts';
import { seatColor } from './seats';

export type Face = 'calm' | 'joy' | 'fright' | 'sleep';

export interface AvatarProps {
  animal: string;
  color: number;
  face?: Face;
  /** px; fills its box if left out. */
  size?: number;
  /** Where it looks, each −1 to 1: right and down are positive. */
  lookX?: number;
  lookY?: number;
}

const INK = '#14204f';
const FIXED: Record<string, string> = { i: INK, w: '#fff', o: '#ffab2e', k: '#ff9fb4', m: '#f3dcb4' };
// Light and shade of any colour: white or ink laid over it.
const VEIL: Record<string, [string, number]> = { t: ['#fff', 0.5], s: [INK, 0.34] };
const CAP = 'M26 45Q32 19 60 18Q88 19 94 45Q89 39 84 42Q79 45 74 39Q68 33 61 38Q54 43 48 38Q42 34 37 40Q31 38 26 45Z';

export const Avatar = memo(function Avatar({ animal, color, face = 'calm', size, lookX = 0, lookY = 0 }: AvatarProps) {
  const form = PARTS[animal] ?? (PARTS.bear as Animal);
  const tint = seatColor(color);
  return (
    <svg class="avatar" viewBox="0 0 120 120" width={size ?? '100%'} height={size ?? '100%'} aria-hidden="true">
      {form.back.map((part) => draw(part, tint, true))}
      <circle cx="60" cy="66" r="42" fill={tint} />
      <path d="M21 81a42 42 0 0 0 78 0a46 40 0 0 1-78 0Z" fill={INK} opacity=".13" />
      {form.front.map((part) => draw(part, tint, false))}
      {!(form.eyes && form.eyes[1] < 50) && <path d={CAP} fill="#f8fbff" />}
      {form.eyes && form.eyes[1] < 50 && <path d="M40 37Q44 22 60 22Q76 22 80 37Q72 42 66 38Q58 44 52 39Q46 42 40 37Z" fill="#f8fbff" />}
      <Eyes form={form} face={face} x={lookX} y={lookY} />
      {form.mouth !== null && <Mouth y={form.mouth ?? 86} face={face} />}
      {face === 'sleep' && <path d="M97 34h11l-11 12h11M110 16h8l-8 9h8" fill="none" stroke="#cfdbff" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" />}
    </svg>
  );
});

function draw(part: Part, tint: string, behind: boolean) {
  const line = part[0].length === 2;
  const key = part[0].slice(-1);
  const veil = VEIL[key];
  // Behind the head there is sky, not the animal: shade lies on the seat's own colour there.
  if (veil && behind && !line) return <g>{shape(part, { fill: tint })}{shape(part, { fill: veil[0], opacity: veil[1] })}</g>;
  const paint = veil ? veil[0] : (FIXED[key] ?? tint);
  const opacity = veil ? veil[1] : key === 'k' && !behind ? 0.85 : 1;
  if (line) return shape(part, { fill: 'none', stroke: paint, opacity, 'stroke-width': key === 'b' ? 13 : 3, 'stroke-linecap': 'round' });
  return shape(part, { fill: paint, opacity });
}

function shape(part: Part, paint: Record<string, string | number>) {
  if (part.length === 2) return <path d={part[1]} {...paint} />;
  return <ellipse cx={part[1]} cy={part[2]} rx={part[3]} ry={part[4]} {...paint} />;
}

function Eyes({ form, face, x, y }: { form: Animal; face: Face; x: number; y: number }) {
  const [dx, cy] = form.eyes ?? [17, 62];
  const white = face === 'fright' ? Math.max(form.whites ?? 0, 10.5) : form.whites;
  return (
    <g>
      {[60 - dx, 60 + dx].map((cx) => (
        <g>
          {white && <circle cx={cx} cy={cy} r={white} fill="#fff" />}
          <Eye cx={cx} cy={cy} face={face} x={x} y={y} small={form.whites !== undefined && form.whites < 9} />
        </g>
      ))}
    </g>
  );
}

function Eye({ cx, cy, face, x, y, small }: { cx: number; cy: number; face: Face; x: number; y: number; small: boolean }) {
  const line = { fill: 'none', stroke: INK, 'stroke-width': 4.5, 'stroke-linecap': 'round' } as const;
  if (face === 'sleep') return <path d={`M${cx - 7.5} ${cy}q7.5 7 15 0`} {...line} />;
  if (face === 'joy') return <path d={`M${cx - 7.5} ${cy + 3}q7.5-11 15 0`} {...line} />;
  const r = face === 'fright' ? 4 : small ? 5.2 : 7.2;
  const [px, py] = [cx + x * 3.6, cy + y * 3];
  return (
    <g>
      <ellipse cx={px} cy={py} rx={r} ry={r * 1.12} fill={INK} />
      <circle cx={px + r * 0.32} cy={py - r * 0.38} r={r * 0.34} fill="#fff" />
    </g>
  );
}

function Mouth({ y, face }: { y: number; face: Face }) {
  const line = { fill: 'none', stroke: INK, 'stroke-width': 4, 'stroke-linecap': 'round' } as const;
  if (face === 'joy') return <g><path d={`M47 ${y - 1}h26q-1 14-13 14q-12 0-13-14Z`} fill={INK} /><path d={`M53 ${y + 9}q7-5 14 0q-3 4-7 4q-4 0-7-4Z`} fill="#ff8fa3" /></g>;
  if (face === 'fright') return <ellipse cx="60" cy={y + 4} rx="5.5" ry="6.5" fill={INK} />;
  if (face === 'sleep') return <path d={`M55 ${y + 3}q5 4 10 0`} {...line} />;
  return <path d={`M50 ${y}q10 10 20 0`} {...line} />;
}
