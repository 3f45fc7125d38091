// Where a guest was on the board, and with which colour in hand: kept while the tab lives, so that a reload changes neither. It knows
// what to keep, not when.
import type { Size, View } from './view';

const KEPT = 'snowparty.canvas.spot';

interface Kept {
  session?: number | string;
  board?: Size;
  /** None while the whole board was looked at. */
  view?: View | null;
  color?: number | null;
}

export class Spot {
  private kept: Kept;

  /** Of this session; without one nothing is kept. */
  constructor(private readonly session: number | string | null) {
    const kept = recall();
    this.kept = session !== null && kept.session === session ? kept : {};
  }

  get color(): number | null {
    return typeof this.kept.color === 'number' ? this.kept.color : null;
  }

  /** From where a board of this size was seen. */
  viewOf({ width, height }: Size): View | null {
    const { board, view } = this.kept;
    return view && board && board.width === width && board.height === height && isFinite(view.scale + view.x + view.y) ? view : null;
  }

  keepColor(color: number): void {
    this.keep({ color });
  }

  keepView(board: Size, view: View | null): void {
    this.keep({ board, view });
  }

  private keep(news: Kept): void {
    if (this.session === null) return;
    this.kept = { ...this.kept, ...news, session: this.session };
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify(this.kept));
    } catch {
      // A private window: it is forgotten with the page.
    }
  }
}

function recall(): Kept {
  try {
    return (JSON.parse(window.sessionStorage.getItem(KEPT) ?? '{}') ?? {}) as Kept;
  } catch {
    return {};
  }
}
