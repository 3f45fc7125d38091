import { describe, expect, it } from 'vitest';
import type { QuestParty, QuestScene } from '../../../protocol.gen';
import { BUILT_IN } from './builtIn';
import { daysBetween, storiesIn, unfinished, type Library, type SavedRun } from './library';
import { canGoOn, goOn, offered, onceMore, rulesOf, runOf, settled, setupOf, TURNS, WEIGHTS } from './rules';

const saved = (run: string, saved_at: string, ended = false): SavedRun => ({ run, campaign: 'ember', language: 'ru', title: 'Последний уголёк', scene: 4, heroes: ['Аня'], saved_at, ended });
const SHELF: Library = {
  campaigns: BUILT_IN.campaigns.concat({ campaign: 'dacha', language: 'ru', title: 'Тайна старой дачи', about: '', minutes: 30, players: [2, 4], own: false }),
  runs: [saved('old', '2026-11-01T18:00:00Z'), saved('told', '2026-11-20T18:00:00Z', true), saved('new', '2026-11-14T18:00:00Z')],
};

describe('the rules', () => {
  it('fill in what the session leaves out, in the language that the host speaks', () => {
    expect(rulesOf({ turn_seconds: 45 }, 'ru')).toEqual({ campaign: 'midnight', language: 'ru', audience_weight: 0, turn_seconds: 45, run: null });
  });

  it('send a run only if an evening goes on', () => {
    expect(setupOf(rulesOf({}, 'en'))).not.toHaveProperty('run');
    expect(setupOf(rulesOf({ run: 'new' }, 'en'))).toHaveProperty('run', 'new');
  });

  it('take story and language of the evening that goes on, and keep the rest', () => {
    const rules = goOn(rulesOf({ audience_weight: 50 }, 'en'), saved('new', ''));
    expect(rules).toEqual({ campaign: 'ember', language: 'ru', audience_weight: 50, turn_seconds: 25, run: 'new' });
    expect(settled(rules, SHELF)).toEqual(rules);
    expect(runOf(rules, SHELF)?.run).toBe('new');
  });

  it('begin anew where a run has ended or is gone', () => {
    for (const run of ['told', 'never']) expect(settled(rulesOf({ run }, 'en'), SHELF)).toEqual(rulesOf({}, 'en'));
  });

  it('tell a story in a language that it has', () => {
    expect(settled(rulesOf({ campaign: 'dacha' }, 'en'), SHELF).language).toBe('ru');
    expect(settled(rulesOf({ campaign: 'gone', language: 'ru' }, 'en'), SHELF)).toMatchObject({ campaign: 'midnight', language: 'ru' });
  });

  it('stay as they are before an empty library', () => {
    expect(settled(rulesOf({}, 'en'), { campaigns: [], runs: [] })).toEqual(rulesOf({}, 'en'));
  });

  it('offer an unusual figure at its place among the usual ones', () => {
    expect(offered(WEIGHTS, 50)).toEqual([0, 25, 50, 100]);
    expect(offered(TURNS, 60)).toEqual([15, 25, 45, 60, 90]);
  });
});

describe('an evening that is over', () => {
  const party = (begun: boolean) => ({ campaign_run_id: 'new', campaign: 'ember', language: 'ru', begun }) as QuestParty;
  const scene = (ending: unknown) => ({ ending }) as QuestScene;

  it('can go on unless the story has not begun or is told', () => {
    expect(canGoOn(party(true), scene(null))).toBe(true);
    expect([canGoOn(party(false), scene(null)), canGoOn(party(true), scene({ title: 'The End' })), canGoOn(null, null)]).toEqual([false, false, false]);
  });

  it('goes on by its run', () => {
    expect(onceMore({ turn_seconds: 45 }, party(true), 'new')).toEqual({ campaign: 'ember', language: 'ru', turn_seconds: 45, run: 'new' });
  });

  it('is told anew without the run that it went on with: that one may have ended', () => {
    expect(onceMore({ run: 'new', audience_weight: 50 }, party(true), null)).toEqual({ campaign: 'ember', language: 'ru', audience_weight: 50 });
    expect(onceMore({ campaign: 'midnight', run: 'x' }, null, null)).toEqual({ campaign: 'midnight' });
  });
});

describe('the library', () => {
  it('has each story once, in the language asked for or in its own', () => {
    expect(storiesIn(SHELF, 'en').map((one) => one.title)).toEqual(['Twenty Minutes to Midnight', 'The Last Ember', 'Тайна старой дачи']);
    expect(storiesIn(BUILT_IN, 'ru').map((one) => one.title)).toEqual(['Без двадцати полночь', 'Последний уголёк']);
  });

  it('has the latest evening first, and none that has ended', () => {
    expect(unfinished(SHELF).map((one) => one.run)).toEqual(['new', 'old']);
  });

  it('counts the nights between two moments, not the hours', () => {
    expect(daysBetween(new Date(2026, 10, 20, 23, 50), new Date(2026, 10, 21, 0, 10))).toBe(1);
    expect(daysBetween(new Date(2026, 10, 21, 0, 10), new Date(2026, 10, 21, 23, 50))).toBe(0);
    expect(daysBetween(new Date(2026, 2, 28, 12), new Date(2026, 2, 30, 1))).toBe(2);
  });
});
