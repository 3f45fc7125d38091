// The one reduce: a page's whole knowledge is the last message of each type, and the map of players. It knows no socket.
import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Player, PlayerUpdate, PlayersList, SeatId, ServerPayloads, SessionId, SessionState } from '../protocol.gen';

/** Messages that change no topic: they are heard once, by those who listen. */
const CUES = new Set(['action.result', 'frames', 'game.event', 'party.join', 'party.leave', 'pong', 'sound.cue', 'system.error']);

/** The party's own topics outlive a game; every other one belongs to the game that is played. */
const PARTYS_OWN = /^(system|session|players?|leaderboard|room|sound)\.|^party\.info$/;

export class Topics {
  private readonly signals = new Map<string, Signal<unknown>>();
  private readonly seats = signal<ReadonlyMap<SeatId, Player>>(new Map());
  private stale: Set<string> | null = null;

  /** The latest message of a type; null before the first, and once a new session has dropped it. */
  topic<T extends keyof ServerPayloads>(type: T): ReadonlySignal<ServerPayloads[T] | null> {
    return this.cell(type) as Signal<ServerPayloads[T] | null>;
  }

  /** Those players whom this page is told of, by their seat. */
  get players(): ReadonlySignal<ReadonlyMap<SeatId, Player>> {
    return this.seats;
  }

  /** Takes a message in; false if it changes no topic. */
  reduce(type: string, payload: unknown): boolean {
    if (CUES.has(type)) return false;
    batch(() => {
      if (this.stale) this.stale.delete(type);
      if (type === 'session.state') this.enter((payload as SessionState).session_id);
      if (type === 'players.list') this.list(payload as PlayersList);
      if (type === 'player.update') this.update(payload as PlayerUpdate);
      this.cell(type).value = payload;
    });
    return true;
  }

  /** After `system.hello` comes the whole present state: whatever is not said again until `endGreet` has ended unseen. */
  beginGreet(): void {
    this.stale = new Set(Array.from(this.signals.keys()).filter(isGames));
  }

  endGreet(): void {
    const stale = this.stale;
    this.stale = null;
    if (stale) batch(() => stale.forEach((type) => this.clear(type)));
  }

  private enter(session: SessionId): void {
    const before = this.topic('session.state').peek();
    if (!before || before.session_id === session) return;
    this.clear('leaderboard.update');
    this.signals.forEach((_, type) => {
      if (isGames(type)) this.clear(type);
    });
  }

  private list(message: PlayersList): void {
    this.seats.value = new Map(message.players.map((player) => [player.id, player]));
  }

  private update({ player }: PlayerUpdate): void {
    const players = new Map(this.seats.peek());
    if (player.gone) players.delete(player.id);
    else players.set(player.id, player);
    this.seats.value = players;
  }

  private clear(type: string): void {
    this.cell(type).value = null;
  }

  private cell(type: string): Signal<unknown> {
    const known = this.signals.get(type);
    if (known) return known;
    const made = signal<unknown>(null);
    this.signals.set(type, made);
    return made;
  }
}

function isGames(type: string): boolean {
  return !PARTYS_OWN.test(type);
}
