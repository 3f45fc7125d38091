// When to draw what. A board in motion is not drawn: pictures of it are moved. One that no longer reaches far enough, or has been zoomed
// too much, is drawn anew in bands, out of sight; below them all lies the whole board, coarse. At rest a sharp picture takes over, and
// afterwards only what has changed is drawn. One frame is asked for at a time, and none when nothing has changed.
import { Marks } from './marks';
import { Plate, type Sight } from './plate';
import { drawScene, frameOf, grown, holds, meet, REACH, type Pending, type Scene } from './scene';
import type { Area } from './tiles';
import type { Far } from './far';
import { middle, seen, type Point, type Size } from './view';
import type { Piece, Wall } from './wall';

/** At most so many pixels in the sharp picture, and in one of the bands that pictures are drawn in: at rest, and in motion. */
const SHARP_PIXELS = 4_500_000;
const BAND_PIXELS = 260_000;
const BAND_IN_MOTION = 90_000;
/** A board that has lain still so long is drawn sharp. */
const REST = 110;
/** Milliseconds of a frame that may go into tiles. */
const TILE_TIME = 2.5;
/** More rectangles than this are drawn as one that holds them all. */
const MANY = 48;
/** More changes than this are not kept until they can be drawn: a hidden page has no frames, and they would pile up for hours. */
const PILE = 5000;
/** How far a picture reaches beyond the screen, as a share of the screen's shorter side. */
const MARGIN = 0.35;
/** A picture is drawn anew when it has been zoomed by more than this. */
const ZOOMED = 1.5;
/** While the board moves, changes of its pixels may be seen so much later, and those of what lies below them all. */
const CHANGES_IN_MOTION = 160;
const BELOW_EVERY = 700;

/** What the painter tells and asks. */
export interface Patron {
  scene(): Scene;
  /** Before each frame; true if another one is wanted after this. */
  beforeFrame(now: number): boolean;
  /** The board has come to rest. */
  rested(): void;
}

/** A picture that is being drawn, and how far down it is. */
interface Work {
  plate: Plate;
  from: number;
}

