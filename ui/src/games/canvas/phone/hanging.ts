// What hangs there: the board, its colours, the picture of it until it is there, and the host's ghost. It follows the canvas and
// tells the crew what there is to draw; who looks, and from where, it does not know.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Board, Change } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { insist } from '../sync/insist';
import type { Template } from '../sync/wire';
import type { Crew } from './crew';
import { Ghost } from './ghost';
import type { Point, Size } from './view';

/** Whom it tells. */
interface Viewer {
  measured(size: Size): void;
  changed(change: Change): void;
}

export class Hanging {
  board: Board | null = null;
  ghost: Ghost | null = null;
  readonly rgbs: ReadonlySignal<string>;
  private readonly ghostId: ReadonlySignal<number | null>;
  private size: Size | null = null;
  private ends: (() => void)[] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly crew: Crew,
    private readonly viewer: Viewer,
  ) {
    this.rgbs = computed(() => (canvas.info.value ? canvas.info.value.palette.map(({ rgb }) => rgb).join() : ''));
    this.ghostId = computed(() => canvas.info.value?.template?.id ?? null);
  }

  follow(): void {
    this.ends = [
      effect(() => this.repaint(this.rgbs.value)),
      effect(() => this.followBoard(this.canvas.board.value)),
      effect(() => this.followPreview()),
      effect(() => this.followGhost(this.ghostId.value)),
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

  private repaint(rgbs: string): void {
    this.crew.obey({ do: 'palette', palette: rgbs === '' ? [] : rgbs.split(',') });
    this.measure();
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
    this.board = board;
    this.crew.obey({ do: 'board', pixels: board });
    this.stopHearing = board ? board.on((change) => this.changed(board, change)) : () => undefined;
    this.measure();
  }

  private changed(board: Board, change: Change): void {
    this.viewer.changed(change);
    this.crew.obey(change.kind === 'all' ? { do: 'all', cells: board.cells } : { do: 'cells', items: change.items });
  }

  private followPreview(): void {
    const overview = this.canvas.preview.value;
    // It stays below the tiles until they are all there.
    if (overview && this.rgbs.value) this.crew.obey({ do: 'preview', overview });
  }

  /** Answers with how to let go of this one. */
  private followGhost(id: number | null): (() => void) | undefined {
    this.lay(null);
    if (id === null) return undefined;
    return insist(
      () => this.canvas.template(),
      (template) => this.lay(template),
    );
  }

  private lay(template: Template | null): void {
    this.ghost = template && new Ghost(template);
    this.crew.obey({ do: 'ghost', template });
  }

  private followShield(): void {
    this.crew.obey({ do: 'shield', areas: this.canvas.info.value ? this.canvas.info.value.protected : [] });
  }
}
