// Where the board is drawn, on the page or in a worker: obeys orders, keeps the pictures that are made of the board's cells, and
// tells the painter what has to be drawn anew. It knows neither fingers nor the network.
import { cellOf, colourOf } from '../sync/wire';
import { Ghost } from './ghost';
import type { Order } from './orders';
import { Painter, type Patron } from './painter';
import { forgetStock, type Scene } from './scene';
import { pictureOf, Tiles, type Pixels } from './tiles';
import type { Wall } from './wall';

/** More cells than this at once, and all that is seen is drawn anew. */
const MANY = 500;

const NOTHING: Scene = {
  view: { scale: 1, x: 0, y: 0, turn: 0, mirror: false },
  stage: { left: 0, top: 0, width: 1, height: 1 },
  board: { width: 1, height: 1 },
  pixels: null,
  tiles: null,
  preview: null,
  palette: [],
  signs: false,
  shielded: [],
  ghost: null,
};

export class Atelier {
  private scene: Scene = NOTHING;
  private ghost: Ghost | null = null;
  private readonly painter: Painter;

  constructor(wall: Wall, patron: Omit<Patron, 'scene'>) {
    forgetStock();
    this.painter = new Painter(wall, { ...patron, scene: () => this.scene });
  }

  obey(order: Order): void {
    switch (order.do) {
      case 'fit':
        return this.painter.resize(order.size, order.density);
      case 'look':
        this.scene = { ...this.scene, ...order.from, board: order.board };
        return this.painter.move();
      case 'palette':
        return this.recolor(order.palette);
      case 'board':
        return this.hang(order.pixels);
      case 'cells':
        return this.change(order.items);
      case 'all':
        return this.lay(order.cells);
      case 'preview':
        return this.show({ preview: pictureOf(order.overview, (i) => order.overview.cells[i] ?? 0, this.scene.palette) });
      case 'ghost':
        this.ghost = order.template && new Ghost(order.template);
        return this.show({ ghost: this.ghostly() });
      case 'shield':
        return this.show({ shielded: order.areas });
      case 'signs':
        return this.show({ signs: order.shown });
      case 'aim':
        return this.painter.aim(order.target, order.paint);
      case 'pend':
        return this.painter.pend(order.pending, order.palette);
    }
  }

  /** The patron has something to do before the next frame. */
  frame(): void {
    this.painter.frame();
  }

  stop(): void {
    this.painter.stop();
  }

  private show(news: Partial<Scene>): void {
    this.scene = { ...this.scene, ...news };
    this.painter.redraw();
  }

  private recolor(palette: readonly string[]): void {
    this.scene = { ...this.scene, palette };
    if (this.scene.tiles) this.scene.tiles.recolor(palette);
    this.show({ ghost: this.ghostly() });
  }

  private hang(pixels: Pixels | null): void {
    const { preview, palette } = this.scene;
    // A preview stays below the tiles until they are all there.
    this.show({ pixels, tiles: pixels && new Tiles(pixels, palette), preview: pixels && preview });
  }

  // On the page the cells are the board's own, and are so already.
  private change(items: Uint32Array): void {
    const { pixels, tiles } = this.scene;
    if (!pixels || !tiles) return;
    for (const item of items) pixels.cells[cellOf(item)] = colourOf(item);
    tiles.change(items);
    if (items.length > MANY) this.painter.redraw();
    else this.painter.change(Array.from(items, (item) => ({ x: cellOf(item) % pixels.width, y: Math.floor(cellOf(item) / pixels.width) })));
  }

  private lay(cells: Uint8Array): void {
    const { pixels, tiles } = this.scene;
    if (!pixels || !tiles) return;
    if (pixels.cells !== cells) pixels.cells.set(cells);
    tiles.forget();
    this.painter.redraw();
  }

  private ghostly(): Scene['ghost'] {
    return this.ghost && { picture: this.ghost.picture(this.scene.palette), area: this.ghost.area };
  }
}
