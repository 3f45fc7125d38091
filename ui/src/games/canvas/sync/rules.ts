// The canvas's shape and rules as this page knows them: told by the socket, or looked at by who has none.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { BoardAnswer, CanvasBoard } from '../../../protocol.gen';
import type { Board } from './board';
import { markOf, type Http } from './http';

export class Rules {
  private readonly known = signal<CanvasBoard | null>(null);
  private looking = false;
  private doubtful = false;
  /** The mark of those that were seen at the last look. */
  private seen: string | null = null;

  constructor(private readonly http: Http) {}

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

  /** Is it time to look? If they are unknown, older than the board, or bear another mark by now. */
  areOld(board: Board | null, mark: string | null): boolean {
    const info = this.known.peek();
    return !info || this.doubtful || (board !== null && board.epoch !== info.epoch) || (mark !== null && mark !== this.seen);
  }

  /** Looks at them; answers with what there is to be learnt, null if nothing. */
  async look(): Promise<CanvasBoard | null> {
    if (this.looking) return null;
    this.looking = true;
    const { answer, tag } = await this.http.tagged<BoardAnswer>('board');
    this.looking = false;
    if (!answer.ok) return null;
    this.seen = markOf(tag);
    return answer.value.board;
  }
}
