// How a mini-game's own account reaches the server: checkpoints on the way and the last word at the deadline. What was
// reported is also kept on the phone, so that a reload loses nothing since the last checkpoint.
import { useEffect, useRef } from 'preact/hooks';
import { left } from '../../../lib/clock';
import { ownStorage, useRoom } from '../../../lib/room';
import type { Details, LevelMsg, SessionState, Timer } from '../../../protocol.gen';

const CHECKPOINT = 5000;
const LOOK = 100;

export interface Account {
  details: Details;
  score: number;
}

/** Where the phone keeps a level's account: one place, overwritten by each level. */
const KEPT = 'snowparty.level';

function levelKey(session: SessionState, level: LevelMsg): string {
  return `${session.code}-${session.session_id}-${level.round}`;
}

/** What this phone kept of this very level, if anything. */
export function recall<T>(session: SessionState, level: LevelMsg): T | null {
  try {
    const kept = JSON.parse(ownStorage().getItem(KEPT) ?? 'null') as { level: string; account: T } | null;
    return kept && kept.level === levelKey(session, level) ? kept.account : null;
  } catch {
    return null;
  }
}

/** Keeps it for a reload. */
export function remember(session: SessionState, level: LevelMsg, account: unknown): void {
  try {
    ownStorage().setItem(KEPT, JSON.stringify({ level: levelKey(session, level), account }));
  } catch {
    // No storage: the server's checkpoint has to do.
  }
}

interface Reporting {
  session: SessionState;
  level: LevelMsg;
  /** The account as it stands; called when it is time to report. */
  account: (done: boolean) => Account;
}

/** How an account was closed: by nobody yet, because its time was up, or because there is nothing more to add. */
type Closed = 'no' | 'by time' | 'for good';

/**
 * Reports every five seconds what has changed, and the last word once: at the deadline, when the level ends under the phone,
 * or when `finish` is called.
 */
export function useReport({ session, level, account }: Reporting): { changed: () => void; finish: () => void } {
  const room = useRoom();
  const now = useRef({ account, timer: session.timer ?? null, changed: false, closed: 'no' as Closed });
  now.current.account = account;
  // The board's own timer must not be taken for the level's.
  if (session.phase === 'play' && session.timer) now.current.timer = session.timer;

  const slot = `level-${level.round}`;
  const report = (done: boolean): void => {
    const { details, score } = now.current.account(done);
    const time = elapsed(now.current.timer, room.clock.now());
    now.current.changed = false;
    void room.act('progress', { level: level.level, score, time, details }, slot);
  };
  const close = (closed: Closed): void => {
    if (now.current.closed !== 'no') return;
    now.current.closed = closed;
    report(true);
  };
  const finish = (): void => close('for good');
  // A machine that died without a word stood still while this page's clock went on: there is time left after all.
  const reopen = (state: SessionState): void => {
    const timer = state.phase === 'play' && state.round === level.round && state.timer;
    if (!timer || now.current.closed !== 'by time' || left(room.clock, timer.deadline) === 0) return;
    now.current.closed = 'no';
    now.current.changed = true;
    room.outbox.takeBack(slot);
  };
  useEffect(() => {
    const checkpoint = setInterval(() => {
      if (now.current.changed && now.current.closed === 'no') report(false);
    }, CHECKPOINT);
    const deadline = setInterval(() => {
      const { timer } = now.current;
      // Without the machine nobody knows whether party time goes on.
      const present = room.connection.peek().state === 'open';
      if (present && timer && left(room.clock, timer.deadline) === 0) close('by time');
    }, LOOK);
    const stopHearing = room.on('session.state', reopen);
    return () => {
      stopHearing();
      clearInterval(checkpoint);
      clearInterval(deadline);
      if (now.current.changed) finish();
    };
  }, []);
  return { changed: () => void (now.current.changed = true), finish };
}

function elapsed(timer: Timer | null, now: number): number {
  return timer ? Math.max(0, Math.round(Math.min(now, timer.deadline) - timer.opened)) : 0;
}
