// What has the stage just now. Messages come faster than a sofa can follow: what a throw or a vote came to is shown for a while, and a
// fight is told blow by blow, while the story waits behind. Whoever comes in the middle is shown the present state, not the past.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Room } from '../../../lib/room';
import type { Blow, CharacterId, Fight, Outcome, PartyMs, QuestCombatState, QuestResult, QuestScene, QuestVoteFinished, Throw } from '../../../protocol.gen';
import { beatsOf, type Beat } from './beats';
import { applied } from './fold';
import { LONG_AGO, readingMs } from './pacing';
import { teller } from './telling';

/** What lies over the stage for a while. */
export type Over = { kind: 'throw'; id: CharacterId; thrown: Throw; n: number } | { kind: 'vote'; finished: QuestVoteFinished; options: readonly string[]; n: number };

/** A sentence that was told. */
export interface Told {
  n: number;
  text: string;
  dice: Throw | null;
}

/** A fight, as far as it has been told. */
export interface Staged {
  combat: QuestCombatState;
  fight: Fight;
  told: readonly Told[];
  beat: Beat | null;
  /** Counts beats, so that the same blow twice is seen twice. */
  n: number;
  /** All that has happened has been told: now it is a hero's turn. */
  settled: boolean;
  outcome: Outcome | null;
}

/** Runs a task after so many ms, and answers with how not to. */
export type After = (ms: number, task: () => void) => () => void;

export const TUMBLE_MS = 1200;
const THROW_MS = TUMBLE_MS + 3600;
const VOTE_MS = 4200;
const INTRO_MS = 1900;
const OUTCOME_MS = 3600;
const LOOK_MS = 200;
/** Told faster when the fight is already further. */
const HURRY = 0.55;
const LATE = 3;
const SENTENCES = 3;
const HEROES_ACTS = new Set<Blow['blow']>(['defended', 'helped', 'haunted', 'inspired', 'tried', 'used', 'fled']);

const browserAfter: After = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

export class Director {
  private readonly isOver = signal<Over | null>(null);
  private readonly staged = signal<Staged | null>(null);
  private readonly turned = signal<{ page: number; at: PartyMs }>({ page: 0, at: LONG_AGO });
  private readonly options = new Map<number, readonly string[]>();
  /** The scene whose title has been shown large, or was there before this screen. */
  titled: number;
  private overs: Over[] = [];
  private queue: QuestCombatState[] = [];
  private busy = false;
  private count = 0;
  private lastVote = 0;
  private lastTurn = '';
  /** So many blows of the fight have been told: an update repeats those since the last hero acted. */
  private toldBlows = 0;
  private cancels = new Set<() => void>();

  constructor(private readonly room: Room, private readonly after: After = browserAfter) {
    const casting = room.topics.topic('session.state').peek()?.phase === 'casting';
    this.titled = casting ? 0 : (this.topic('scene.update')?.number ?? 0);
  }

  get over(): ReadonlySignal<Over | null> {
    return this.isOver;
  }

  get stage(): ReadonlySignal<Staged | null> {
    return this.staged;
  }

  /** When the present page came; long ago if it was there before this screen. */
  get seen(): ReadonlySignal<{ page: number; at: PartyMs }> {
    return this.turned;
  }

  start(): () => void {
    this.come();
    const ends = [
      this.room.on('scene.update', (scene) => this.turn(scene)),
      this.room.on('vote.started', (vote) => this.options.set(vote.vote_id, vote.options)),
      this.room.on('vote.finished', (finished) => this.decided(finished)),
      this.room.on('action.result', ({ action_id, result }) => action_id || this.thrown(result as unknown as QuestResult)),
      this.room.on('combat.update', (combat) => this.fought(combat)),
    ];
    return () => {
      ends.forEach((end) => end());
      this.cancels.forEach((cancel) => cancel());
    };
  }

  // What was there when this screen came is shown as it stands.
  private come(): void {
    const [scene, combat, vote, started] = [this.topic('scene.update'), this.topic('combat.update'), this.topic('vote.finished'), this.topic('vote.started')];
    if (scene) this.turned.value = { page: scene.page, at: LONG_AGO };
    if (started) this.options.set(started.vote_id, started.options);
    if (vote) this.lastVote = vote.vote_id;
    if (!combat) return;
    this.lastTurn = turnOf(combat);
    this.toldBlows = combat.blows_before + combat.blows.length;
    if (!combat.outcome) this.staged.value = { ...opening(combat), settled: true };
  }

  private topic<T extends 'scene.update' | 'combat.update' | 'vote.finished' | 'vote.started'>(type: T) {
    return this.room.topics.topic(type).peek();
  }

