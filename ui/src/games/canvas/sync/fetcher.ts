// Fetches what the follower wants, one thing at a time, until it wants nothing more. It is patient with a network that fails
// and with a server that cannot help; it knows no socket and no page.
import type { Follower, Found, Want } from './follower';
import { markOf, type Got, type Http, type Outside } from './http';
import { readChanges, readSnapshot } from './wire';

export interface FetchListener {
  /** Something came, and the follower has it. */
  answered(): void;
  /** Nothing came; it is asked again later. */
  failed(): void;
  /** There is no canvas any more. */
  over(): void;
}

/** A large board over a poor Wi-Fi. */
const SNAPSHOT_PATIENCE = 60_000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** A snapshot and its changes, twice over, are asked for without a pause. */
const ROUNDS = 4;

/** How an answer is to be understood. */
type Verdict = Found | { kind: 'failed' } | { kind: 'over' };

export class Fetcher {
  private asked: Want | null = null;
  private failures = 0;
  private rounds = 0;
  private cancelWait: (() => void) | null = null;
  private open = false;
  private told: string | null = null;

  constructor(
    private readonly follower: Follower,
    private readonly http: Http,
    private readonly world: Outside,
    private readonly listener: FetchListener,
  ) {}

  /** The mark of the rules that the last changes came with. */
  get mark(): string | null {
    return this.told;
  }

  start(): void {
    this.open = true;
    this.hurry();
  }

  stop(): void {
    this.open = false;
    this.asked = null;
    this.calm();
  }

  /** Looks whether something is wanted. */
  pump(): void {
    const { want } = this.follower;
    if (!this.open || !want || want === this.asked || this.cancelWait) return;
    this.asked = want;
    void this.fetch(want);
  }

  /** There is a reason to believe that it works now: do not wait any longer. */
  hurry(): void {
    this.calm();
    this.failures = this.rounds = 0;
    // What is under way may hang in a network that is gone: it is asked for once more, and whichever comes first counts.
    this.asked = null;
    this.pump();
  }

  private async fetch(want: Want): Promise<void> {
    const got = await this.get(want);
    const verdict = judge(want, got);
    // The page has gone, or wants something newer, which is already under way.
    if (!this.open || this.asked !== want) return;
    this.asked = null;
    if (got.status === 'bytes' || got.status === 'same') this.told = markOf(got.tag) ?? this.told;
    if (verdict.kind === 'over') this.end();
    else if (verdict.kind === 'failed') this.fail();
    else this.take(want, verdict);
    this.pump();
  }

  private get(want: Want): Promise<Got> {
    if (want.kind === 'snapshot') return this.http.bytes('snapshot', null, SNAPSHOT_PATIENCE);
    const { epoch, since } = want;
    const mark = this.told === null ? '' : `-${this.told}`;
    return this.http.bytes(`changes?epoch=${epoch}&since=${since}`, `"${epoch}-${since}${mark}"`);
  }

  private take(want: Want, found: Found): void {
    this.failures = 0;
    this.follower.answer(want, found);
    this.rounds = this.follower.want ? this.rounds + 1 : 0;
    if (this.rounds >= ROUNDS) this.wait(this.pause(this.rounds - ROUNDS));
    this.listener.answered();
  }

  private fail(): void {
    this.wait(this.pause(this.failures));
    this.failures += 1;
    this.listener.failed();
  }

  /** Another canvas may begin one day. */
  private end(): void {
    this.wait(LONGEST_WAIT);
    this.listener.over();
  }

  /** A whole party may have lost the same network: half of the wait is drawn. */
  private pause(before: number): number {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * Math.pow(2, before));
    return longest / 2 + (longest / 2) * this.world.random();
  }

  private wait(ms: number): void {
    this.calm();
    this.cancelWait = this.world.after(ms, () => {
      this.cancelWait = null;
      this.pump();
    });
  }

  private calm(): void {
    if (this.cancelWait) this.cancelWait();
    this.cancelWait = null;
  }
}

const OVER = new Set(['session/not_active', 'party/ended', 'party/unknown']);

function judge(want: Want, got: Got): Verdict {
  if (got.status === 'nothing') return { kind: 'failed' };
  if (got.status === 'same') return { kind: 'same' };
  if (got.status === 'bytes') return read(want, got.bytes);
  if (got.http === 404 || OVER.has(got.error.code)) return { kind: 'over' };
  const gone = want.kind === 'changes' && (got.http === 410 || got.http === 422);
  return { kind: gone ? 'gone' : 'failed' };
}

function read(want: Want, bytes: ArrayBuffer): Verdict {
  if (want.kind === 'snapshot') {
    const snapshot = readSnapshot(bytes);
    return snapshot ? { kind: 'snapshot', snapshot } : { kind: 'failed' };
  }
  const changes = readChanges(bytes);
  return changes ? { kind: 'changes', changes } : { kind: 'failed' };
}
