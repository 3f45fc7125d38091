// Where teams fight: the edges between cells of two teams, near which both have painted within the last 20 s. Pure.
import type { Size } from './frame';

/** ms for which a placement keeps a border contested. */
const FRESH = 20_000;
/** A neighbourhood is a zone of so many cells on a side. */
const ZONE = 8;
const SHADES = 3;
const NOBODY = -1;

/** The edge left of (x, y) if it stands upright, else the one above it. */
export interface Edge {
  x: number;
  y: number;
  upright: boolean;
  teams: [number, number];
}

/** Whose cell it is, by its colour. */
export function teamOf(color: number): number {
  return color === 0 ? NOBODY : Math.floor((color - 1) / SHADES);
}

export class Borders {
  private readonly across: number;
  /** By zone: when each team painted there last. */
  private readonly zones = new Map<number, Map<number, number>>();

  constructor(
    private readonly board: Size,
    private readonly cells: Uint8Array,
  ) {
    this.across = Math.ceil(board.width / ZONE);
  }

  placed(cell: number, color: number, now: number): void {
    const team = teamOf(color);
    if (team === NOBODY) return;
    const zone = this.zoneOf(cell % this.board.width, Math.floor(cell / this.board.width));
    const times = this.zones.get(zone) ?? new Map<number, number>();
    this.zones.set(zone, times.set(team, now));
  }

  clear(): void {
    this.zones.clear();
  }

  /** Every edge that is contested at `now`. */
  contested(now: number): Edge[] {
    const edges: Edge[] = [];
    this.forget(now);
    for (const zone of this.around()) {
      const teams = this.teamsNear(zone);
      if (teams.size > 1) this.collect(zone, teams, edges);
    }
    return edges;
  }

  private forget(now: number): void {
    this.zones.forEach((times, zone) => {
      times.forEach((at, team) => now - at >= FRESH && times.delete(team));
      if (times.size === 0) this.zones.delete(zone);
    });
  }

  /** The zones that were painted in, and those beside them. */
  private around(): Set<number> {
    const near = new Set<number>();
    this.zones.forEach((_, zone) => this.beside(zone).forEach((one) => near.add(one)));
    return near;
  }

  private beside(zone: number): number[] {
    const column = zone % this.across;
    const columns = [column - 1, column, column + 1].filter((one) => one >= 0 && one < this.across);
    const last = Math.ceil(this.board.height / ZONE) - 1;
    const row = Math.floor(zone / this.across);
    const rows = [row - 1, row, row + 1].filter((one) => one >= 0 && one <= last);
    return rows.reduce<number[]>((all, one) => all.concat(columns.map((at) => one * this.across + at)), []);
  }

  private teamsNear(zone: number): Set<number> {
    const teams = new Set<number>();
    for (const near of this.beside(zone)) this.zones.get(near)?.forEach((_, team) => teams.add(team));
    return teams;
  }

  private collect(zone: number, fighting: Set<number>, edges: Edge[]): void {
    const [x0, y0] = [(zone % this.across) * ZONE, Math.floor(zone / this.across) * ZONE];
    for (let y = y0; y < Math.min(y0 + ZONE, this.board.height); y += 1) {
      for (let x = x0; x < Math.min(x0 + ZONE, this.board.width); x += 1) {
        const team = this.team(x, y);
        if (!fighting.has(team)) continue;
        if (x > 0) add(edges, x, y, true, this.team(x - 1, y), team, fighting);
        if (y > 0) add(edges, x, y, false, this.team(x, y - 1), team, fighting);
      }
    }
  }

  private team(x: number, y: number): number {
    return teamOf(this.cells[y * this.board.width + x] as number);
  }

  private zoneOf(x: number, y: number): number {
    return Math.floor(y / ZONE) * this.across + Math.floor(x / ZONE);
  }
}

function add(edges: Edge[], x: number, y: number, upright: boolean, other: number, team: number, fighting: Set<number>): void {
  if (other !== team && fighting.has(other)) edges.push({ x, y, upright, teams: [other, team] });
}
