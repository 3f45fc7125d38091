// The phone page's whole state: which party, whether it has a seat there, and the room it stands in. Views are functions of it.
import { signal } from '@preact/signals';
import { join, openParty } from '../lib/api';
import { deviceLang, lang, speak } from '../lib/i18n';
import { Room } from '../lib/room';
import type { Farewell } from '../lib/wire';
import type { Lang, SystemError } from '../protocol.gen';
import { Pocket, type Costume } from './seat';

export type Goodbye = Farewell | 'left';

/** Where the guest is. */
export type Place =
  | { at: 'looking' }
  | { at: 'none'; error: SystemError }
  | { at: 'door'; code: string; error: SystemError | null; busy: boolean }
  | { at: 'room'; code: string; room: Room }
  | { at: 'away'; code: string; reason: Goodbye; room: Room | null };

/** Without a party the phone looks again by itself. */
const LOOK_AGAIN = 5000;

export class Phone {
  readonly place = signal<Place>({ at: 'looking' });
  readonly pocket = new Pocket();
  /** The guest has asked to leave; the server may not have heard of it yet. */
  readonly leaving = signal(false);
  private stopWatching: () => void = () => undefined;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;

  constructor(languages: readonly string[]) {
    speak(this.pocket.lang ?? deviceLang(languages));
  }

  get room(): Room | null {
    const place = this.place.peek();
    return place.at === 'room' || place.at === 'away' ? place.room : null;
  }

  /** The seat's colour while it is known. */
  get color(): number {
    return this.room?.me?.color ?? 0;
  }

  /** Goes to the party that the address names, or to the only open one. */
  start(code: string | null): void {
    if (code) this.arrive(code);
    else void this.look();
  }

  /** Looks for the only open party. */
  async look(): Promise<void> {
    clearTimeout(this.lookAgain);
    if (this.place.peek().at !== 'none') this.place.value = { at: 'looking' };
    const answer = await openParty();
    if (answer.ok) {
      this.arrive(answer.value.party.code);
      return;
    }
    this.place.value = { at: 'none', error: answer.error };
    this.lookAgain = setTimeout(() => void this.look(), LOOK_AGAIN);
  }

  /** Through the door with this name and animal. */
  async enter(code: string, costume: Costume): Promise<void> {
    this.place.value = { at: 'door', code, error: null, busy: true };
    const answer = await join(code, { name: costume.name, avatar: costume.avatar, device_uuid: this.pocket.device });
    if (!answer.ok) {
      this.refuse(code, answer.error);
      return;
    }
    this.pocket.wear(costume);
    this.pocket.sit(code, answer.value.token, answer.value.device_uuid);
    this.open(code, answer.value.token);
  }

  rename(costume: Costume): void {
    this.pocket.wear(costume);
    void this.room?.act('rename', { name: costume.name, avatar: costume.avatar }, 'rename');
  }

  /** Gives the seat back. */
  leave(): void {
    const room = this.room;
    if (!room) return;
    this.leaving.value = true;
    void room.act('leave', {}, 'leave').then(({ status }) => status !== 'dropped' && this.farewell('left'));
  }

  /** Stays after all: a `leave` that still waits must not end the evening later. */
  stay(): void {
    this.leaving.value = false;
    this.room?.outbox.takeBack('leave');
  }

  /** What the guest wants after a goodbye: the same seat on this phone, a seat anew, or another party. */
  comeBack(): void {
    const place = this.place.peek();
    if (place.at !== 'away') return;
    const keepsSeat = place.reason === 'taken_over' || place.reason === 'misbehaved';
    if (keepsSeat && place.room) this.resume(place.code, place.room);
    else if (place.reason === 'over') void this.look();
    else this.place.value = { at: 'door', code: place.code, error: null, busy: false };
  }

  chooseLang(chosen: Lang): void {
    this.pocket.chooseLang(chosen);
    speak(chosen);
  }

  otherLang(): void {
    this.chooseLang(lang.peek() === 'ru' ? 'en' : 'ru');
  }

  private arrive(code: string): void {
    const known = code.toUpperCase();
    history.replaceState(null, '', `/play?session=${encodeURIComponent(known)}`);
    const token = this.pocket.seat(known);
    if (token) this.open(known, token);
    else this.place.value = { at: 'door', code: known, error: null, busy: false };
  }

  // A device id that the server cannot read would refuse this phone for ever: it comes in as a new one.
  private refuse(code: string, error: SystemError): void {
    if (error.code === 'join/device_invalid') this.pocket.forgetDevice();
    this.place.value = { at: 'door', code, error, busy: false };
  }

  private open(code: string, token: string): void {
    const room = new Room({ code, token });
    // A reload in between has not taken the `leave` back.
    this.leaving.value = room.outbox.waiting().some((request) => request.action_type === 'leave');
    this.resume(code, room, false);
  }

  private resume(code: string, room: Room, again = true): void {
    this.stopWatching();
    if (again) room.comeBack();
    this.place.value = { at: 'room', code, room };
    this.stopWatching = room.connection.subscribe((connection) => {
      // Who is idle too long keeps the seat: the game's view says what to do.
      if (connection.state !== 'away' || connection.reason === 'afk') return;
      this.farewell(this.leaving.peek() ? 'left' : connection.reason);
    });
  }

  private farewell(reason: Goodbye): void {
    const place = this.place.peek();
    if (place.at !== 'room') return;
    this.stopWatching();
    const { code, room } = place;
    const keepsSeat = reason === 'taken_over' || reason === 'misbehaved';
    if (!keepsSeat) {
      room.outbox.clear();
      this.pocket.stand(code);
    }
    room.close();
    this.place.value = { at: 'away', code, reason, room };
  }
}
