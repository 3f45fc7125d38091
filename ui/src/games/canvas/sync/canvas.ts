// The canvas of a room, for its views: keeps the board in step by the socket or, for those who have none, by asking every few
// seconds, and asks for what is asked for. Versions are the follower's matter, patience the fetcher's.
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../../lib/api';
import type { Room } from '../../../lib/room';
import type { Connection } from '../../../lib/socket';
import type { CanvasBoard, CanvasStats, PartyMs, PlaceAnswer, SessionId, SessionState } from '../../../protocol.gen';
import type { CellAnswer } from './answers';
import type { Board } from './board';
import { Fetcher } from './fetcher';
import { Follower } from './follower';
import { Host } from './host';
import { Http, outside, PICTURE_PATIENCE, type Outside } from './http';
import { Rules } from './rules';
import { readFilm, readFrame, readHeatmap, readOverview, readSnapshot, readTemplate, type Film, type Heatmap, type Overview, type Snapshot, type Template } from './wire';

export interface Source {
  code: string;
  /** The seat's or the host's secret. */
  token: string | null;
  /** Null for an anonymous viewer, who has no socket. */
  room: Room | null;
  /** Ms between two questions of who has no live frames. */
  pollEvery?: number;
}

export type CanvasState = 'loading' | 'live' | 'polling' | 'offline' | 'over';

/** By which way the page hears of changes: frames, questions, or just now by none. */
type Way = 'frames' | 'questions' | 'none';

const POLL_EVERY = 5000;
/** A board of so few cells is there as soon as its overview would be. */
const SMALL = 40_000;
/** A placement shows long before that, if the socket lives. */
const SHOWN_WITHIN = 2000;
/** A phone that lost the Wi-Fi for a moment places its pixel all the same. */
const PLACES_FOR = 5000;
const CALL_BACK_EVERY = 30_000;
const STATE_EVERY = 15_000;
/** Refusals of `queue` that say: what this page believes is out of date. The socket brings what is so. */
const OUT_OF_DATE = new Set(['canvas/already_in', 'canvas/not_playing', 'session/not_active']);

export class Canvas {
  readonly host: Host;
  private readonly shownBoard = signal<Board | null>(null);
  private readonly shownPreview = signal<Overview | null>(null);
  private readonly shownState = signal<CanvasState>('loading');
  private readonly room: Room | null;
  private readonly http: Http;
  private readonly rules: Rules;
  private readonly follower = new Follower();
  private readonly fetcher: Fetcher;
  private readonly pollEvery: number;
  private running = false;
  private begun = false;
  private ends: (() => void)[] = [];
  private cancelPoll: (() => void) | null = null;
  private way: Way = 'none';
  private session: SessionId | null = null;
  private greeting = false;
  private failing = false;
  private ended = false;
  private calledBackFor: PartyMs | null = null;
  private nextCallBack = 0;
  private nextState = 0;

  constructor(
    source: Source,
    private readonly world: Outside = outside,
  ) {
    this.room = source.room;
    this.pollEvery = source.pollEvery ?? POLL_EVERY;
    this.http = new Http(source.code, source.token, world);
    this.rules = new Rules(this.http);
    this.host = new Host(this.http);
    this.fetcher = new Fetcher(this.follower, this.http, world, {
      answered: () => this.answered(),
      failed: () => this.failed(),
      over: () => this.over(),
    });
  }

  /** The pixels; null until the first are there. */
  get board(): ReadonlySignal<Board | null> {
    return this.shownBoard;
  }

  /** Shape and rules. */
  get info(): ReadonlySignal<CanvasBoard | null> {
    return this.rules.info;
  }

  /** The board from afar, until the board itself is there. */
  get preview(): ReadonlySignal<Overview | null> {
    return this.shownPreview;
  }

  get state(): ReadonlySignal<CanvasState> {
    return this.shownState;
  }

  start(): void {
    this.stop();
    this.running = true;
    if (this.room) this.listen(this.room);
    else this.turn('questions');
    // What has happened since an earlier stop.
    this.follower.ask();
    void this.load();
  }

  stop(): void {
    this.running = false;
    this.ends.forEach((end) => end());
    this.ends = [];
    this.turn('none');
    this.fetcher.stop();
    this.http.stop();
  }

