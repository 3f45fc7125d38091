// What is told of a match: the ticker, the reporter, islands, the film, the standing at its end.
import { describe, expect, it } from 'vitest';
import type { Player } from '../../../protocol.gen';
import { clockText } from '../clock';
import { clockAt, laid, LASTS, runsAfter, STAYS } from './film';
import { Islands } from './islands';
import { Reporter, where } from './reporter';
import { feats, firstNames, leader, teamLines, whoPainted } from './standing';
import { STANDS, Ticker, type Fact } from './ticker';

const BOARD = { width: 30, height: 30, cells: new Uint8Array(900) };

describe('the ticker', () => {
  it('says what matters most, each fact once, and lets it stand', () => {
    const ticker = new Ticker();
    ticker.tell({ kind: 'paints', seat: 1, where: [0, 0] }, 0);
    ticker.tell({ kind: 'pixels', count: 1000 }, 0);
    expect(ticker.line(0)?.fact).toEqual({ kind: 'pixels', count: 1000 });
    expect(ticker.line(STANDS - 1)?.fact.kind).toBe('pixels');
    expect(ticker.line(STANDS)?.fact.kind).toBe('paints');
    expect(ticker.line(2 * STANDS)).toBeNull();
  });

  it('keeps only the newest figure of a thing, and nothing stale', () => {
    const ticker = new Ticker();
    ticker.tell({ kind: 'queue', count: 1 }, 0);
    ticker.tell({ kind: 'queue', count: 4 }, 100);
    expect(ticker.line(100)?.fact).toEqual({ kind: 'queue', count: 4 });
    ticker.tell({ kind: 'queue', count: 5 }, 200);
    expect(ticker.line(60_000)).toBeNull();
  });
});

describe('the reporter', () => {
  const heard = (reporter: Reporter, now: number): Fact | null => reporter.ticker.line(now)?.fact ?? null;

  it('tells of newcomers, and not of those who were there', () => {
    const reporter = new Reporter(BOARD, 0);
    reporter.seats([1, 2], 0);
    expect(heard(reporter, 0)).toBeNull();
    reporter.seats([1, 2, 7], 1000);
    expect(heard(reporter, 1000)).toEqual({ kind: 'joined', seat: 7 });
  });

  it('tells of the first pixel and of round numbers, but not of those from before it looked', () => {
    const reporter = new Reporter(BOARD, 0);
    reporter.total(0, 0);
    reporter.placed(Uint32Array.from([0, 1, 2]), Uint32Array.from([4, 4, 9]));
    reporter.total(3, 1000);
    expect(heard(reporter, 1000)).toEqual({ kind: 'first', seat: 4 });
    reporter.total(1100, 10_000);
    expect(heard(reporter, 10_000)).toEqual({ kind: 'pixels', count: 1000 });
    const late = new Reporter(BOARD, 0);
    late.total(700, 0);
    late.placed(Uint32Array.from([0]), Uint32Array.from([4]));
    late.total(701, 1000);
    expect(heard(late, 1000)).toBeNull();
  });

  it('tells where the busiest paints', () => {
    const reporter = new Reporter(BOARD, 0);
    reporter.placed(Uint32Array.from([0, 1, 31, 899]), Uint32Array.from([3, 3, 3, 8]));
    reporter.look(9000);
    expect(heard(reporter, 9000)).toEqual({ kind: 'paints', seat: 3, where: [0, 0] });
  });

  it('tells when another team takes the lead, and how far the picture is', () => {
    const reporter = new Reporter(BOARD, 0);
    reporter.leads(0, 0);
    reporter.leads(null, 1000);
    expect(heard(reporter, 1000)).toBeNull();
    reporter.leads(1, 2000);
    expect(heard(reporter, 2000)).toEqual({ kind: 'leads', team: 1 });
    reporter.percent(20, 8000);
    reporter.percent(55, 9000);
    expect(heard(reporter, 9000)).toEqual({ kind: 'likeness', percent: 50 });
  });

  it('divides the board into nine places', () => {
    expect([where(0, 0, BOARD), where(15, 15, BOARD), where(30, 29.9, BOARD)]).toEqual([[0, 0], [1, 1], [2, 2]]);
  });
});

