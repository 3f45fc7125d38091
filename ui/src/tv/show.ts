// The TV page's whole state: which party it shows, the room it follows, since when the present moment stands, and the live values of
// the race. Views are functions of it; nobody has to touch the screen.
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { gameOf } from '../games';
import { openParty } from '../lib/api';
import { speak } from '../lib/i18n';
import { Room } from '../lib/room';
import { playSound } from '../lib/sound';
import type { AwayReason } from '../lib/wire';
import type { Frames, SeatId, SessionState } from '../protocol.gen';
import { spoken } from './tongue';

/** Where the page is. */
export type Place = { at: 'looking' } | { at: 'none' } | { at: 'room'; room: Room } | { at: 'away'; reason: AwayReason };

/** What phones count just now in the game that is played: the latest value of each seat. */
export interface Live {
  kind: string;
  values: ReadonlyMap<SeatId, number>;
}

/** A phase of a round of a session, and when it began by this page's clock. */
export interface Moment {
  key: string;
  since: number;
}

/** Without a party the page looks again by itself; so it does, a little later, after one has ended. */
const LOOK_AGAIN = 4000;
const GOODBYE = 15_000;
/** Frames come at 20 Hz; an eye at 3 m and an old TV are content with fewer, since movement is smoothed in between. */
const SHOW_LIVE = 200;
const NOTHING: Live = { kind: '', values: new Map() };

export class Show {
  private readonly where = signal<Place>({ at: 'looking' });
  private readonly shown = signal<Live>(NOTHING);
  private readonly present = signal<Moment>({ key: '', since: 0 });
  private readonly hidden = signal(false);
  private heard = new Map<SeatId, number>();
  private flush: ReturnType<typeof setTimeout> | undefined;
  private leave: () => void = () => undefined;

  constructor(private readonly code: string | null) {}

  get place(): ReadonlySignal<Place> {
    return this.where;
  }

  get live(): ReadonlySignal<Live> {
    return this.shown;
  }

  get moment(): ReadonlySignal<Moment> {
    return this.present;
  }

  /** Is the night behind everything hidden by a picture of the game's own? Then it need not move. */
  get covered(): ReadonlySignal<boolean> {
    return this.hidden;
  }

  cover(hidden: boolean): void {
    this.hidden.value = hidden;
  }

  get room(): Room | null {
    const place = this.where.peek();
    return place.at === 'room' ? place.room : null;
  }

  start(): void {
    if (this.code) this.enter(this.code);
    else void this.look();
  }

  private async look(): Promise<void> {
    const answer = await openParty();
    if (answer.ok) return this.enter(answer.value.party.code);
    if (this.where.peek().at !== 'away') this.where.value = { at: 'none' };
    setTimeout(() => void this.look(), LOOK_AGAIN);
  }

  private enter(code: string): void {
    const room = new Room({ code, role: 'tv' });
    const ends = [
      playSound(room),
      room.on('frames', (frames) => this.count(frames)),
      effect(() => this.speak(room)),
      effect(() => this.begin(room.session, room)),
      effect(() => this.watch(room)),
    ];
    this.leave = () => ends.forEach((end) => end());
    this.where.value = { at: 'room', room };
  }

  private speak(room: Room): void {
    const language = spoken(room);
    if (language) speak(language);
  }

  private watch(room: Room): void {
    const connection = room.connection.value;
    if (connection.state !== 'away') return;
    // An effect cannot end itself while it runs.
    setTimeout(() => this.goodbye(room, connection.reason), 0);
  }

  private goodbye(room: Room, reason: AwayReason): void {
    this.leave();
    room.close();
    this.where.value = { at: 'away', reason };
    if (reason === 'over') setTimeout(() => void this.look(), GOODBYE);
  }

  // A page that comes in the middle of a phase takes its beginning from the timer, so that it shows what the others show.
  private begin(session: SessionState | null, room: Room): void {
    if (!session) return;
    const key = `${session.session_id}/${session.phase}/${session.round}`;
    if (key === this.present.peek().key) return;
    const passed = session.timer ? Math.max(0, room.clock.now() - session.timer.opened) : 0;
    this.present.value = { key, since: performance.now() - passed };
    this.forget();
  }

  private forget(): void {
    this.heard = new Map();
    this.shown.value = NOTHING;
  }

  /** The kind that counts in the game just now. */
  private get counted(): string {
    const { room } = this;
    const session = room?.topics.topic('session.state').peek();
    return room && session ? gameOf(session.game).counts(room) : '';
  }

  private count(frames: Frames): void {
    if (frames.kind !== this.counted) return;
    for (const [seat, value] of frames.values) this.heard.set(Number(seat), Number(value));
    this.flush ??= setTimeout(() => this.tell(), SHOW_LIVE);
  }

  private tell(): void {
    this.flush = undefined;
    this.shown.value = { kind: this.counted, values: new Map(this.heard) };
  }
}

export const ShowContext = createContext<Show | null>(null);

export function useShow(): Show {
  const show = useContext(ShowContext);
  if (!show) throw new Error('a TV view was shown outside of a show');
  return show;
}
