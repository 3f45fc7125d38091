// A page's place in a party: one healing socket, the topics it fills, the party clock, and the outbox of actions. Every page
// opens one of these; views read its signals and ask for actions, and know nothing else of the network.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { signal, type ReadonlySignal } from '@preact/signals';
import type { ActionResult, Hello, PartyInfo, Player, Pong, SeatId, ServerPayloads, SessionState, SystemError } from '../protocol.gen';
import { PartyClock } from './clock';
import { Outbox, type Keep } from './outbox';
import { browser, Socket, type Connection, type Listener, type World } from './socket';
import { Topics } from './topics';
import type { Outcome } from './wire';

/** Who looks: a TV needs no token. */
export type Ticket = { code: string; role: 'tv' } | { code: string; token: string };

type Payload<T extends keyof ServerPayloads> = ServerPayloads[T];
type Hear = (payload: unknown) => void;
type HearBinary = (frame: ArrayBuffer) => void;

/** Refused for a passing reason: asked again after a while, so many times. */
const PASSING = new Set(['request/flood', 'system/disk', 'system/internal']);
const ASK_AGAIN = 1200;
const ASKS = 4;
/** What belongs to the party, whichever session it is in. */
const OF_PARTY = new Set(['leave', 'rename']);

export class Room {
  readonly clock: PartyClock;
  readonly topics = new Topics();
  readonly outbox: Outbox;
  /** The party's code, and the seat's or the host's secret; a TV has none. */
  readonly ticket: { readonly code: string; readonly token: string | null };
  private readonly socket: Socket;
  private readonly hears = new Map<string, Set<Hear>>();
  private readonly binaryHears = new Set<HearBinary>();
  private readonly asked = new Map<string, number>();
  private readonly who = signal<Hello | null>(null);
  private readonly world: World;
  private greeting = false;

  constructor(ticket: Ticket, keep: Keep = ownStorage(), world: World = browser, origin: string = socketOrigin()) {
    this.world = world;
    this.ticket = { code: ticket.code, token: 'token' in ticket ? ticket.token : null };
    this.clock = new PartyClock(() => world.now());
    this.outbox = new Outbox(keep, `snowparty.outbox.${ticket.code}`);
    this.socket = new Socket(() => socketUrl(origin, ticket), this.listener(), world);
  }

  get connection(): ReadonlySignal<Connection> {
    return this.socket.connection;
  }

  /** What the server said of itself and of this page; null until the first hello. */
  get hello(): ReadonlySignal<Hello | null> {
    return this.who;
  }

  /** The party, once known; the stage hears when it moves to another address. Reading it in a view follows it. */
  get party(): PartyInfo | null {
    return this.topic('party.info') || (this.who.value ? this.who.value.party : null);
  }

  /** The session, once known. */
  get session(): SessionState | null {
    return this.topic('session.state');
  }

  /** The latest message of a type. Reading it in a view follows it. */
  topic<T extends keyof ServerPayloads>(type: T): Payload<T> | null {
    return this.topics.topic(type).value;
  }

  get players(): ReadonlyMap<SeatId, Player> {
    return this.topics.players.value;
  }

  /** The player whom this page belongs to. */
  get me(): Player | null {
    const id = this.who.value ? this.who.value.player_id : null;
    return (typeof id === 'number' ? this.players.get(id) : null) ?? null;
  }

  /** Hears a message each time it comes, also one that is no topic; answers with how to stop. */
  on<T extends keyof ServerPayloads>(type: T, hear: (payload: Payload<T>) => void): () => void {
    const all = this.hears.get(type) ?? new Set<Hear>();
    this.hears.set(type, all.add(hear as Hear));
    return () => void all.delete(hear as Hear);
  }

  /** Hears each binary frame as it comes; answers with how to stop. */
  onBinary(hear: HearBinary): () => void {
    this.binaryHears.add(hear);
    return () => void this.binaryHears.delete(hear);
  }

  /**
   * Asks for an action; without a connection it waits and is sent when it is back. Of several waiting actions with one
   * `slot` only the newest is kept.
   */
  act(type: string, payload: Record<string, unknown> = {}, slot: string | null = null): Promise<Outcome> {
    const session = this.topics.topic('session.state').peek();
    const { request, outcome } = this.outbox.add(type, payload, session && !OF_PARTY.has(type) ? session.session_id : null, slot);
    if (this.connection.peek().state === 'open') {
      this.socket.send('action.request', request);
      this.socket.check();
    }
    this.rouse();
    return outcome;
  }

  /** A live value that only has to be seen; lost if nobody is there. */
  frame(kind: string, value: number): void {
    this.socket.send('frame', { kind, value });
  }

