// Who looks at the canvas's own page: a guest whose seat this browser holds, or anybody, who only watches. Views are functions
// of it.
import { signal } from '@preact/signals';
import { Canvas } from '../games/canvas/sync/canvas';
import { openParty, partyState } from '../lib/api';
import { PartyClock } from '../lib/clock';
import { deviceLang, speak } from '../lib/i18n';
import { Room } from '../lib/room';
import { Pocket } from '../play/seat';
import type { SystemError } from '../protocol.gen';

export type Place =
  | { at: 'looking'; error: SystemError | null }
  | { at: 'seat'; code: string; room: Room }
  | { at: 'window'; code: string; canvas: Canvas };

const LOOK_AGAIN = 5000;
const STATE_EVERY = 15_000;

export class Visit {
  readonly place = signal<Place>({ at: 'looking', error: null });
  /** Party time for a viewer who has no socket; unknown before the first answer. */
  readonly clock = signal<PartyClock | null>(null);
  /** Is the canvas painted just now, as far as a viewer without a socket knows? */
  readonly painted = signal(true);
  private readonly pocket = new Pocket();

  constructor(languages: readonly string[]) {
    speak(this.pocket.lang ?? deviceLang(languages));
  }

  get room(): Room | null {
    const place = this.place.peek();
    return place.at === 'seat' ? place.room : null;
  }

  start(code: string | null): void {
    if (code) this.arrive(code.toUpperCase());
    else void this.look();
  }

  /** This browser's seat is no longer known: watching is for everyone. */
  watch(code: string): void {
    const canvas = new Canvas({ code, token: null, room: null });
    this.place.value = { at: 'window', code, canvas };
    canvas.start();
    void this.askState(code);
  }

  private async look(): Promise<void> {
    const answer = await openParty();
    if (answer.ok) return this.arrive(answer.value.party.code);
    this.place.value = { at: 'looking', error: answer.error };
    setTimeout(() => void this.look(), LOOK_AGAIN);
  }

  private arrive(code: string): void {
    history.replaceState(null, '', `/canvas?session=${encodeURIComponent(code)}`);
    const token = this.pocket.seat(code);
    if (token) this.sit(code, token);
    else this.watch(code);
  }

  private sit(code: string, token: string): void {
    const room = new Room({ code, token });
    this.place.value = { at: 'seat', code, room };
    const stop = room.connection.subscribe((connection) => {
      if (connection.state !== 'away' || STAYS[connection.reason]) return;
      setTimeout(() => stop());
      room.close();
      this.watch(code);
    });
  }

  private async askState(code: string): Promise<void> {
    const asked = performance.now();
    const answer = await partyState(code);
    if (answer.ok) {
      const clock = this.clock.peek() ?? new PartyClock(() => performance.now());
      clock.ponged(asked, answer.value.session.clock);
      this.clock.value = clock;
      this.painted.value = answer.value.session.game === 'canvas' && answer.value.session.status === 'active';
    }
    setTimeout(() => void this.askState(code), STATE_EVERY);
  }
}

/** Reasons to stay away after which the seat is still one's own. */
const STAYS: { [reason: string]: boolean | undefined } = { afk: true, taken_over: true, misbehaved: true };
