// How a picture is put down: flat areas, lines, fades and lights, on layers that each move in one way. Knows nothing of what is drawn.
import type { ComponentChild } from 'preact';
import type { Mood } from './moods';

export type Art = ComponentChild;

/** How a layer moves, in CSS. `still` is painted once. */
export type Motion = 'still' | 'flicker' | 'twinkle' | 'drift';

export interface Layer {
  motion: Motion;
  art: Art[];
}

/** What floats through the air in front of everything. */
export type Air = 'snow' | 'gale' | 'embers' | 'dust';

export interface View {
  layers: Layer[];
  air?: Air;
}

const layer = (motion: Motion) => (...art: Art[]): Layer => ({ motion, art });
export const still = layer('still');
export const flicker = layer('flicker');
export const twinkle = layer('twinkle');
export const drift = layer('drift');

/** The gradients of one picture, each made when it is first asked for. Ids begin with `name`: two pictures may be on one page. */
export class Paints {
  private readonly made = new Map<string, Art>();

  private readonly name: string;

  constructor(name: string, readonly mood: Mood) {
    this.name = name.replace(/[^\w-]/g, '');
  }

  defs(): Art {
    return <defs>{Array.from(this.made.values())}</defs>;
  }

  /** How to point at the gradient `key`; `make` draws it, once. */
  paint(key: string, make: (id: string) => Art): string {
    const id = this.name + key.replace(/[^a-z0-9]/g, '');
    if (!this.made.has(key)) this.made.set(key, make(id));
    return `url(#${id})`;
  }
}

const stop = (offset: number, color: string): Art => <stop offset={offset} stop-color={color} />;

/** From the top of what is painted to its foot. */
export const fade = (p: Paints, ...colors: string[]): string =>
  p.paint(colors.join(), (id) => <linearGradient id={id} x2="0" y2="1">{colors.map((color, i) => stop(i / (colors.length - 1), color))}</linearGradient>);

/** From the middle out to nothing. `color` has six digits. */
export const glow = (p: Paints, color: string): string =>
  p.paint(color, (id) => <radialGradient id={id}>{[[0, 'd0'], [0.3, '66'], [0.65, '1c'], [1, '00']].map(([at, faint]) => stop(Number(at), `${color}${faint}`))}</radialGradient>);

/** Nothing in the middle, `color` at the edges. */
export const edge = (p: Paints, color: string): string => p.paint(`edge${color}`, (id) => <radialGradient id={id} cy=".42" r=".72">{stop(0.5, `${color}00`)}{stop(1, `${color}b0`)}</radialGradient>);

/** Paths are counted out to tenths. */
const tenths = (d: string): string => d.replace(/(\.\d)\d+(e-\d+)?/g, '$1');

export const area = (fill: string, d: string, opacity?: number): Art => <path fill={fill} d={tenths(d)} opacity={opacity} />;

export const line = (stroke: string, width: number, d: string, opacity?: number): Art => (
  <path fill="none" stroke={stroke} stroke-width={width} stroke-linecap="round" stroke-linejoin="round" d={tenths(d)} opacity={opacity} />
);

export const disc = (fill: string, cx: number, cy: number, rx: number, ry = rx, opacity?: number): Art => <ellipse fill={fill} cx={cx} cy={cy} rx={rx} ry={ry} opacity={opacity} />;

/** Light around a window, a flame, a moon. */
export const light = (p: Paints, x: number, y: number, r: number, color = '#ffb45e', flat = 1): Art => disc(glow(p, color), x, y, r, r * flat);

/** Warm lights, as x, y and radius of each. */
export const lights = (p: Paints, ...at: number[]): Art => many(at.length / 3, (i) => light(p, at[i * 3] as number, at[i * 3 + 1] as number, at[i * 3 + 2] as number));

/** Art drawn around 0 0, set down elsewhere. A negative `wide` mirrors it. */
export const put = (x: number, y: number, scale: number, art: Art, wide = scale): Art => <g transform={`translate(${x} ${y})scale(${wide} ${scale})`}>{art}</g>;

/** A rectangle as a path. */
export const box = (x: number, y: number, w: number, h: number): string => `M${x} ${y}h${w}v${h}h${-w}z`;

/** An opening with a round top; `foot` is its lower edge. */
export const arch = (x: number, foot: number, w: number, h: number): string => `M${x - w / 2} ${foot}v${w / 2 - h}a${w / 2} ${w / 2} 0 0 1 ${w} 0v${h - w / 2}z`;

/** 0 to 1, the same each time for the same `i` and `seed`. */
export function chance(i: number, seed: number): number {
  const wild = Math.sin(i * 12.9898 + seed * 78.233) * 43758.5453;
  return wild - Math.floor(wild);
}

/** `make` for 0 … count - 1. */
export const many = <T,>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