  /** A guest waits for something that was asked for by HTTP and comes by the socket: is anybody there? */
  check(): void {
    this.socket.check();
  }

  wake(): void {
    this.socket.wake();
  }

  unplugged(): void {
    this.socket.unplugged();
  }

  comeBack(): void {
    this.socket.comeBack();
  }

  close(): void {
    this.socket.close();
  }

  private listener(): Listener {
    return {
      opened: () => undefined,
      message: (type, payload) => this.take(type, payload),
      binary: (frame) => this.binaryHears.forEach((hear) => hear(frame)),
    };
  }

  /** Who was idle too long and now asks for something is idle no more. */
  private rouse(): void {
    const connection = this.connection.peek();
    if (connection.state === 'away' && connection.reason === 'afk') this.socket.comeBack();
  }

  private take(type: string, payload: unknown): void {
    if (type === 'system.hello') this.greeted(payload as Hello);
    if (type === 'pong') this.ponged(payload as Pong);
    if (type === 'session.state') this.told(payload as SessionState);
    this.topics.reduce(type, payload);
    const hears = this.hears.get(type);
    if (hears) hears.forEach((hear) => hear(payload));
    // Last, so that who hears of a refusal can still see in the outbox what was refused.
    if (type === 'action.result') this.answered(payload as ActionResult);
    if (type === 'system.error') this.refused(payload as SystemError);
  }

  private greeted(hello: Hello): void {
    this.who.value = hello;
    this.clock.greeted(hello.clock);
    this.topics.beginGreet();
    this.greeting = true;
  }

  // The first pong comes after the whole greeting: what waited is sent to a page that knows the present state.
  private ponged(pong: Pong): void {
    this.clock.ponged(pong.sent, pong.clock);
    if (!this.greeting) return;
    this.greeting = false;
    this.topics.endGreet();
    this.sendWaiting();
  }

  private told(state: SessionState): void {
    const before = this.topics.topic('session.state').peek();
    this.outbox.enterSession(state.session_id);
    this.clock.told(state.clock);
    this.socket.watch(state.phase === 'play' && !state.pause);
    if (!before || !before.pause || state.pause || this.greeting) return;
    this.socket.measure();
    this.sendWaiting();
  }

  private sendWaiting(): void {
    for (const request of this.outbox.waiting()) this.socket.send('action.request', request);
  }

  private answered(answer: ActionResult): void {
    // What others did is told to the whole room, too.
    if (!answer.action_id) return;
    this.asked.delete(answer.action_id);
    this.outbox.settle(answer.action_id, { status: 'done', result: answer.result });
  }

  private refused(error: SystemError): void {
    const id = error.action_id;
    if (!id || this.waitsOn(id, error.code)) return;
    this.asked.delete(id);
    this.outbox.settle(id, { status: 'refused', error });
  }

  /** An answer that was given before a restart's pause is kept until play goes on; a passing trouble is asked again. */
  private waitsOn(id: string, code: string): boolean {
    const request = this.outbox.find(id);
    if (!request) return false;
    if (code === 'action/paused') return request.action_type === 'progress';
    const asks = (this.asked.get(id) ?? 1) + 1;
    if (!PASSING.has(code) || asks > ASKS) return false;
    this.asked.set(id, asks);
    this.world.after(ASK_AGAIN * asks, () => {
      if (this.outbox.find(id)) this.socket.send('action.request', request);
    });
    return true;
  }
}

function socketUrl(origin: string, ticket: Ticket): string {
  const who = 'role' in ticket ? 'role=tv' : 'token=' + encodeURIComponent(ticket.token);
  return `${origin}/ws?session=${encodeURIComponent(ticket.code)}&${who}`;
}

function socketOrigin(): string {
  return location.origin.replace(/^http/, 'ws');
}

/** The page's storage; in a private window that refuses it, nothing is kept. */
export function ownStorage(): Keep {
  try {
    // An old WebView has none at all.
    const storage = window.localStorage as Storage | null;
    if (storage) return storage;
  } catch {
    // Refused.
  }
  return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
}

/** Tells the room when the page is looked at again, and when the network goes or is back. */
export function wakeWithPage(room: () => Room | null): void {
  const wake = (): void => {
    const present = room();
    if (present && document.visibilityState !== 'hidden') present.wake();
  };
  document.addEventListener('visibilitychange', wake);
  for (const event of ['online', 'pageshow', 'focus']) window.addEventListener(event, wake);
  window.addEventListener('offline', () => room()?.unplugged());
}

/** The room of the page, for its views. */
export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('a view that needs a room was shown outside of one');
  return room;
}
