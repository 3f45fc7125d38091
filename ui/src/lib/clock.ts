// Party time on this page. The server says {now, running} and deadlines, never ticks; the page measures how far its own
// clock is from the party's by pings and counts down alone. All figures are milliseconds.
import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Clock, PartyMs } from '../protocol.gen';

/** Answers of pings remembered; among them the one with the least round trip knows best. */
const REMEMBERED = 8;
/** What differs this much from what the page believes, and by more than the way can have taken, was stopped or set in between. */
const JUMP = 1500;

interface Sample {
  roundTrip: number;
  offset: number;
}

export class PartyClock {
  private samples: Sample[] = [];
  private offset = 0;
  private standing: PartyMs | null = 0;
  private readonly isRunning = signal(false);

  /** `local` is the page's own monotonic clock. */
  constructor(private readonly local: () => number) {}

  /** Does party time go on? False while paused. */
  get running(): ReadonlySignal<boolean> {
    return this.isRunning;
  }

  /** Party time now. */
  now(): PartyMs {
    return this.standing ?? this.local() + this.offset;
  }

  /** The clock as a state gave it: it may have been long under way, and never comes early. */
  told(clock: Clock): void {
    this.hear(clock, clock.now - this.now() > JUMP);
  }

  /** The clock as a new connection gives it: party time may have stood still in between, and what was measured is of before. */
  greeted(clock: Clock): void {
    this.samples = [];
    this.hear(clock, Math.abs(clock.now - this.now()) > JUMP);
  }

  /** The answer to a ping that was sent at `sent` by the page's clock: it was given within the round trip. */
  ponged(sent: number, clock: Clock): void {
    const arrived = this.local();
    const roundTrip = Math.max(0, arrived - sent);
    const ahead = clock.now - this.now();
    this.hear(clock, ahead > JUMP || ahead + roundTrip < -JUMP);
    if (!clock.running) return;
    this.samples = this.samples.concat({ roundTrip, offset: clock.now + roundTrip / 2 - arrived }).slice(-REMEMBERED);
    this.offset = this.samples.reduce((best, one) => (one.roundTrip <= best.roundTrip ? one : best)).offset;
  }

  private hear(clock: Clock, stoppedUnseen: boolean): void {
    if (!clock.running) this.stand(clock.now);
    else if (this.standing !== null || stoppedUnseen) this.restart(clock.now - this.local());
    this.isRunning.value = clock.running;
  }

  private stand(now: PartyMs): void {
    this.samples = [];
    this.standing = now;
  }

  private restart(offset: number): void {
    this.samples = [];
    this.standing = null;
    this.offset = offset;
  }
}

/** Milliseconds left until a deadline, never below zero. */
export function left(clock: PartyClock, deadline: PartyMs): number {
  return Math.max(0, deadline - clock.now());
}

/** Renders again every `every` ms while mounted and party time runs; gives the milliseconds left. */
export function useLeft(clock: PartyClock, deadline: PartyMs, every = 200): number {
  const [, again] = useState(0);
  const running = clock.running.value;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => again((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [running, every]);
  return left(clock, deadline);
}

/** Is the deadline past? Renders again only when that changes. */
export function useOver(clock: PartyClock, deadline: PartyMs): boolean {
  return useLook(clock, deadline, (ms) => ms === 0);
}

/** Whole seconds left, as people count them: 3, 2, 1, then 0 at the deadline. */
export function useSecondsLeft(clock: PartyClock, deadline: PartyMs): number {
  return useLook(clock, deadline, (ms) => Math.ceil(ms / 1000));
}

const SECOND = 1000;

/** What is to be seen of the time left. Looks again when a whole number of seconds is left, and renders only what is new. */
function useLook<T>(clock: PartyClock, deadline: PartyMs, see: (ms: number) => T): T {
  const [, show] = useState(() => see(left(clock, deadline)));
  const running = clock.running.value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const ms = left(clock, deadline);
      show(see(ms));
      if (running) timer = setTimeout(look, (isFinite(ms) && ms % SECOND) || SECOND);
    };
    look();
    return () => clearTimeout(timer);
  }, [clock, deadline, running]);
  return see(left(clock, deadline));
}
