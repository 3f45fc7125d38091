import { describe, expect, it } from 'vitest';
import type { Fight, QuestDecision, QuestScene, QuestVoteFinished, QuestVoteStarted } from '../../../protocol.gen';
import type { Staged } from './director';
import { remembered, rolledTo } from './memories';
import { ballots, decisionView, shares, upcoming, verdictOf, viewOf } from './views';

const decision: QuestDecision = { decision_id: 4, kind: 'vote', options: ['stay', 'go'], opened: 0, deadline: 9000 };
const scene = (asks: QuestDecision | null): QuestScene => ({ number: 1, id: 'a', title: 'A', picture: 'path', mood: 'calm', page: 1, lines: [], decision: asks });
const started: QuestVoteStarted = { vote_id: 4, options: ['stay', 'go'], timeout: 9000, deadline: 9000, hidden: true, electorate: [1, 2, 3], audience_weight: 0 };
const finished: QuestVoteFinished = { vote_id: 4, winner: 0, option: 'stay', votes: [100, 100], tied: [], no_quorum: false, applied: { scene: 'a', decision_id: 4, option: 0 } };

describe('which decision is shown', () => {
  it('a vote, hidden or not, with how many have voted', () => {
    expect(decisionView(scene(decision), { started, update: { vote_id: 4, votes: null, voted: 2 } })).toMatchObject({ view: 'vote', hidden: true, votes: null, voted: 2, of: 3 });
    expect(decisionView(scene(decision), { started: { ...started, hidden: false }, update: { vote_id: 4, votes: [100, 200], voted: 3 } })).toMatchObject({ hidden: false, votes: [100, 200] });
  });

  it('nothing of a vote that is over', () => {
    const old = { started: { ...started, vote_id: 3 }, update: { vote_id: 3, votes: [300, 0], voted: 3 } };
    expect(decisionView(scene(decision), old)).toMatchObject({ hidden: false, votes: null, voted: 0, of: 0 });
  });

  it('a choice, a throw, a fight', () => {
    const none = { started: null, update: null };
    expect(decisionView(scene({ ...decision, kind: 'choice' }), none).view).toBe('choice');
    expect(decisionView(scene({ ...decision, kind: 'skill-check' }), none).view).toBe('check');
    expect(decisionView(scene({ ...decision, kind: 'combat' }), none).view).toBe('none');
    expect(decisionView(scene(null), none).view).toBe('none');
  });

  it('how a vote ended', () => {
    expect(verdictOf(finished)).toBe('clear');
    expect(verdictOf({ ...finished, tied: [0, 1] })).toBe('tie');
    expect(verdictOf({ ...finished, no_quorum: true })).toBe('noQuorum');
  });

  it('bars are shares of the most; ballots are counted as people do', () => {
    expect(shares([0, 0])).toEqual([0, 0]);
    expect(shares([100, 400, 200])).toEqual([0.25, 1, 0.5]);
    expect([ballots(200), ballots(250), ballots(0)]).toEqual(['2', '2.5', '0']);
  });
});

const hero = (index: number, fled = false) => ({ hero: index, archetype: 'bard', hp: 0, max_hp: 9, effects: [], items: [], fled, rests: {}, used: [] });
const enemy = (hp: number) => ({ creature: 'wolf', name: { en: 'Wolf', ru: 'Волк' }, hp, max_hp: 9, effects: [], moves: 1, fierce: 0, intends: [] });
const fight: Fight = {
  encounter: 'wolves', round: 1, at: 1, again: [], now: { enemy: 0 },
  heroes: [hero(0), hero(1, true)], enemies: [enemy(5), enemy(0)],
  order: [{ hero: 0 }, { enemy: 0 }, { enemy: 1 }, { hero: 1 }],
};

describe('the stage', () => {
  it('keeps a fight until it has been told, but not beyond the end', () => {
    const told = {} as Staged;
    expect([viewOf('combat', null), viewOf('combat', told), viewOf('scene', told), viewOf('ending', told)]).toEqual(['scene', 'combat', 'combat', 'combat']);
    expect([viewOf('scene', null), viewOf('ending', null), viewOf('finale', told), viewOf('casting', null)]).toEqual(['scene', 'scene', 'finale', 'casting']);
  });

  it('shows the order from whose turn it is, spirits too, without those who are out', () => {
    expect(upcoming(fight)).toEqual([{ enemy: 0 }, { hero: 0 }]);
  });

  it('remembers each sentence of the writer once, and begins again after a pause', () => {
    const log = [{ n: 1, kind: 'memory' as const, text: 'a' }, { n: 2, kind: 'ending' as const, title: 'b' }, { n: 3, kind: 'memory' as const, text: 'a' }, { n: 4, kind: 'memory' as const, text: 'c' }];
    expect(remembered(log)).toEqual(['a', 'c']);
    expect([0, 1, 2, 3].map((beat) => rolledTo(beat, 2))).toEqual([0, 1, 1, 0]);
  });
});