describe('islands', () => {
  it('are cells of one colour and one painter that touch each other, over no edge of the board', () => {
    const cells = new Uint8Array(900);
    const islands = new Islands(BOARD, cells);
    const paint = (cell: number, seat: number, color: number): void => {
      cells[cell] = color;
      islands.placed(cell, seat);
    };
    expect(islands.largest()).toBeNull();
    for (let i = 0; i < 15; i += 1) paint(i * 2, 1, 5);
    for (let i = 0; i < 14; i += 1) paint(300 + i, 2, 6);
    for (let i = 0; i < 20; i += 1) paint(620 + i, 3, 7);
    for (let i = 10; i < 20; i += 1) cells[620 + i] = 8;
    expect(islands.largest()).toEqual({ seat: 2, color: 6, cells: 14 });
    islands.clear();
    expect(islands.largest()).toBeNull();
  });
});

describe('the film', () => {
  const film = { items: new Uint32Array(4), times: Uint32Array.from([0, 1000, 5000, 9000]), length: 10_000 };

  it('runs with the match’s clock, and ends with all that was placed', () => {
    expect([0, 0.1, 0.49, 0.5, 0.9, 1, 2].map((p) => laid(film, p))).toEqual([1, 2, 2, 3, 4, 4, 4]);
    expect(clockAt(film, 0.5)).toBe(5000);
  });

  it('is over twenty seconds after the match, with the wait for it and its last picture, unless it came very late', () => {
    expect(LASTS).toBe(20);
    expect([0, 0.4, 6].map((waited) => waited + runsAfter(waited) + STAYS)).toEqual([20, 20, 20]);
    expect(runsAfter(15)).toBe(8);
  });

  it('tells a board of weeks pixel by pixel', () => {
    const weeks = { ...film, times: Uint32Array.from([0, 1000, 2000, 9_000_000]), length: 10_000_000 };
    expect([0, 0.5, 0.75, 1].map((p) => laid(weeks, p))).toEqual([0, 2, 3, 4]);
    expect([clockAt(weeks, 0.5), clockAt(weeks, 1)]).toEqual([1000, 10_000_000]);
  });

  it('has a clock that people read', () => {
    expect([0, 59_999, 61_000, 3_600_000].map(clockText)).toEqual(['0:00', '0:59', '1:01', '1:00:00']);
  });
});

describe('the standing', () => {
  const line = (player_id: number, score: number) => ({ avatar: 'bear', color: 0, gained: 0, moved: 0, name: '', place: player_id, player_id, score });
  const teams = { at: 10_000, teams: [{ area: 10, score: 100, players: 2 }, { area: 40, score: 50, players: 1 }] };

  it('grows by the area held, each second', () => {
    expect(teamLines(teams, 10_000).map(({ team, score, place }) => [team, score, place])).toEqual([[0, 100, 1], [1, 50, 2]]);
    expect(teamLines(teams, 12_000).map(({ team, score, place }) => [team, score, place])).toEqual([[1, 130, 1], [0, 120, 2]]);
    expect(teamLines(teams, 9000).map(({ score }) => score)).toEqual([100, 50]);
  });

  it('has a leader only if one is alone in front', () => {
    expect(leader(teamLines(teams, 10_000))).toBe(0);
    expect(leader(teamLines({ at: 0, teams: [{ area: 1, score: 5, players: 1 }, { area: 1, score: 5, players: 1 }] }, 0))).toBeNull();
    expect(leader(teamLines({ at: 0, teams: [{ area: 0, score: 0, players: 1 }] }, 0))).toBeNull();
  });

  it('remembers who did most, first and last, of those who are here', () => {
    const players = new Map([1, 2].map((id) => [id, { id } as Player]));
    const figures = (player_id: number, placed: number, surviving: number) => ({ player_id, name: '', placed, surviving });
    expect(feats({ players: [figures(1, 9, 1), figures(2, 4, 4), figures(3, 99, 99)], first: 2, last: 3 }, players)).toEqual([
      { kind: 'most', seat: 1, value: 9 },
      { kind: 'surviving', seat: 2, value: 4 },
      { kind: 'first', seat: 2, value: null },
    ]);
    expect(feats({ players: [figures(1, 0, 0)] }, players)).toEqual([]);
  });

  it('has nobody on the podium who has not painted', () => {
    expect(whoPainted([line(1, 5), line(2, 3), line(3, 0)]).map(({ player_id }) => player_id)).toEqual([1, 2]);
  });

  it('leaves out nobody who has won', () => {
    const first = [1, 2, 3, 4, 5].map((id) => ({ ...line(id, 27), name: 'ABCDE'.charAt(id - 1), place: 1 }));
    expect(firstNames(first.slice(0, 3).concat(line(6, 1)))).toBe('A · B · C');
    expect(firstNames(first)).toBe('A · B · C · +2');
  });
});
