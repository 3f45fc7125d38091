// What hangs there: the board, its colours, the picture of it until it is there, and the host's ghost. It follows the canvas and
// tells the painter what to draw anew; who looks, and from where, it does not know.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Board, Change } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { Ghost } from './ghost';
import type { Painter } from './painter';
import type { Scene } from './scene';
import { pictureOf, Tiles } from './tiles';
import type { Point, Size } from './view';

/** More cells than this at once, and all that is seen is drawn anew. */
const MANY = 500;

/** Whom it tells. */
interface Viewer {
  measured(size: Size): void;
  changed(change: Change): void;
}

export class Hanging {
  board: Board | null = null;
  ghost: Ghost | null = null;
  palette: readonly string[] = [];
  readonly rgbs: ReadonlySignal<string>;
  private size: Size | null = null;
  private tiles: Tiles | null = null;
  private preview: HTMLCanvasElement | null = null;
  private ghostPicture: HTMLCanvasElement | null = null;
  private ends: (() => void)[] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly painter: Painter,
    private readonly viewer: Viewer,
  ) {
    this.rgbs = computed(() => (canvas.info.value ? canvas.info.value.palette.map(({ rgb }) => rgb).join() : ''));
  }

  follow(): void {
    this.ends = [
      effect(() => this.repaint(this.rgbs.value)),
      effect(() => this.followBoard(this.canvas.board.value)),
      effect(() => this.followPreview()),
      effect(() => this.followGhost(this.canvas.info.value?.template?.id ?? null)),
      effect(() => this.followShield()),
    ];
  }

  stop(): void {
    this.ends.forEach((end) => end());
    this.stopHearing();
  }

  colorAt({ x, y }: Point): number {
    return this.board ? (this.board.cells[y * this.board.width + x] ?? 0) : 0;
  }

  /** What there is to be seen, wherever it is seen from. */
  get things(): Pick<Scene, 'tiles' | 'preview' | 'palette' | 'pixels' | 'shielded' | 'ghost'> {
    const { board, tiles, preview, palette, ghost, ghostPicture } = this;
    const info = this.canvas.info.peek();
    return {
      tiles, preview, palette,
      pixels: board,
      shielded: info ? info.protected : [],
      ghost: ghost && ghostPicture ? { picture: ghostPicture, area: ghost.area } : null,
    };
  }

  private repaint(rgbs: string): void {
    this.palette = rgbs === '' ? [] : rgbs.split(',');
    this.tiles?.recolor(this.palette);
    this.ghostPicture = this.ghost ? this.ghost.picture(this.palette) : null;
    this.measure();
    this.painter.redraw();
  }

  /** The board's size is known before its cells are. */
  private measure(): void {
    const known = this.canvas.board.peek() ?? this.canvas.info.peek();
    if (!known || (this.size && this.size.width === known.width && this.size.height === known.height)) return;
    this.size = { width: known.width, height: known.height };
    this.viewer.measured(this.size);
  }

  private stopHearing: () => void = () => undefined;

  private followBoard(board: Board | null): void {
    if (board === this.board) return;
    this.stopHearing();
    if (!board) this.preview = null;
    this.board = board;
    this.tiles = board && new Tiles(board, this.palette);
    this.stopHearing = board ? board.on((change) => this.changed(board, change)) : () => undefined;
    this.measure();
    this.painter.redraw();
  }

  private changed(board: Board, change: Change): void {
    this.viewer.changed(change);
    if (change.kind === 'all') {
      this.tiles?.forget();
      this.painter.redraw();
      return;
    }
    this.tiles?.change(change.items);
    if (change.items.length > MANY) this.painter.redraw();
    else this.painter.change(Array.from(change.items, (item) => ({ x: (item & 0xffffff) % board.width, y: Math.floor((item & 0xffffff) / board.width) })));
  }

  private followPreview(): void {
    const overview = this.canvas.preview.value;
    // It stays below the tiles until they are all there.
    if (!overview || !this.rgbs.value) return;
    this.preview = pictureOf(overview, (i) => overview.cells[i] ?? 0, this.palette);
    this.painter.redraw();
  }

  private followGhost(id: number | null): void {
    this.ghost = this.ghostPicture = null;
    this.painter.redraw();
    if (id === null) return;
    void this.canvas.template().then((template) => {
      if (!template || this.canvas.info.peek()?.template?.id !== id) return;
      this.ghost = new Ghost(template);
      this.ghostPicture = this.ghost.picture(this.palette);
      this.painter.redraw();
    });
  }

  private followShield(): void {
    void JSON.stringify(this.canvas.info.value ? this.canvas.info.value.protected : []);
    this.painter.redraw();
  }
}
