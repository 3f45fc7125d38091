// One creature of a fight. It breathes (or hovers) and blinks; below half its strength it winces and wears a plaster or a crack. It
// knows nothing of rounds or strength: who fights is told by the page.
import { memo } from '../../../widgets/memo';
import { Marks, type Look, type Mark } from './figure';
import { BEASTS, SOMETHING, type Beast } from './figureCreatures';
import './figure.css';

const LOOK: Look = { box: 200, edge: 4 };

export const Creature = memo(function Creature({ id, hurt = false }: { id: string; hurt?: boolean }) {
  const beast = BEASTS[id] ?? SOMETHING;
  return (
    <svg class={`quest-figure quest-figure-${beast.floats ? 'float' : 'breathe'}${hurt ? ' quest-figure-hurt' : ''}`} viewBox="-4 -8 208 208" aria-hidden="true">
      <Marks of={beast.behind} look={LOOK} />
      {hurt ? <Marks of={wincing(beast)} look={LOOK} /> : <Staring beast={beast} />}
      <Marks of={beast.before ?? []} look={LOOK} />
      {hurt && <Marks of={sore(beast)} look={LOOK} />}
    </svg>
  );
});

function Staring({ beast }: { beast: Beast }) {
  return (
    <>
      <Marks of={shut(beast)} look={LOOK} />
      <g class="quest-figure-blink"><Marks of={open(beast, 1)} look={LOOK} /></g>
      <Marks of={brows(beast, 1)} look={LOOK} />
    </>
  );
}

function shut({ eyes: [dx, y, r, paint], glow }: Beast): Mark[] {
  return [`|~${glow ? paint : 'i'}4 M${100 - dx - r} ${y}q${r} ${r * 0.6} ${2 * r} 0`];
}

function open({ eyes: [dx, y, r, paint], glow }: Beast, side: number): Mark[] {
  const x = 100 - dx * side;
  const both = side === 1 ? '|' : '';
  if (glow) return [`${both}.${paint} o${x} ${y} ${r} ${r * 0.8}`, `${both}.w o${x} ${y} ${r * 0.5} ${r * 0.4}`];
  const pupil = r * 0.52;
  return [`${both}${paint} o${x} ${y} ${r} ${r}`, `${both}.i o${x + r * 0.2 * side} ${y + 1} ${pupil} ${pupil * 1.15}`, `${both}.w o${x + r * 0.05 * side} ${y - r * 0.25} ${r * 0.2}`];
}

/** Stern brows fall towards the nose, worried ones rise to it. */
function brows({ eyes: [dx, y, r, paint], glow }: Beast, stern: number): Mark[] {
  const rise = r * 0.45 * stern;
  const high = y - r * (stern > 0 ? 1 : 1.35);
  return [`|~${glow ? paint : 'i'}${glow ? 4 : 6} M${100 - dx - r} ${high - rise}L${100 - dx + r} ${high + rise}`];
}

function wincing(beast: Beast): Mark[] {
  const [dx, y, r, paint] = beast.eyes;
  const shut = `~${beast.glow ? paint : 'i'}5 M${100 - dx - r * 0.7} ${y - r * 0.7}l${r * 1.4} ${r * 0.7}l${-r * 1.4} ${r * 0.7}`;
  return [...open(beast, -1), shut, ...brows(beast, -0.8)];
}

function sore({ sore: [x, y], brittle }: Beast): Mark[] {
  if (brittle) return [`~i5 M${x - 12} ${y - 16}l10 12-8 6 14 10-6 10M${x - 2} ${y - 4}l14-8M${x + 4} ${y + 12}l12 2`];
  return [`m M${x - 20} ${y + 4}L${x - 4} ${y - 16}L${x + 4} ${y - 10}L${x - 12} ${y + 10}Z`, `m M${x - 20} ${y - 10}L${x - 12} ${y - 16}L${x + 6} ${y + 4}L${x - 2} ${y + 10}Z`, `.r o${x - 8} ${y - 3} 2`];
}
