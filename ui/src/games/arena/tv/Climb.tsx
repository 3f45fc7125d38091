// The race: a mountain of snow, everyone rolls a snowball up. Where somebody stands is a function of the share of the way that is done.
import type { Player } from '../../../protocol.gen';
import { Avatar, type Face } from '../../../widgets/Avatar';
import { figure, lang } from '../../../lib/i18n';
import { Tree } from '../../../widgets/Hills';

export interface Climber {
  player: Player;
  /** The share of the way up, 0 to 1. */
  share: number;
  /** What the ribbon of leaders shows. */
  label: string;
}

/** rem of the 120 × 67.5 stage: the foot from x0 to x1, the plateau from t0 to t1 at height `top`. */
export interface Mountain {
  x0: number;
  x1: number;
  t0: number;
  t1: number;
  top: number;
}

const FOOT = 60;
/** With more than these, names are in the ribbon alone. */
const NAMED = 7;
/** In a larger crowd faces alone tell that time runs out: so much movement at once is too much for an old TV. */
const SHIVERING = 24;

export function Climb({ climbers, mountain, hurry }: { climbers: readonly Climber[]; mountain: Mountain; hurry: boolean }) {
  const size = sizeFor(climbers.length, mountain);
  const spots = climbers.map((climber, i) => spot(climber.share, i, climbers.length, mountain, size));
  const lead = leader(climbers);
  const leadX = lead >= 0 ? (spots[lead] as Spot).x : 0;
  return (
    <div class="climb">
      <Slope mountain={mountain} />
      {climbers.map((climber, i) => (
        <One key={climber.player.id} climber={climber} spot={spots[i] as Spot} size={size} leads={i === lead} look={Math.sign(leadX - (spots[i] as Spot).x)} hurry={hurry} shiver={hurry && climbers.length <= SHIVERING} named={climbers.length <= NAMED} />
      ))}
    </div>
  );
}

interface Spot {
  x: number;
  y: number;
}

// Slots at the foot, nearer together at the top; rows are shifted so that a crowd overlaps like a crowd.
function spot(share: number, i: number, n: number, { x0, x1, t0, t1, top }: Mountain, size: number): Spot {
  const at = (i + 0.5) / Math.max(1, n);
  const p = Math.max(0, Math.min(1, share));
  const shift = n > 16 ? ((i % 3) - 1) * size * 0.22 : 0;
  const x = (x0 + (x1 - x0) * at) * (1 - p) + (t0 + (t1 - t0) * at) * p;
  return { x: x - size / 2, y: FOOT - (FOOT - top) * p - size * 0.82 + shift };
}

function sizeFor(n: number, { x0, x1 }: Mountain): number {
  const slot = (x1 - x0) / Math.max(1, n);
  return Math.max(4, Math.min(n <= NAMED ? 9.4 : 7.6, slot * 0.9));
}

/** The index of whoever is furthest, or −1 before the first step. */
function leader(climbers: readonly Climber[]): number {
  let [best, index] = [0.02, -1];
  climbers.forEach(({ share }, i) => {
    if (share > best) [best, index] = [share, i];
  });
  return index;
}

interface OneProps {
  climber: Climber;
  spot: Spot;
  size: number;
  leads: boolean;
  look: number;
  hurry: boolean;
  shiver: boolean;
  named: boolean;
}

function One({ climber, spot: { x, y }, size, leads, look, hurry, shiver, named }: OneProps) {
  const { player, share } = climber;
  const there = share >= 1;
  const ball = 0.28 + 0.5 * Math.min(1, share);
  return (
    <div class="climber" style={{ transform: `translate(${round(x)}rem, ${round(y)}rem)`, width: `${size}rem`, zIndex: leads ? 3 : there ? 2 : 1 }}>
      {player.online && <div class="climber-ball" style={{ width: `${size}rem`, height: `${size}rem`, top: `${-size * 0.42}rem`, left: `${size * 0.42}rem`, transform: `scale(${round(ball)})` }} />}
      <div class={there ? 'climber-body climber-there' : shiver && player.online ? 'climber-body climber-shiver' : 'climber-body'} style={{ height: `${size}rem` }}>
        <Avatar animal={player.avatar} color={player.color} face={face(player, there, hurry)} lookX={leads ? 0 : look} lookY={-0.7} />
        {leads && <Crown />}
      </div>
      {named && <p class="climber-name">{player.name}</p>}
    </div>
  );
}

function face(player: Player, there: boolean, hurry: boolean): Face {
  if (!player.online) return 'sleep';
  return there ? 'joy' : hurry ? 'fright' : 'calm';
}