  async place(x: number, y: number, color: number): Promise<Answer<PlaceAnswer>> {
    const known = this.follower.board ?? this.info.peek();
    const answer = await this.http.act<PlaceAnswer>('place', { x, y, color, epoch: known ? known.epoch : 0 }, PLACES_FOR);
    if (answer.ok) this.expect(answer.value.version);
    else if (answer.error.code === 'canvas/epoch') this.ask();
    return answer;
  }

  async undo(): Promise<Answer<PlaceAnswer>> {
    const answer = await this.http.act<PlaceAnswer>('undo');
    if (answer.ok) this.expect(answer.value.version);
    return answer;
  }

  /** From AFK into the queue, and back to live frames. */
  async queue(): Promise<Answer<object>> {
    const answer = await this.http.act<object>('queue');
    const outOfDate = !answer.ok && OUT_OF_DATE.has(answer.error.code);
    if (this.room && (answer.ok || (outOfDate && this.isAway(this.room)))) this.room.comeBack();
    return answer;
  }

  cell(x: number, y: number): Promise<Answer<CellAnswer>> {
    return this.http.json(`cell?x=${x}&y=${y}`);
  }

  stats(): Promise<Answer<CanvasStats>> {
    return this.http.json('stats');
  }

  template(): Promise<Template | null> {
    return this.http.read('template', readTemplate, PICTURE_PATIENCE);
  }

  heatmap(): Promise<Heatmap | null> {
    return this.http.read('heatmap', readHeatmap);
  }

  film(): Promise<Film | null> {
    return this.http.read('film', readFilm);
  }

  /** The board as it was at that party time. */
  at(time: PartyMs): Promise<Snapshot | null> {
    return this.http.read(`at?time=${Math.round(time)}`, readSnapshot);
  }

  // The first paint goes before the rest on a slow network, unless the rest is as small.
  private async load(): Promise<void> {
    this.begun = true;
    if (!this.room) void this.look();
    const info = this.info.peek();
    const small = info !== null && info.width * info.height <= SMALL;
    if (!this.follower.board && !small) {
      const overview = await this.http.read('overview', readOverview);
      if (!this.follower.board) this.shownPreview.value = overview;
    }
    if (this.running) this.fetcher.start();
  }

  private listen(room: Room): void {
    const session = room.topics.topic('session.state').peek();
    const info = room.topics.topic('canvas.board').peek();
    this.session = session && session.session_id;
    if (info) this.learn(info);
    this.ends = [
      room.onBinary((bytes) => this.heard(bytes)),
      room.on('system.hello', () => (this.greeting = true)),
      room.on('session.state', (state) => this.entered(state)),
      room.on('canvas.board', (told) => this.told(told)),
      room.on('pong', () => this.greeted(null)),
      effect(() => this.turn(wayOf(room))),
      effect(() => this.show(room.connection.value)),
    ];
  }

  private heard(bytes: ArrayBuffer): void {
    const frame = readFrame(bytes);
    if (!frame) return;
    this.follower.frame(frame);
    this.fetcher.pump();
  }

  private told(info: CanvasBoard): void {
    this.learn(info);
    this.greeted(info.epoch);
    this.fetcher.pump();
  }

  /** Once for each connection: its frames have begun, and what came before them is to be asked for. */
  private greeted(epoch: number | null): void {
    if (!this.greeting) return;
    this.greeting = false;
    this.follower.hello(epoch);
    this.fetcher.hurry();
  }

  private learn(info: CanvasBoard): void {
    this.rules.learn(info);
    this.follower.began(info.epoch);
  }

  private entered(state: SessionState): void {
    const another = this.session !== null && this.session !== state.session_id;
    this.session = state.session_id;
    if (another) this.forget();
    const painted = state.game === 'canvas' && state.status !== 'pending';
    if (!painted || (this.begun && !this.ended)) return;
    this.ended = false;
    void this.load();
  }

  // Two canvases of one party may have the same epochs: nothing of the earlier one counts.
  private forget(): void {
    this.begun = false;
    this.fetcher.stop();
    this.follower.forget();
    this.rules.learn(null);
    this.shownBoard.value = this.shownPreview.value = null;
  }

  private turn(way: Way): void {
    if (way === this.way) return;
    this.way = way;
    if (this.cancelPoll) this.cancelPoll();
    this.cancelPoll = null;
    if (way === 'questions') this.pollLater();
    this.refresh();
  }

