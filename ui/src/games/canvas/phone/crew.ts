// Who draws the board: a worker, where the browser has canvases for workers, so that a page in motion has nothing to do but to say
// from where the board is seen; else, or when the worker fails, the page itself. The same atelier works in both places. When what was
// drawn is lost, whoever drew it begins anew.
import { calm } from '../../../lib/touch';
import { Atelier } from './atelier';
import type { Order, Report } from './orders';
import type { Patron } from './painter';
import { drawsFor, page } from '../paper';
import { PageWall } from './wall';
import type { Size } from './view';

type Asking = Omit<Patron, 'scene'>;

interface Hand {
  obey(order: Order): void;
  frame(): void;
  stop(): void;
}

export class Crew implements Hand {
  private hand: Hand;
  private hasGlass = hasGlass();
  /** The latest order of each kind, in the order in which they were given: for whoever has to take over. */
  private readonly said = new Map<Order['do'], Order>();

  constructor(
    private readonly host: HTMLElement,
    private readonly asking: Asking,
  ) {
    this.hand = this.hire();
  }

  obey(order: Order): void {
    // Changes of cells are in the board itself.
    if (order.do !== 'cells' && order.do !== 'all') this.keep(order);
    this.hand.obey(order);
  }

  /** Asks for a frame. */
  frame(): void {
    this.hand.frame();
  }

  stop(): void {
    this.hand.stop();
  }

  private keep(order: Order): void {
    // A map keeps the place of what it knows already.
    this.said.delete(order.do);
    this.said.set(order.do, order);
  }

  private hire(): Hand {
    const away = this.hasGlass ? this.sendAway() : null;
    if (away) return away;
    const here: Hand = new Here(this.host, this.asking, () => this.begin(here));
    return here;
  }

  private sendAway(): Hand | null {
    try {
      const away: Hand = new Away(this.host, this.asking, { failed: () => this.doWithout(away), lost: () => this.begin(away) });
      return away;
    } catch {
      this.hasGlass = false;
      return null;
    }
  }

  private doWithout(hand: Hand): void {
    this.hasGlass = false;
    this.begin(hand);
  }

  /** All anew, in place of this one: of many canvases that are lost at once, each tells. */
  private begin(after: Hand): void {
    if (after !== this.hand) return;
    after.stop();
    this.hand = this.hire();
    // Pictures are made in the colours that are known by then.
    const palette = this.said.get('palette');
    if (palette) this.hand.obey(palette);
    this.said.forEach((order) => order === palette || this.hand.obey(order));
    // The board may be gliding.
    this.hand.frame();
  }
}

/** Draws on the page. */
class Here implements Hand {
  private readonly atelier: Atelier;

  constructor(host: HTMLElement, asking: Asking, lost: () => void) {
    drawsFor(lost);
    this.atelier = new Atelier(new PageWall(host), asking);
  }

  obey(order: Order): void {
    this.atelier.obey(order);
  }

  frame(): void {
    this.atelier.frame();
  }

  stop(): void {
    this.atelier.stop();
  }
}

/** Has a worker draw. Where the board is seen from is said at once: a frame of the page would cost more than saying it. */
class Away implements Hand {
  private readonly canvas = page();
  private readonly worker = new Worker(new URL('./atelier.worker.ts', import.meta.url));
  private asked = 0;
  private looks = 0;

  constructor(
    host: HTMLElement,
    private readonly asking: Asking,
    told: { failed: () => void; lost: () => void },
  ) {
    this.canvas.className = 'cv-layer';
    host.appendChild(this.canvas);
    this.worker.onerror = told.failed;
    this.worker.onmessage = ({ data: report }: MessageEvent<Report>) => (report === 'lost' ? told.lost() : this.rested(report));
    const glass = this.canvas.transferControlToOffscreen();
    this.worker.postMessage({ do: 'open', glass, calm: calm() }, [glass]);
  }

  obey(order: Order): void {
    if (order.do === 'look') this.looks++;
    if (order.do === 'fit') this.fit(order.size);
    const [own, moved] = packed(order);
    this.worker.postMessage(own, moved);
  }

  frame(): void {
    if (this.asked !== 0) return;
    this.asked = requestAnimationFrame((now) => {
      this.asked = 0;
      if (this.asking.beforeFrame(now)) this.frame();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.asked = -1;
    this.worker.onerror = this.worker.onmessage = null;
    this.worker.terminate();
    this.canvas.remove();
  }

  private fit({ width, height }: Size): void {
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
  }

  /** It may have moved on since the worker found it at rest. */
  private rested(looks: number): void {
    if (looks === this.looks) this.asking.rested();
  }
}

/** With cells of its own: those of the page go on changing, and may lie in a much larger buffer. */
function packed(order: Order): [Order, Transferable[]] {
  switch (order.do) {
    case 'board': {
      if (!order.pixels) return [order, []];
      const { width, height } = order.pixels;
      const cells = order.pixels.cells.slice();
      return [{ ...order, pixels: { width, height, cells } }, [cells.buffer]];
    }
    case 'preview': {
      const { width, height } = order.overview;
      const cells = order.overview.cells.slice();
      return [{ ...order, overview: { width, height, cells } }, [cells.buffer]];
    }
    case 'all': {
      const cells = order.cells.slice();
      return [{ ...order, cells }, [cells.buffer]];
    }
    case 'cells': {
      const items = order.items.slice();
      return [{ ...order, items }, [items.buffer]];
    }
    default:
      return [order, []];
  }
}

/** Can a worker draw on a canvas of the page? */
function hasGlass(): boolean {
  if (typeof OffscreenCanvas === 'undefined' || !('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return false;
  try {
    // eslint-disable-next-line compat/compat -- it is there: it was looked for just now.
    return new OffscreenCanvas(1, 1).getContext('2d') !== null;
  } catch {
    return false;
  }
}
