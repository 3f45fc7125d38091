// What the line at the TV's foot says, and for how long: the newest of what matters most, nothing twice in a row, nothing stale. Pure:
// facts go in, the fact to be shown comes out; words are made elsewhere.

/** A part of the board, 0 to 2 from left to right and from top to bottom. */
export type Where = readonly [number, number];

export type Fact =
  | { kind: 'joined'; seat: number }
  | { kind: 'first'; seat: number }
  | { kind: 'paints'; seat: number; where: Where }
  | { kind: 'queue'; count: number }
  | { kind: 'pixels'; count: number }
  | { kind: 'island'; seat: number; color: number }
  | { kind: 'leads'; team: number }
  | { kind: 'likeness'; percent: number };

/** ms for which a fact stands. */
export const STANDS = 5000;

/** How much a fact matters, and for how many ms it is worth saying. */
const RANK: Record<Fact['kind'], { matters: number; keeps: number }> = {
  pixels: { matters: 6, keeps: 30_000 },
  first: { matters: 6, keeps: 15_000 },
  leads: { matters: 5, keeps: 12_000 },
  likeness: { matters: 5, keeps: 30_000 },
  joined: { matters: 4, keeps: 20_000 },
  island: { matters: 3, keeps: 20_000 },
  queue: { matters: 2, keeps: 10_000 },
  paints: { matters: 1, keeps: 6000 },
};
const MOST = 40;

interface Told {
  fact: Fact;
  at: number;
}

export interface Shown {
  fact: Fact;
  since: number;
}

export class Ticker {
  private waiting: Told[] = [];
  private shown: Shown | null = null;

  tell(fact: Fact, now: number): void {
    // A newer figure of the same thing takes the place of the older.
    this.waiting = this.waiting.filter((one) => key(one.fact) !== key(fact)).concat({ fact, at: now });
    if (this.waiting.length > MOST) this.waiting.shift();
  }

  /** What stands there at `now`; null: nothing to say. */
  line(now: number): Shown | null {
    if (this.shown && now - this.shown.since < STANDS) return this.shown;
    const next = this.take(now);
    this.shown = next ? { fact: next, since: now } : null;
    return this.shown;
  }

  private take(now: number): Fact | null {
    this.waiting = this.waiting.filter(({ fact, at }) => now - at < RANK[fact.kind].keeps);
    const best = this.waiting.reduce<Told | null>((most, one) => (most && RANK[most.fact.kind].matters >= RANK[one.fact.kind].matters ? most : one), null);
    if (best) this.waiting = this.waiting.filter((one) => one !== best);
    return best ? best.fact : null;
  }
}

/** Facts with one key are about one thing. */
function key(fact: Fact): string {
  return 'seat' in fact && fact.kind !== 'island' ? `${fact.kind}/${fact.seat}` : fact.kind;
}