  private pollLater(): void {
    this.cancelPoll = this.world.after(this.pollEvery, () => {
      this.pollLater();
      this.poll();
    });
  }

  private poll(): void {
    this.ask();
    if (!this.ended && this.areOld()) void this.look();
    this.callBackAtTheEnd();
    if (this.room) void this.askState(this.room);
  }

  private ask(): void {
    this.follower.ask();
    this.fetcher.pump();
  }

  private areOld(): boolean {
    return this.rules.areOld(this.follower.board, this.fetcher.mark);
  }

  private async look(): Promise<void> {
    const info = await this.rules.look();
    // The socket, if there is one again, knows better.
    if (!info || this.way !== 'questions') return;
    this.learn(info);
    this.callBackAtTheEnd();
    this.fetcher.pump();
  }

  /** Nobody tells who is away that the painting has ended: the finale is for everyone. */
  private callBackAtTheEnd(): void {
    if (this.room && this.isPast(this.room)) this.callBack(this.room);
  }

  /** Nor is such a guest told how late it is by the party's clock, and that the host has ended the session. */
  private async askState(room: Room): Promise<void> {
    const asked = this.world.now();
    if (!this.isIdle(room) || asked < this.nextState) return;
    this.nextState = asked + STATE_EVERY;
    const answer = await this.http.state();
    if (!answer.ok || !this.isIdle(room)) return;
    const { session } = answer.value;
    room.clock.ponged(asked, session.clock);
    if (session.status !== 'active' || session.session_id !== this.session) this.callBack(room);
    this.callBackAtTheEnd();
  }

  private isPast(room: Room): boolean {
    const end = this.info.peek()?.ends_at ?? null;
    if (end === null || end === this.calledBackFor || room.clock.now() < end) return false;
    this.calledBackFor = end;
    return true;
  }

  // A server that closes again must not be asked at once again. A page whose guest sits at another phone by now stays away.
  private callBack(room: Room): void {
    const now = this.world.now();
    if (!this.isIdle(room) || now < this.nextCallBack) return;
    this.nextCallBack = now + CALL_BACK_EVERY;
    room.comeBack();
  }

  private answered(): void {
    this.failing = this.ended = false;
    const { board } = this.follower;
    if (board) {
      this.shownBoard.value = board;
      this.shownPreview.value = null;
    }
    if (this.way === 'questions' && this.areOld()) void this.look();
    this.refresh();
  }

  private failed(): void {
    this.failing = true;
    this.refresh();
  }

  // The party has gone on to something else: who stands in its room goes along.
  private over(): void {
    this.ended = true;
    this.follower.forget();
    this.rules.doubt();
    this.refresh();
    if (this.room) this.callBack(this.room);
  }

  /** A placement that is accepted and does not show was missed, whatever the socket believes. */
  private expect(version: number): void {
    const { board } = this.follower;
    if (!board) return;
    const { epoch } = board;
    this.world.after(SHOWN_WITHIN, () => {
      if (!this.running || board.epoch !== epoch || board.version >= version) return;
      if (this.room) this.room.check();
      this.ask();
    });
  }

  private isAway(room: Room): boolean {
    return room.connection.peek().state === 'away';
  }

  private isIdle(room: Room): boolean {
    const connection = room.connection.peek();
    return connection.state === 'away' && connection.reason === 'afk';
  }

  private refresh(): void {
    this.show(this.room && this.room.connection.peek());
  }

  private show(connection: Connection | null): void {
    this.shownState.value = this.stateWith(connection ? connection.state : 'away');
  }

  private stateWith(connection: Connection['state']): CanvasState {
    if (this.ended) return 'over';
    if (connection === 'lost' || (connection === 'away' && this.failing)) return 'offline';
    if (!this.shownBoard.peek()) return 'loading';
    if (this.way === 'questions') return 'polling';
    return connection === 'open' ? 'live' : this.shownState.peek();
  }
}

/** Frames come only to a page whose socket is open and whose guest is not idle. */
function wayOf(room: Room): Way {
  const { state } = room.connection.value;
  const you = room.topic('canvas.you');
  if (state === 'away') return 'questions';
  if (state !== 'open') return 'none';
  return you && you.status === 'afk' ? 'questions' : 'frames';
}