export class Painter {
  /** From where the pictures lie in the world as they are drawn. */
  private home: Sight | null = null;
  private readonly quick: [Plate, Plate];
  private readonly sharp: Plate;
  private readonly marks: Marks;
  private shown: Plate;
  private work: Work | null = null;
  private size: Size = { width: 0, height: 0 };
  private asked = 0;
  private moved = true;
  private movedAt = 0;
  private moving = true;
  /** What is shown is not how it should be, though nothing has moved. */
  private stale = false;
  private dirty: Point[] = [];
  private touchedAt = 0;
  private below: { far: Far; piece: Piece; freshAt: number } | null = null;
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly wall: Wall,
    private readonly patron: Patron,
  ) {
    this.quick = [new Plate(wall), new Plate(wall)];
    this.sharp = new Plate(wall);
    this.marks = new Marks(wall);
    this.shown = this.quick[0];
    this.shown.show(true);
  }

  resize(size: Size, density: number): void {
    this.size = size;
    const margin = Math.round(MARGIN * Math.min(size.width, size.height));
    this.quick.forEach((plate) => plate.fit(size, margin, 1));
    this.sharp.fit(size, 0, Math.min(density, Math.sqrt(SHARP_PIXELS / Math.max(1, size.width * size.height))));
    this.wall.fit(size, this.sharp.density);
    this.marks.fit(density);
    this.work = null;
    this.move();
  }

  /** The view is another. */
  move(): void {
    this.moved = true;
    this.frame();
  }

  /** Something else is to be seen of all cells, though nothing moves. */
  redraw(): void {
    this.dirty = [];
    this.stale = true;
    this.work = null;
    this.frame();
  }

  /** These cells are others. */
  change(cells: readonly Point[]): void {
    if (cells.length === 0) return;
    if (this.dirty.length + cells.length > PILE) return this.redraw();
    this.dirty = this.dirty.concat(cells);
    this.frame();
  }

  /** Where the guest aims, and with what. */
  aim(target: Point | null, paint: string | null): void {
    this.marks.aim(target, paint);
    this.frame();
  }

  pend(pending: readonly Pending[], palette: readonly string[]): void {
    this.marks.pend(pending, palette);
    this.frame();
  }

  /** Asks for a frame, if none is asked for. */
  frame(): void {
    if (this.asked === 0) this.asked = requestAnimationFrame((now) => this.draw(now));
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.asked = -1;
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.wall.remove();
  }

  private draw(now: number): void {
    this.asked = 0;
    const again = this.patron.beforeFrame(now);
    const scene = this.patron.scene();
    if (this.moved) this.follow(scene, now);
    this.marks.follow(scene, !this.moving);
    this.touchUp(scene, now);
    if (!this.work) this.work = this.plan(scene, now);
    if (this.work) this.goOn(this.work, scene);
    const beats = this.wall.done(now);
    if (again || beats || this.moved || this.work) this.frame();
    else if (this.moving || this.dirty.length > 0) this.sleep(now);
  }

  /** Frames that only wait cost a phone as much as others: until the board has rested there are none. */
  private sleep(now: number): void {
    if (this.waiting !== null) return;
    this.waiting = setTimeout(() => {
      this.waiting = null;
      this.frame();
    }, Math.max(0, this.movedAt + REST - now) + 1);
  }

  /** All that there is moves along with the board. */
  private follow(scene: Scene, now: number): void {
    this.moved = false;
    this.movedAt = now;
    this.moving = true;
    if (this.work && this.work.plate === this.sharp) this.work = null;
    this.followBelow(scene, now);
    if (this.shown.zoom(scene) === null) this.startOver(scene);
    this.lookFrom(scene);
  }

  private followBelow(scene: Scene, now: number): void {
    const far = scene.tiles ? scene.tiles.whole : null;
    if (far !== (this.below && this.below.far)) this.changeBelow(far);
    if (!this.below) return;
    if (now - this.below.freshAt > BELOW_EVERY) {
      this.below.far.fresh();
      this.below.freshAt = now;
      this.wall.touched();
    }
    this.below.piece.show(!this.covers(this.shown, scene, 0));
  }

  /** Moves the world to where it is seen now. */
  private lookFrom(scene: Scene): void {
    const { home } = this;
    if (!home) return;
    const zoom = scene.view.scale / home.view.scale;
    const centre = middle(scene.stage);
    const way = seen(scene.view, { x: home.view.x - scene.view.x, y: home.view.y - scene.view.y });
    const at = { x: centre.x * (1 - zoom) + way.x, y: centre.y * (1 - zoom) + way.y };
    this.wall.turn([zoom, 0, 0, zoom, at.x, at.y]);
  }

  /** From now on the pictures lie as they are seen from where the shown one was drawn. */
  private settle(): void {
    this.home = this.shown.seenFrom;
    if (!this.home) return;
    this.shown.lie(this.home);
    if (this.below) this.below.piece.lie(this.below.far.lies(this.home));
  }

  private changeBelow(far: Far | null): void {
    if (this.below) this.below.piece.remove();
    this.below = far && { far, piece: this.wall.under(far.fresh()), freshAt: -BELOW_EVERY };
    if (this.below && this.home) this.below.piece.lie(this.below.far.lies(this.home));
  }

  /** Nothing that is drawn can be moved to where one looks: all of it is drawn at once. */
  private startOver(scene: Scene): void {
    const plate = this.quick[0];
    plate.begin(sightOf(scene));
    const whole = this.paint(plate, scene, { x: 0, y: 0, ...plate.size }, true);
    this.work = whole ? null : { plate, from: 0 };
    this.show(plate, scene);
  }

  /** Which picture is to be drawn next. */
  private plan(scene: Scene, now: number): Work | null {
    if (now - this.movedAt >= REST) return this.shown !== this.sharp || this.moving || this.stale ? this.begin(this.sharp, scene) : null;
    return this.stale || !this.isEnough(this.shown, scene) ? this.begin(this.quick[0] === this.shown ? this.quick[1] : this.quick[0], scene) : null;
  }

  /** Does it show all that is seen, and what will come into sight soon? */
  private isEnough(plate: Plate, scene: Scene): boolean {
    const zoom = plate.zoom(scene);
    if (zoom === null || zoom > ZOOMED || zoom < 1 / ZOOMED) return false;
    return this.covers(plate, scene, this.quick[0].margin / 2);
  }

  /** Does it show all that is seen of the board, and so much around the screen? */
  private covers(plate: Plate, scene: Scene, around: number): boolean {
    const cover = plate.cover(scene);
    if (!cover) return false;
    const near = grown({ x: 0, y: 0, ...this.size }, around);
    const wanted = meet(near, grown(frameOf(scene, { x: 0, y: 0, ...scene.board }), REACH));
    return !wanted || holds(cover, wanted);
  }

  private begin(plate: Plate, scene: Scene): Work {
    this.stale = false;
    plate.begin(sightOf(scene));
    return { plate, from: 0 };
  }

  /** Draws the next band. */
  private goOn(work: Work, scene: Scene): void {
    const { plate, from } = work;
    const { width, height } = plate.size;
    const pixels = plate === this.sharp ? BAND_PIXELS : BAND_IN_MOTION;
    const rows = Math.max(16, Math.floor(pixels / (width * plate.density * plate.density)));
    if (!this.paint(plate, scene, { x: 0, y: from, width, height: Math.min(rows, height - from) }, plate !== this.sharp)) return;
    work.from += rows;
    if (work.from < height) return;
    this.work = null;
    this.show(plate, scene);
    if (plate === this.sharp) this.rest(scene);
  }

  private rest(scene: Scene): void {
    this.moving = false;
    if (this.below) this.below.piece.show(false);
    this.marks.follow(scene, true);
    this.patron.rested();
  }

  private touchUp(scene: Scene, now: number): void {
    if (this.dirty.length === 0 || (this.moving && now - this.touchedAt < CHANGES_IN_MOTION)) return;
    this.touchedAt = now;
    const cells = this.dirty;
    this.dirty = [];
    const plates = this.work && this.work.plate !== this.shown ? [this.shown, this.work.plate] : [this.shown];
    const whole = plates.map((plate) => this.touch(plate, scene, cells));
    // What was not ready in time is drawn with the next.
    if (whole.indexOf(false) >= 0) this.dirty = cells.concat(this.dirty);
  }

  private touch(plate: Plate, scene: Scene, cells: readonly Point[]): boolean {
    const { sight } = plate;
    if (!sight) return true;
    const all = { x: 0, y: 0, ...plate.size };
    const rects = cells.map(({ x, y }) => meet(grown(frameOf(sight, { x, y, width: 1, height: 1 }), 1), all)).filter((rect): rect is Area => rect !== null);
    const fewer = rects.length > MANY ? [rects.reduce(around)] : rects;
    return fewer.map((rect) => this.paint(plate, scene, rect, plate !== this.sharp)).indexOf(false) < 0;
  }

  private paint(plate: Plate, scene: Scene, rect: Area, hurried: boolean): boolean {
    const { sight, g, density } = plate;
    if (!sight) return true;
    if (plate === this.shown) this.wall.touched();
    const began = performance.now();
    const exact = outward(rect, density);
    g.save();
    g.setTransform(density, 0, 0, density, 0, 0);
    g.beginPath();
    g.rect(exact.x, exact.y, exact.width, exact.height);
    g.clip();
    const whole = drawScene(g, { ...scene, ...sight }, exact, { density, hurried, inTime: () => performance.now() - began < TILE_TIME });
    g.restore();
    return whole;
  }

  private show(plate: Plate, scene: Scene): void {
    if (plate !== this.shown) {
      plate.show(true);
      this.shown.show(false);
    }
    this.shown = plate;
    this.settle();
    this.lookFrom(scene);
  }
}

function sightOf({ view, stage }: Scene): Sight {
  return { view, stage };
}

/** The rectangle of whole device pixels that holds this one. */
function outward(rect: Area, density: number): Area {
  const [x, y] = [Math.floor(rect.x * density) / density, Math.floor(rect.y * density) / density];
  const [right, bottom] = [Math.ceil((rect.x + rect.width) * density) / density, Math.ceil((rect.y + rect.height) * density) / density];
  return { x, y, width: right - x, height: bottom - y };
}

function around(one: Area, other: Area): Area {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}
