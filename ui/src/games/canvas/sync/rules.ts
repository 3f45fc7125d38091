// The canvas's shape and rules as this page knows them: told by the socket, or looked at from time to time by who has none.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { BoardAnswer, CanvasBoard } from '../../../protocol.gen';
import type { Board } from './board';
import type { Http, Outside } from './http';

/** What the host changes is seen that late by who has to look for it. */
const LOOK_EVERY = 20_000;

export class Rules {
  private readonly known = signal<CanvasBoard | null>(null);
  private lookedAt: number;
  private looking = false;
  private doubtful = false;

  constructor(
    private readonly http: Http,
    private readonly world: Outside,
  ) {
    this.lookedAt = world.now();
  }

  get info(): ReadonlySignal<CanvasBoard | null> {
    return this.known;
  }

  learn(info: CanvasBoard | null): void {
    this.known.value = info;
    this.doubtful = false;
  }

  /** Whatever is known may have no meaning any more. */
  doubt(): void {
    this.doubtful = true;
  }

  /** Is it time to look? At once if they are unknown, or older than the board. */
  areOld(board: Board | null): boolean {
    const info = this.known.peek();
    return !info || this.doubtful || (board !== null && board.epoch !== info.epoch) || this.world.now() - this.lookedAt >= LOOK_EVERY;
  }

  /** Looks at them; answers with what there is to be learnt, null if nothing. */
  async look(): Promise<CanvasBoard | null> {
    if (this.looking) return null;
    this.looking = true;
    this.lookedAt = this.world.now();
    const answer = await this.http.json<BoardAnswer>('board');
    this.looking = false;
    return answer.ok ? answer.value.board : null;
  }
}
