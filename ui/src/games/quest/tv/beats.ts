// A fight is told in beats: one sentence, what it shows on whom, and the blows that come true with it. What the stage shows anyway (the
// order, intentions, whose turn it is) needs no sentence and comes true with the beat before it.
import type { Blow, Throw, Who } from '../../../protocol.gen';
import { keyOf } from './fold';

/** A small sign that rises over somebody. */
export interface Mark {
  who: Who;
  kind: 'hit' | 'held' | 'heal' | 'miss' | 'fall' | 'rise' | 'effect';
  n: number;
  effect?: string;
}

export interface Beat {
  /** The sentence; empty for what is only shown. */
  text: string;
  dice: Throw | null;
  marks: Mark[];
  blows: Blow[];
  ms: number;
}

/** Tells one blow, or a row of hits or misses by the same one. */
export interface Teller {
  one(blow: Blow): string | null;
  many(row: readonly Aimed[]): string;
}

/** What lands, or does not. */
export type Aimed = Extract<Blow, { blow: 'hit' | 'missed' }>;

const SENTENCE_MS = 850;
const DICE_MS = 500;
const LETTER_MS = 14;
/** However many enemies move, the hero whose turn it is does not wait much longer for the telling. */
const LONGEST_MS = 9000;
const FASTEST = 0.5;
const SHOWN_ANYWAY = new Set<Blow['blow']>(['initiative', 'intends', 'turn', 'passed', 'ended', 'over']);
/** Effects that only repeat what the sentence before them says. */
const SAID = new Set(['guarding', 'covered', 'helped', 'inspired']);

export function beatsOf(blows: readonly Blow[], teller: Teller): Beat[] {
  const beats: Beat[] = [];
  for (const blow of blows) {
    const last = beats[beats.length - 1];
    if (last && joins(blow, last)) join(last, blow, teller);
    else beats.push(beatOf(blow, teller));
  }
  return paced(beats.map(timed));
}

/** Does it belong to what was told last? */
function joins(blow: Blow, last: Beat): boolean {
  if (isSilent(blow)) return true;
  if (blow.blow === 'threw') return startsWith(last, ['tried', 'moved', 'used']) && !last.dice;
  return isAimed(blow) && rowOf(last, blow) !== null;
}

function isSilent(blow: Blow): boolean {
  return SHOWN_ANYWAY.has(blow.blow) || (blow.blow === 'afflicted' && SAID.has(blow.effect.id));
}

function startsWith(beat: Beat, kinds: readonly Blow['blow'][]): boolean {
  const first = beat.blows[0];
  return first !== undefined && kinds.includes(first.blow);
}

function isAimed(blow: Blow): blow is Aimed {
  return blow.blow === 'hit' || blow.blow === 'missed';
}

/** What was told last, if this is another one of the same kind by the same, on somebody else. */
function rowOf({ blows }: Beat, next: Aimed): Aimed[] | null {
  const told = blows.filter((one) => !isSilent(one));
  const row = told.filter(isAimed).filter((one) => one.blow === next.blow && sameWho(one.by, next.by));
  const same = row.length > 0 && row.length === told.length;
  return same && !row.some((one) => sameWho(one.target, next.target)) ? row : null;
}

function sameWho(one: Who | null | undefined, other: Who | null | undefined): boolean {
  return one && other ? keyOf(one) === keyOf(other) : !one && !other;
}

function join(last: Beat, blow: Blow, teller: Teller): void {
  const row = isAimed(blow) ? rowOf(last, blow) : null;
  if (row && isAimed(blow)) last.text = teller.many(row.concat([blow]));
  if (blow.blow === 'threw') last.dice = blow.throw;
  last.blows.push(blow);
  last.marks.push(...marksOf(blow));
}

function beatOf(blow: Blow, teller: Teller): Beat {
  const text = isSilent(blow) ? '' : (teller.one(blow) ?? '');
  return { text, dice: blow.blow === 'threw' ? blow.throw : null, marks: marksOf(blow), blows: [blow], ms: 0 };
}

function timed(beat: Beat): Beat {
  return { ...beat, ms: (beat.text ? SENTENCE_MS + beat.text.length * LETTER_MS : 0) + (beat.dice ? DICE_MS : 0) };
}

function paced(beats: Beat[]): Beat[] {
  const whole = beats.reduce((sum, { ms }) => sum + ms, 0);
  const pace = Math.max(FASTEST, Math.min(1, LONGEST_MS / Math.max(1, whole)));
  return beats.map((beat) => ({ ...beat, ms: Math.round(beat.ms * pace) }));
}

function marksOf(blow: Blow): Mark[] {
  switch (blow.blow) {
    case 'hit': return [{ who: blow.target, kind: blow.damage > 0 ? 'hit' : 'held', n: blow.damage }];
    case 'healed': return [{ who: blow.target, kind: 'heal', n: blow.amount }];
    case 'missed': return [{ who: blow.target, kind: 'miss', n: 0 }];
    case 'fell': return [{ who: blow.who, kind: 'fall', n: 0 }];
    case 'rose': return [{ who: { hero: blow.hero }, kind: 'rise', n: blow.left }];
    case 'afflicted': return [{ who: blow.target, kind: 'effect', n: 0, effect: blow.effect.id }];
    default: return [];
  }
}