function Crown() {
  return <svg class="crown" viewBox="0 0 40 30" aria-hidden="true"><path d="M4 27 1 7q0-3 3-1l8 7 6-11q2-3 4 0l6 11 8-7q3-2 3 1l-3 20q-16 4-32 0Z" fill="#ffd75d" /><path d="M4 27l-1-6q17 4 34 0l-1 6q-16 4-32 0Z" fill="#ff9f43" /></svg>;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The slope, with its flag on the top. Drawn in stage units; the pines in pixels of 1080p. */
function Slope({ mountain: { x0, x1, t0, t1, top } }: { mountain: Mountain }) {
  const [l0, r0, l1, r1, y] = [x0 - 17, x1 + 17, t0 - 6, t1 + 6, top];
  const [lm, rm, my] = [(l0 + l1) / 2 + 2, (r0 + r1) / 2 - 2, (y + 62) / 2];
  const right = `C${r1 + 3} ${y + 2} ${rm - 3} ${my - 6} ${rm} ${my}S${r0 - 11} 64 ${r0} 69`;
  const edge = `M${l0} 69C${l0 + 11} 64 ${lm - 5} ${my + 7} ${lm} ${my}S${l1 - 3} ${y + 2} ${l1 + 7} ${y}Q${(l1 + r1) / 2} ${y - 2} ${r1 - 7} ${y}${right}Z`;
  const shade = `M${r1 - 7} ${y}${right}H${r1 - 4}Q${r1 - 13} ${y + 36} ${r1 - 8} ${y + 29}Q${r1 - 3} ${y + 24} ${r1 - 11} ${y + 17}Q${r1 - 16} ${y + 11} ${r1 - 7} ${y}Z`;
  const light = `M${l1 + 7} ${y}Q${l1 + 1} ${y + 9} ${l1 + 6} ${y + 14}Q${l1 + 9} ${y + 19} ${l1 - 1} ${y + 25}Q${l1 - 6} ${y + 31} ${l1 - 2} 69H${l0 + 4}C${l0 + 11} 64 ${lm - 5} ${my + 7} ${lm} ${my}S${l1 - 3} ${y + 2} ${l1 + 7} ${y}Z`;
  const middle = (t0 + t1) / 2;
  return (
    <svg class="climb-slope" viewBox="0 0 120 67.5" aria-hidden="true">
      <defs><linearGradient id="climb-snow" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" /><stop offset=".5" stop-color="#e2eaff" /><stop offset="1" stop-color="#aebff2" /></linearGradient></defs>
      <g transform="scale(.0625)">
        <Tree stand={[lm * 16 - 60, my * 16 + 100, 190, 0.3]} /><Tree stand={[lm * 16 - 130, my * 16 + 190, 250, 0.8]} />
        <Tree stand={[rm * 16 + 96, my * 16 + 150, 230, 0.6]} /><Tree stand={[rm * 16 + 14, my * 16 + 60, 170, 0.2]} />
      </g>
      <path d={edge} fill="url(#climb-snow)" />
      <path d={shade} fill="#8198e0" opacity=".3" />
      <path d={light} fill="#fff" opacity=".6" />
      {[0.3, 0.55, 0.78].map((p) => <path key={p} d={contour(p, l0, l1, r0, r1, y)} fill="none" stroke="#8ea3e6" stroke-width=".3" stroke-dasharray=".1 1.2" stroke-linecap="round" opacity=".9" />)}
      <path d={`M${middle} ${y - 0.6}v-8`} stroke="#14204f" stroke-width=".5" stroke-linecap="round" />
      <path d={`M${middle + 0.2} ${y - 8.6}q2.5-1.4 5 0t4.5-.2l-1 2.3 1.2 2.4q-2.5 1.1-5 0t-4.7.2Z`} fill="var(--mint)" />
    </svg>
  );
}

function contour(p: number, l0: number, l1: number, r0: number, r1: number, top: number): string {
  const y = 62 - (62 - top) * p;
  const [l, r] = [l0 + 17 + (l1 - l0 - 13) * p, r0 - 17 + (r1 - r0 + 13) * p];
  return `M${l} ${y}Q${(l + r) / 2} ${y - 2} ${r} ${y}`;
}

/** The first few, in words, for those who look for a name. */
export function Leaders({ climbers, most }: { climbers: readonly Climber[]; most: number }) {
  const first = climbers.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || a.player.id - b.player.id).slice(0, most);
  return (
    <div class="leaders">
      {first.map(({ player, label }, i) => (
        <div key={i} class="leader">
          <p class="leader-place">{figure(lang.value, i + 1)}</p>
          <div class="leader-face"><Avatar animal={player.avatar} color={player.color} /></div>
          <p class="leader-name">{player.name}</p>
          <p class="leader-label">{label}</p>
        </div>
      ))}
    </div>
  );
}
