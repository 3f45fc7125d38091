// How a page stays in step with the board: it counts versions, notices gaps, keeps what arrives while something is fetched,
// and applies everything in order. Pure: it says what to fetch and is told what came of it; it knows no network and no time.
import { Board } from './board';
import type { Changes, Frame, PlacedFrame, Snapshot } from './wire';

/**
 * What is to be fetched. An answer counts for the very object that it was asked for: whatever the follower has learnt in
 * between makes a new one, so a late or repeated answer finds nobody who waits for it.
 */
export type Want =
  | { readonly kind: 'snapshot'; /** The epoch that is known to have begun. */ readonly epoch: number | null }
  | { readonly kind: 'changes'; readonly epoch: number; readonly since: number };

/** What came of it: `same` is a 304; `gone` means that these changes cannot be had. */
export type Found = { kind: 'snapshot'; snapshot: Snapshot } | { kind: 'changes'; changes: Changes } | { kind: 'same' } | { kind: 'gone' };

/** The three checks, each of which a test may take away to see that it is needed. */
export type Check = 'gap' | 'queue' | 'epoch';

/** Placements kept while something is fetched; more of them are cheaper fetched again. */
const MOST_KEPT = 65_536;

export class Follower {
  private present: Board | null = null;
  private wanted: Want | null = { kind: 'snapshot', epoch: null };
  private kept: PlacedFrame[] = [];
  private keptItems = 0;
  private spilt = false;

  constructor(private readonly without: Check | null = null) {}

  /** The pixels; another object when a board of another size begins. */
  get board(): Board | null {
    return this.present;
  }

  /** What to fetch next; null while in step. The same object until it was answered or something newer is needed. */
  get want(): Want | null {
    return this.wanted;
  }

  /** A connection has been opened: the page asks what it has missed. Without an epoch that answer tells of it. */
  hello(epoch: number | null): void {
    this.forgetFrames();
    const awaited = this.awaited;
    if (epoch !== null && awaited !== null && this.differ(awaited, epoch)) this.wanted = { kind: 'snapshot', epoch };
    else if (this.present && !this.lacksBoard) this.wanted = missing(this.present);
  }

  /** Another epoch is said to have begun, by whatever way. */
  began(epoch: number): void {
    const awaited = this.awaited;
    if (awaited !== null && epoch > awaited) this.wanted = { kind: 'snapshot', epoch };
  }

  /** Something may have been missed: without a live connection, or when a placement does not show. */
  ask(): void {
    if (!this.wanted && this.present) this.wanted = missing(this.present);
  }

  /** Another canvas begins: nothing of the present one counts any more. */
  forget(): void {
    this.present = null;
    this.wanted = { kind: 'snapshot', epoch: null };
    this.forgetFrames();
  }

  /** A frame of the present connection. */
  frame(frame: Frame): void {
    if (frame.kind === 'epoch') this.began(frame.epoch);
    else if (this.wanted || !this.present) this.keep(frame);
    else this.follow(frame, this.present);
  }

  /** What came of a want. Harmless for one that counts no more. */
  answer(want: Want, found: Found): void {
    if (want !== this.wanted) return;
    if (found.kind === 'snapshot') this.lay(found.snapshot);
    else if (found.kind === 'gone' || !this.present || want.kind === 'snapshot') this.wanted = { kind: 'snapshot', epoch: null };
    else if (found.kind === 'same') this.inStep();
    else this.catchUp(this.present, found.changes);
  }

  private get lacksBoard(): boolean {
    return this.wanted !== null && this.wanted.kind === 'snapshot';
  }

  /** The epoch that the board has or will have; null if it is whichever the server has. */
  private get awaited(): number | null {
    if (this.wanted && this.wanted.kind === 'snapshot') return this.wanted.epoch;
    return this.present && this.present.epoch;
  }

  private differ(mine: number, theirs: number): boolean {
    return this.without !== 'epoch' && mine !== theirs;
  }

  private keep(frame: PlacedFrame): void {
    if (this.without === 'queue') return;
    this.kept.push(frame);
    this.keptItems += frame.items.length;
    if (this.keptItems <= MOST_KEPT) return;
    this.forgetFrames();
    this.spilt = true;
  }

  private forgetFrames(): void {
    this.kept = [];
    this.keptItems = 0;
    this.spilt = false;
  }

  private follow(frame: PlacedFrame, board: Board): void {
    const ahead = this.ahead(frame, board);
    if (ahead < 0) return;
    const before = frame.version - frame.items.length;
    if (ahead > 0) this.began(board.epoch + ahead);
    else if (before > board.version && this.without !== 'gap') this.wanted = missing(board);
    else if (frame.version > board.version) return paint(frame, Math.max(0, board.version - before), board);
    if (this.wanted) this.keep(frame);
  }

  /** By how many epochs the frame is ahead of the board. Its 8 bits wrap, but nobody misses 128 epochs on one connection. */
  private ahead(frame: PlacedFrame, board: Board): number {
    if (this.without === 'epoch') return 0;
    const difference = (frame.epoch - board.epoch) & 0xff;
    return difference < 0x80 ? difference : difference - 0x100;
  }

  // A snapshot may be older than frames that have gone by before it was asked for: what follows it is always asked, too.
  private lay(snapshot: Snapshot): void {
    if (this.present && this.present.fits(snapshot)) this.present.lay(snapshot);
    else this.present = new Board(snapshot);
    this.wanted = missing(this.present);
  }

  private catchUp(board: Board, changes: Changes): void {
    if (changes.since !== board.version || this.differ(board.epoch, changes.epoch)) {
      this.wanted = { kind: 'snapshot', epoch: null };
      return;
    }
    board.paint({ items: changes.items, seats: null }, changes.version, false);
    this.inStep();
  }

  /** Nothing was missed up to here; what was kept follows, until it shows another gap. */
  private inStep(): void {
    const { kept, spilt } = this;
    this.forgetFrames();
    this.wanted = spilt && this.present ? missing(this.present) : null;
    kept.forEach((frame) => this.frame(frame));
  }
}

function missing(board: Board): Want {
  return { kind: 'changes', epoch: board.epoch, since: board.version };
}

/** The first `known` placements are already on the board. */
function paint(frame: PlacedFrame, known: number, board: Board): void {
  board.paint({ items: frame.items.subarray(known), seats: frame.seats && frame.seats.subarray(known) }, frame.version, true);
}