  private turn(scene: QuestScene): void {
    if (scene.page !== this.turned.peek().page) this.turned.value = { page: scene.page, at: this.room.clock.now() };
  }

  private decided(finished: QuestVoteFinished): void {
    if (finished.vote_id <= this.lastVote) return;
    this.lastVote = finished.vote_id;
    this.show({ kind: 'vote', finished, options: this.options.get(finished.vote_id) ?? [finished.option], n: ++this.count });
  }

  private thrown({ character_id, throw: thrown }: QuestResult): void {
    if (thrown) this.show({ kind: 'throw', id: character_id, thrown, n: ++this.count });
  }

  private show(over: Over): void {
    this.overs.push(over);
    if (!this.isOver.peek()) this.showNext();
  }

  private showNext(): void {
    const next = this.overs.shift() ?? null;
    this.isOver.value = next;
    if (next) this.later(next.kind === 'throw' ? THROW_MS : VOTE_MS, () => this.showNext());
  }

  private fought(combat: QuestCombatState): void {
    if (turnOf(combat) === this.lastTurn) return;
    this.lastTurn = turnOf(combat);
    this.queue.push(combat);
    if (!this.busy) this.tellNext();
  }

  private tellNext(): void {
    const next = this.queue[0];
    this.busy = next !== undefined;
    if (!next) return;
    if (this.mustWait(next)) return this.later(LOOK_MS, () => this.tellNext());
    this.queue.shift();
    this.tell(next);
  }

  /** The page before the fight is read to its end, unless a hero is quicker; what lies over the stage is waited for. */
  private mustWait(next: QuestCombatState): boolean {
    if (this.isOver.peek()) return true;
    const scene = this.topic('scene.update');
    if (this.isStaged(next) || !scene) return false;
    const read = this.turned.peek().at + readingMs(scene.lines);
    return this.room.clock.now() < read && !this.queue.some(isHeroes);
  }

  private isStaged({ fight }: QuestCombatState): boolean {
    return this.staged.peek()?.combat.fight === fight;
  }

  private tell(combat: QuestCombatState): void {
    const before = this.staged.peek();
    const begins = !before || before.combat.fight !== combat.fight;
    const stage = begins ? opening(combat) : { ...before, combat, settled: false };
    this.staged.value = stage;
    const beats = begins ? [] : beatsOf(this.untold(combat), teller(combat, this.room.topics.topic('party.state').peek()));
    this.toldBlows = combat.blows_before + combat.blows.length;
    this.later(begins ? INTRO_MS : 0, () => this.beat(beats, combat));
  }

  /** Where blows are missing, or too many wait, the end of it is shown at once. */
  private untold({ blows, blows_before }: QuestCombatState): Blow[] {
    const missed = blows_before > this.toldBlows || this.queue.length >= LATE;
    return missed ? [] : blows.slice(this.toldBlows - blows_before);
  }

  private beat(beats: readonly Beat[], combat: QuestCombatState): void {
    const [beat, ...rest] = beats;
    const stage = this.staged.peek();
    if (!stage) return;
    if (!beat) return this.settle(stage, combat);
    this.staged.value = { ...stage, ...this.told(stage, beat), fight: beat.blows.reduce(applied, stage.fight), beat };
    this.later(beat.ms * (this.queue.length > 0 ? HURRY : 1), () => this.beat(rest, combat));
  }

  private told({ told, n }: Staged, { text, dice }: Beat): Pick<Staged, 'told' | 'n'> {
    return { n: n + 1, told: text ? told.concat([{ n: n + 1, text, dice }]).slice(-SENTENCES) : told };
  }

  private settle(stage: Staged, combat: QuestCombatState): void {
    const outcome = combat.outcome ?? null;
    this.staged.value = { ...stage, combat, fight: combat.state, beat: null, settled: outcome === null, outcome };
    if (outcome) this.later(OUTCOME_MS, () => this.leaveFight());
    else this.tellNext();
  }

  private leaveFight(): void {
    this.staged.value = null;
    this.tellNext();
  }

  private later(ms: number, task: () => void): void {
    const cancel = this.after(ms, () => {
      this.cancels.delete(cancel);
      task();
    });
    this.cancels.add(cancel);
  }
}

function opening(combat: QuestCombatState): Staged {
  return { combat, fight: combat.state, told: [], beat: null, n: 0, settled: false, outcome: null };
}

function turnOf({ fight, turn, outcome }: QuestCombatState): string {
  return `${fight}/${turn}/${outcome ?? ''}`;
}

function isHeroes({ blows }: QuestCombatState): boolean {
  return blows.some((blow) => HEROES_ACTS.has(blow.blow) || (blow.blow === 'threw' && 'hero' in blow.who));
}
