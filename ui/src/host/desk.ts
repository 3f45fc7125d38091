// The host page's whole state: is there a party, has this page its key, and the room it commands. Views are functions of it.
import { signal } from '@preact/signals';
import { hostToken, openParty, partyState, type Answer } from '../lib/api';
import { deviceLang, lang, speak } from '../lib/i18n';
import { ownStorage, Room } from '../lib/room';
import type { Farewell } from '../lib/wire';
import type { PartyInfo, SystemError } from '../protocol.gen';

/** Where the host is. */
export type Place =
  | { at: 'looking' }
  | { at: 'none'; error: SystemError }
  | { at: 'pin'; error: SystemError | null; busy: boolean }
  | { at: 'desk'; room: Room; key: string }
  | { at: 'gone'; reason: Farewell; room: Room; key: string };

const KEY = 'snowparty.host';
const LANG = 'snowparty.lang';
const LOOK_AGAIN = 5000;

export class Desk {
  readonly place = signal<Place>({ at: 'looking' });
  private party: PartyInfo | null = null;
  private stopWatching: () => void = () => undefined;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;

  /** `code` names a party that stands beside the evening's; without it the desk is the evening's. */
  constructor(
    languages: readonly string[],
    private readonly code: string | null = null,
  ) {
    const chosen = read(LANG);
    speak(chosen === 'en' || chosen === 'ru' ? chosen : deviceLang(languages));
  }

  get room(): Room | null {
    const place = this.place.peek();
    return place.at === 'desk' || place.at === 'gone' ? place.room : null;
  }

  /** `token` comes from the link in the terminal. */
  async start(token: string | null): Promise<void> {
    if (token) write(KEY, token);
    await this.look();
  }

  async look(): Promise<void> {
    clearTimeout(this.lookAgain);
    const answer = await this.find();
    if (!answer.ok) {
      this.place.value = { at: 'none', error: answer.error };
      this.lookAgain = setTimeout(() => void this.look(), LOOK_AGAIN);
      return;
    }
    this.party = answer.value.party;
    const token = read(KEY);
    if (token) this.enter(this.party.code, token);
    else this.askPin();
  }

  async knock(pin: string): Promise<void> {
    this.place.value = { at: 'pin', error: null, busy: true };
    const answer = await hostToken(pin);
    if (!answer.ok) {
      this.place.value = { at: 'pin', error: answer.error, busy: false };
      return;
    }
    write(KEY, answer.value.token);
    this.enter(this.code ?? answer.value.code, answer.value.token);
  }

  /** What the host wants after the socket was closed for good. */
  comeBack(): void {
    const place = this.place.peek();
    if (place.at !== 'gone') return;
    if (keepsKey(place.reason)) {
      place.room.comeBack();
      this.open(place.room, place.key);
    } else if (place.reason === 'over') void this.look();
    else this.askPin();
  }

  otherLang(): void {
    const chosen = lang.peek() === 'ru' ? 'en' : 'ru';
    write(LANG, chosen);
    speak(chosen);
  }

  private askPin(): void {
    this.place.value = { at: 'pin', error: null, busy: false };
  }

  private async find(): Promise<Answer<{ party: PartyInfo }>> {
    return this.code === null ? openParty() : partyState(this.code);
  }

  private enter(code: string, key: string): void {
    this.open(new Room({ code, token: key }), key);
  }

  private open(room: Room, key: string): void {
    this.stopWatching();
    this.place.value = { at: 'desk', room, key };
    this.stopWatching = room.connection.subscribe((connection) => {
      if (connection.state === 'away' && connection.reason !== 'afk') this.away(room, key, connection.reason);
    });
  }

  private away(room: Room, key: string, reason: Farewell): void {
    this.stopWatching();
    if (!keepsKey(reason) && this.code === null) write(KEY, null);
    room.close();
    this.place.value = { at: 'gone', reason, room, key };
  }
}

function keepsKey(reason: Farewell): boolean {
  return reason !== 'removed' && reason !== 'over' && reason !== 'token';
}

function read(key: string): string | null {
  try {
    return ownStorage().getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) ownStorage().removeItem(key);
    else ownStorage().setItem(key, value);
  } catch {
    // A private window: the PIN is asked for again next time.
  }
}
