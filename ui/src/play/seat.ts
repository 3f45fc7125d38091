// What the phone keeps between reloads and evenings: its seat in each party, its own id, and the last name and animal.
import { ownStorage } from '../lib/room';
import type { Keep } from '../lib/outbox';
import { randomHex } from '../lib/wire';
import type { Lang } from '../protocol.gen';

/** Who the guest was the last time. */
export interface Costume {
  name: string;
  avatar: string;
}

const DEVICE = 'snowparty.device';
const COSTUME = 'snowparty.costume';
const LANG = 'snowparty.lang';
const seatKey = (code: string): string => `snowparty.seat.${code}`;

export class Pocket {
  private readonly drawn = randomHex(16);

  constructor(private readonly keep: Keep = ownStorage()) {}

  /** The seat's secret in this party, if the phone has one. */
  seat(code: string): string | null {
    return this.read(seatKey(code));
  }

  sit(code: string, token: string, device: string): void {
    this.write(seatKey(code), token);
    this.write(DEVICE, device);
  }

  /** The seat is gone: left, removed, or the token no longer valid. */
  stand(code: string): void {
    this.write(seatKey(code), null);
  }

  /**
   * The id by which the server knows this phone, also on later evenings. It is drawn and kept before it is first told: when the
   * answer to a join is lost, the second try comes from the same phone.
   */
  get device(): string {
    const device = this.read(DEVICE) ?? this.drawn;
    this.write(DEVICE, device);
    return device;
  }

  forgetDevice(): void {
    this.write(DEVICE, null);
  }

  get costume(): Costume | null {
    try {
      const kept = JSON.parse(this.read(COSTUME) ?? 'null') as Partial<Costume> | null;
      return kept && typeof kept.name === 'string' && typeof kept.avatar === 'string' ? { name: kept.name, avatar: kept.avatar } : null;
    } catch {
      return null;
    }
  }

  wear(costume: Costume): void {
    this.write(COSTUME, JSON.stringify(costume));
  }

  /** The language that the guest chose, if any. */
  get lang(): Lang | null {
    const kept = this.read(LANG);
    return kept === 'en' || kept === 'ru' ? kept : null;
  }

  chooseLang(lang: Lang): void {
    this.write(LANG, lang);
  }

  private read(key: string): string | null {
    try {
      return this.keep.getItem(key);
    } catch {
      return null;
    }
  }

  private write(key: string, value: string | null): void {
    try {
      if (value === null) this.keep.removeItem(key);
      else this.keep.setItem(key, value);
    } catch {
      // A private window: the seat lives as long as the page.
    }
  }
}
