// Pines drawn by rule: tiers of drooping boughs, lowest first, each with its side away from the light and the snow that lies on it.

export interface Tier {
  body: string;
  shade: string;
  snow: string;
}

const TIERS = 4;

/** A pine that stands at (x, ground), `height` tall, as its tiers from the lowest up. `lean` from 0 to 1 makes no two alike. */
export function pine(x: number, ground: number, height: number, lean: number): Tier[] {
  const half = height * (0.25 + 0.06 * lean);
  return Array.from({ length: TIERS }, (_, i) => {
    const at = TIERS - 1 - i;
    const top = ground - height + at * height * 0.185;
    const foot = ground - height * 0.06 - (TIERS - 1 - at) * height * 0.205;
    return tier(x, top, foot, half * (0.4 + (0.6 * (at + 1)) / TIERS), lean - at * 0.17);
  });
}

// A skirt: its edges curve outwards, its hem hangs in scallops.
function tier(x: number, top: number, foot: number, reach: number, lean: number): Tier {
  const tall = foot - top;
  const [tipL, tipR] = [foot - tall * 0.04 * lean, foot + tall * 0.04 * lean];
  const hem = foot + tall * 0.05;
  const knee = top + tall * 0.62;
  const right = `Q${n(x + reach * 0.3)} ${n(knee)} ${n(x + reach)} ${n(tipR)}Q${n(x + reach * 0.8)} ${n(hem)} ${n(x + reach * 0.58)} ${n(foot - tall * 0.06)}Q${n(x + reach * 0.3)} ${n(hem + tall * 0.08)} ${n(x)} ${n(foot)}`;
  const left = `Q${n(x - reach * 0.3)} ${n(hem + tall * 0.08)} ${n(x - reach * 0.58)} ${n(foot - tall * 0.06)}Q${n(x - reach * 0.8)} ${n(hem)} ${n(x - reach)} ${n(tipL)}Q${n(x - reach * 0.3)} ${n(knee)} ${n(x)} ${n(top)}Z`;
  return {
    body: `M${n(x)} ${n(top)}${right}${left}`,
    shade: `M${n(x)} ${n(top)}${right}Q${n(x + reach * 0.2)} ${n(knee)} ${n(x)} ${n(top)}Z`,
    snow: cap(x, top, foot, reach, tipL),
  };
}

// Snow lies on the side that looks at the moon, down to the tip, with a ragged edge.
function cap(x: number, top: number, foot: number, reach: number, tip: number): string {
  const tall = foot - top;
  return (
    `M${n(x)} ${n(top)}Q${n(x - reach * 0.3)} ${n(top + tall * 0.62)} ${n(x - reach)} ${n(tip)}` +
    `Q${n(x - reach * 0.78)} ${n(foot - tall * 0.02)} ${n(x - reach * 0.66)} ${n(foot - tall * 0.2)}Q${n(x - reach * 0.5)} ${n(foot - tall * 0.1)} ${n(x - reach * 0.38)} ${n(foot - tall * 0.34)}` +
    `Q${n(x - reach * 0.2)} ${n(foot - tall * 0.22)} ${n(x - reach * 0.08)} ${n(foot - tall * 0.5)}Q${n(x + reach * 0.08)} ${n(foot - tall * 0.38)} ${n(x + reach * 0.2)} ${n(top + tall * 0.46)}Q${n(x + reach * 0.06)} ${n(top + tall * 0.2)} ${n(x)} ${n(top)}Z`
  );
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Far woods as one ragged edge: `count` small pines between x0 and x1 along the ground that `at` gives. */
export function woods(x0: number, x1: number, count: number, tall: number, at: (x: number) => number): string {
  let path = `M${n(x0)} ${n(at(x0) + 60)}`;
  for (let i = 0; i < count; i++) {
    const x = x0 + ((x1 - x0) * (i + 0.5)) / count;
    const height = tall * (0.55 + 0.45 * Math.abs(Math.sin(i * 12.9898) * Math.cos(i * 4.1)));
    const half = height * 0.2;
    const ground = at(x);
    path += `L${n(x - half)} ${n(ground)}L${n(x - half * 0.5)} ${n(ground - height * 0.32)}L${n(x - half * 0.75)} ${n(ground - height * 0.3)}L${n(x - half * 0.25)} ${n(ground - height * 0.66)}L${n(x - half * 0.45)} ${n(ground - height * 0.64)}L${n(x)} ${n(ground - height)}`;
    path += `L${n(x + half * 0.45)} ${n(ground - height * 0.64)}L${n(x + half * 0.25)} ${n(ground - height * 0.66)}L${n(x + half * 0.75)} ${n(ground - height * 0.3)}L${n(x + half * 0.5)} ${n(ground - height * 0.32)}L${n(x + half)} ${n(ground)}`;
  }
  return path + `L${n(x1)} ${n(at(x1) + 60)}Z`;
}
