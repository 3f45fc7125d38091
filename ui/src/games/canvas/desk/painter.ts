// Draws the board on the desk's screen whenever it or what is marked on it has changed, at most once a frame.
import type { CanvasArea, Colour } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import { paintsOf, Surface } from './surface';
import { fit, whole, type Fit, type Point, type Size } from './view';

/** A picture that is not laid yet. */
export interface Draft {
  picture: HTMLCanvasElement;
  at: CanvasArea;
}

/** What is to be seen. */
export interface Look {
  view: CanvasArea;
  /** In place of the colours. */
  instead: HTMLCanvasElement | null;
  area: CanvasArea | null;
  cell: Point | null;
  guarded: readonly CanvasArea[];
  template: CanvasArea | null;
  draft: Draft | null;
}

const INK = '#14204f';
const NIGHT = '#0f1843';

export class BoardPainter {
  private readonly surface: Surface;
  private readonly brush: CanvasRenderingContext2D | null;
  private readonly deaf: () => void;
  private look: Look;
  private due = 0;
  private sharp = 1;

  constructor(
    private readonly screen: HTMLCanvasElement,
    board: Board,
    palette: readonly Colour[],
  ) {
    this.surface = new Surface(board, paintsOf(palette));
    this.surface.lay(board.cells);
    this.brush = screen.getContext('2d');
    this.look = { view: whole(board), instead: null, area: null, cell: null, guarded: [], template: null, draft: null };
    this.deaf = board.on((change) => {
      if (change.kind === 'all') this.surface.lay(board.cells);
      else this.surface.touch(change.items, board.cells);
      this.soon();
    });
  }

  show(look: Look): void {
    this.look = look;
    this.soon();
  }

  /** In the page's pixels. */
  resize({ width, height }: Size): void {
    this.sharp = Math.min(2, window.devicePixelRatio || 1);
    this.screen.width = Math.round(width * this.sharp);
    this.screen.height = Math.round(height * this.sharp);
    this.soon();
  }

  stop(): void {
    this.deaf();
    cancelAnimationFrame(this.due);
  }

  private soon(): void {
    cancelAnimationFrame(this.due);
    this.due = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { brush, look, screen } = this;
    if (!brush) return;
    const lies = fit(look.view, screen);
    brush.fillStyle = NIGHT;
    brush.fillRect(0, 0, screen.width, screen.height);
    drawView(brush, look.instead ?? this.surface.element, lies);
    brush.save();
    this.clip(brush, lies);
    for (const area of look.guarded) this.guard(brush, boxOf(lies, area));
    if (look.template) this.outline(brush, boxOf(lies, look.template), '#7ff0cf');
    if (look.draft) this.drawDraft(brush, lies, look.draft);
    if (look.area) this.choose(brush, boxOf(lies, look.area));
    if (look.cell) this.ring(brush, boxOf(lies, { ...look.cell, width: 1, height: 1 }));
    brush.restore();
  }

  private clip(brush: CanvasRenderingContext2D, lies: Fit): void {
    const box = boxOf(lies, lies.view);
    brush.beginPath();
    brush.rect(box.x, box.y, box.width, box.height);
    brush.clip();
  }

  /** What nobody may change is striped. */
  private guard(brush: CanvasRenderingContext2D, box: CanvasArea): void {
    brush.save();
    brush.beginPath();
    brush.rect(box.x, box.y, box.width, box.height);
    brush.clip();
    brush.strokeStyle = 'rgba(20,32,79,.4)';
    brush.lineWidth = 2 * this.sharp;
    for (let x = box.x - box.height; x < box.x + box.width; x += 9 * this.sharp) line(brush, x, box.y + box.height, x + box.height, box.y);
    brush.restore();
    this.outline(brush, box, '#ffdb80');
  }

  private drawDraft(brush: CanvasRenderingContext2D, lies: Fit, draft: Draft): void {
    const box = boxOf(lies, draft.at);
    brush.globalAlpha = 0.75;
    brush.imageSmoothingEnabled = box.width < draft.picture.width;
    brush.drawImage(draft.picture, box.x, box.y, box.width, box.height);
    brush.globalAlpha = 1;
    this.outline(brush, box, '#7ff0cf');
  }

  /** What is not chosen steps back. */
  private choose(brush: CanvasRenderingContext2D, box: CanvasArea): void {
    const { width, height } = this.screen;
    brush.fillStyle = 'rgba(10,16,48,.45)';
    brush.beginPath();
    brush.rect(0, 0, width, height);
    brush.rect(box.x, box.y, box.width, box.height);
    brush.fill('evenodd');
    this.outline(brush, box, '#fff');
  }

  private ring(brush: CanvasRenderingContext2D, box: CanvasArea): void {
    const least = 10 * this.sharp;
    const grown = Math.max(0, (least - box.width) / 2);
    this.outline(brush, { x: box.x - grown, y: box.y - grown, width: box.width + 2 * grown, height: box.height + 2 * grown }, '#fff');
  }

  private outline(brush: CanvasRenderingContext2D, box: CanvasArea, colour: string): void {
    brush.lineWidth = 5 * this.sharp;
    brush.strokeStyle = INK;
    brush.strokeRect(box.x, box.y, box.width, box.height);
    brush.lineWidth = 2.5 * this.sharp;
    brush.strokeStyle = colour;
    brush.strokeRect(box.x, box.y, box.width, box.height);
  }
}

/** The part of the board that is looked at, sharp when it is enlarged. */
export function drawView(brush: CanvasRenderingContext2D, picture: CanvasImageSource, { view, scale, left, top }: Fit): void {
  brush.imageSmoothingEnabled = scale < 1;
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, view.x, view.y, view.width, view.height, left, top, view.width * scale, view.height * scale);
}

function boxOf({ view, scale, left, top }: Fit, area: CanvasArea): CanvasArea {
  return { x: left + (area.x - view.x) * scale, y: top + (area.y - view.y) * scale, width: area.width * scale, height: area.height * scale };
}

function line(brush: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  brush.beginPath();
  brush.moveTo(x1, y1);
  brush.lineTo(x2, y2);
  brush.stroke();
}
