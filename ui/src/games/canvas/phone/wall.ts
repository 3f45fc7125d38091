// What the pictures of the board hang on: each is moved, zoomed, shown and hidden without being drawn anew. `Wall` is all that the
// painter knows of it; `PageWall` is the page, whose compositor moves elements. A worker has a glass instead.
import { page, type Paper } from '../paper';
import type { Size } from './view';

/** As CSS writes it; in CSS pixels. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Something that hangs there; hidden at first. */
export interface Piece {
  lie(matrix: Matrix): void;
  show(shown: boolean): void;
  remove(): void;
}

/** A picture, on paper of so many pixels a CSS pixel. */
export interface Sheet extends Piece {
  readonly paper: Paper;
  fit(size: Size, density: number): void;
}

/** A cell's square in a colour, `STAMP` pixels wide before it is zoomed. */
export interface Square extends Piece {
  tint(color: string): void;
}

export const STAMP = 32;

export interface Wall {
  /** The screen's size, and how many pixels a CSS pixel are worth drawing. */
  fit(size: Size, density: number): void;
  /** In the world, with which it is moved, or above it. */
  sheet(inWorld: boolean): Sheet;
  /** Hangs a picture into the world, below all others. */
  under(picture: Paper): Piece;
  /** The colour in hand, or a pixel on its way, which beats. */
  square(kind: 'hand' | 'stamp'): Square;
  /** Moves the world. */
  turn(matrix: Matrix): void;
  /** What is shown has been drawn on. */
  touched(): void;
  /** A frame's work is done; true if the wall wants another one. */
  done(now: number): boolean;
  remove(): void;
}

export class PageWall implements Wall {
  /** Holds all pictures: moving one thing costs a phone much less than moving several. */
  private readonly world = layer(document.createElement('div'));
  private readonly hung: HTMLElement[] = [this.world];

  constructor(private readonly host: HTMLElement) {
    host.appendChild(this.world);
  }

  fit(): void {
    // The host is as large as the screen.
  }

  sheet(inWorld: boolean): Sheet {
    const canvas = layer(page());
    this.hang(canvas, inWorld ? this.world : this.host);
    return { paper: canvas, fit: (size, density) => fitCanvas(canvas, size, density), ...pieceOf(canvas) };
  }

  under(picture: Paper): Piece {
    const canvas = layer(picture as HTMLCanvasElement);
    this.world.insertBefore(canvas, this.world.firstChild);
    return pieceOf(canvas);
  }

  square(kind: 'hand' | 'stamp'): Square {
    const square = layer(document.createElement('div'));
    square.classList.add(`cv-${kind}`);
    this.hang(square, this.host);
    return {
      ...pieceOf(square),
      // Hidden otherwise it would go on beating, and cost every frame.
      show: (shown) => void (square.style.display = shown ? 'block' : 'none'),
      tint: (color) => void (square.style.backgroundColor = color),
    };
  }

  turn(matrix: Matrix): void {
    this.world.style.transform = css(matrix);
  }

  touched(): void {
    // A canvas shows by itself what is drawn on it.
  }

  done(): boolean {
    return false;
  }

  remove(): void {
    this.hung.forEach((one) => one.remove());
  }

  private hang(one: HTMLElement, on: HTMLElement): void {
    on.appendChild(one);
    this.hung.push(one);
  }
}

function layer<E extends HTMLElement>(element: E): E {
  element.className = 'cv-layer';
  return element;
}

function pieceOf(element: HTMLElement): Piece {
  const { style } = element;
  const show = (shown: boolean): void => void (style.visibility = shown ? 'visible' : 'hidden');
  if (element.localName === 'canvas') show(false);
  return { lie: (matrix) => void (style.transform = css(matrix)), show, remove: () => element.remove() };
}

function css(matrix: Matrix): string {
  return `matrix(${matrix.join()})`;
}

export function fitCanvas(canvas: HTMLCanvasElement, size: Size, density: number): void {
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  canvas.width = Math.round(size.width * density);
  canvas.height = Math.round(size.height * density);
}
