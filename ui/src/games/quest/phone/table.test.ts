import { describe, expect, it } from 'vitest';
import type { Enemy, Fight, Hero, QuestDecision, QuestHero, QuestParty, QuestVoteStarted, QuestYou } from '../../../protocol.gen';
import { isFlick } from './flick';
import { isMore } from './seen';
import { actOf, bagOf, deedsOf, endingOf, firstFree, franchise, hindrance, isAsked, isTurnOf, orphans, shares, sumsText, takenBy, targetsOf, turnsUntil, type Deed } from './table';

const line = (character_id: number, archetype: string, player_id: number | null): QuestHero => ({ character_id, archetype, display_name: `H${character_id}`, player_id, hp: 5, max_hp: 10, effects: [], items: [] });
const party: QuestParty = { campaign_run_id: 'r', campaign: 'c', title: 't', language: 'en', heroes: [line(1, 'scout', 1), line(2, 'bard', null)], free: ['healer', 'tinker'], begun: true, flags: [], recap: [] };

const hero = (index: number, more: Partial<Hero> = {}): Hero => ({ hero: index, archetype: 'scout', hp: 8, max_hp: 10, effects: [], items: [], fled: false, rests: {}, used: [], ...more });
const enemy = (more: Partial<Enemy> = {}): Enemy => ({ creature: 'wolf', name: { en: 'Wolf', ru: 'Волк' }, hp: 5, max_hp: 5, effects: [], moves: 1, fierce: 0, intends: [], ...more });
const fight = (more: Partial<Fight> = {}): Fight => ({
  encounter: 'wolves',
  round: 1,
  heroes: [hero(0), hero(1), hero(2, { hp: 0 }), hero(3, { fled: true })],
  enemies: [enemy(), enemy({ hp: 0 }), enemy({ effects: [{ id: 'hidden', turns: 1 }] })],
  order: [{ hero: 1 }, { enemy: 0 }, { enemy: 1 }, { hero: 3 }, { hero: 2 }, { hero: 0 }],
  at: 0,
  now: { hero: 1 },
  again: [],
  ...more,
});
const deed = (all: Deed[], kind: Deed['deed'], id?: string): Deed => {
  const found = all.find((one) => one.deed === kind && (id === undefined || ('id' in one && one.id === id)));
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

describe('the casting', () => {
  it('looks first at what was chosen, else at what is free', () => {
    expect([firstFree(party, 'tinker'), firstFree(party, 'scout'), firstFree({ ...party, free: [] }, null)]).toEqual(['tinker', 'healer', null]);
  });

  it('shows who has taken an archetype, and whom nobody plays', () => {
    expect(takenBy(party, 'scout')).toEqual(['H1']);
    expect(orphans(party).map((one) => one.character_id)).toEqual([2]);
  });
});

describe('a vote', () => {
  const vote: QuestVoteStarted = { vote_id: 1, options: ['a', 'b'], timeout: 1, deadline: 1, hidden: false, electorate: [1, 2], audience_weight: 0 };

  it('is for those who were there, and lightly for the audience if the host says so', () => {
    expect([franchise(vote, 1), franchise(vote, 9), franchise({ ...vote, audience_weight: 50 }, 9), franchise(vote, null)]).toEqual(['full', 'none', 'light', 'none']);
  });

  it('is shown in shares', () => {
    expect([shares([300, 100]), shares([0, 0])]).toEqual([[75, 25], [0, 0]]);
  });
});

describe('what is asked of a guest', () => {
  const decision = (kind: QuestDecision['kind'], character_id: number | null = null): QuestDecision => ({ decision_id: 1, kind, character_id, options: [], opened: 0, deadline: 1 });
  const you = (more: Partial<QuestYou> = {}): QuestYou => ({ character_id: 1, notes: [], effects: [], ballot: null, may: [], ...more });

  const vote: QuestVoteStarted = { vote_id: 1, options: ['a', 'b'], timeout: 1, deadline: 1, hidden: false, electorate: [7], audience_weight: 50 };
  const asked = (decision: QuestDecision | null, more: Partial<QuestYou> = {}, seat = 7): boolean => isAsked({ decision, vote, you: you(more), seat });

  it('is a ballot not yet given, a choice that is open to it, or its own throw', () => {
    expect([asked(decision('vote')), asked(decision('vote'), { ballot: 0 }), asked(decision('vote'), { character_id: null })]).toEqual([true, false, false]);
    expect([asked(decision('choice'), { may: [1] }), asked(decision('choice'))]).toEqual([true, false]);
    expect([asked(decision('skill-check', 1)), asked(decision('skill-check', 2)), asked(null)]).toEqual([true, false, false]);
  });

  it('is no ballot of a hero who came in the middle of a vote, nor one before the vote is told', () => {
    expect(asked(decision('vote'), {}, 8)).toBe(false);
    expect(isAsked({ decision: decision('vote'), vote: null, you: you(), seat: 7 })).toBe(false);
    expect(isAsked({ decision: { ...decision('vote'), decision_id: 2 }, vote, you: you(), seat: 7 })).toBe(false);
  });
});

describe('a fight', () => {
  it('knows whose turn it is and how long until one’s own', () => {
    expect([isTurnOf(fight(), 1), isTurnOf(fight(), 0), isTurnOf(fight(), null)]).toEqual([true, false, false]);
    // The dead enemy and who got away do not act; a spirit does.
    expect([turnsUntil(fight(), 0), turnsUntil(fight(), 1), turnsUntil(fight(), 7)]).toEqual([3, 0, null]);
  });

  it('aims at whom the rules allow', () => {
    expect(targetsOf(fight(), 0, 'enemy')).toEqual([{ enemy: 0 }]);
    expect(targetsOf(fight(), 0, 'friend')).toEqual([{ hero: 1 }]);
    expect(targetsOf(fight(), 0, 'hero')).toEqual([{ hero: 0 }, { hero: 1 }]);
    expect(targetsOf(fight(), 0, 'spirit')).toEqual([{ hero: 2 }]);
    expect([targetsOf(fight(), 0, 'self'), targetsOf(fight(), 0, 'enemies')]).toEqual([null, null]);
  });

  it('offers a hero its deeds, and a spirit its own', () => {
    expect(deedsOf(fight(), hero(0, { items: ['rope'] })).map((one) => one.deed)).toEqual(['attack', 'defend', 'skill', 'skill', 'help', 'bag', 'flee']);
    expect(deedsOf(fight(), hero(2, { hp: 0 })).map((one) => one.deed)).toEqual(['haunt', 'inspire', 'drift']);
  });

  it('says why a deed cannot be done', () => {
    const all = deedsOf(fight({ heroes: [hero(0)] }), hero(0, { rests: { snare: 2 } }));
    expect([hindrance(deed(all, 'skill', 'snare')), hindrance(deed(all, 'skill', 'ambush')), hindrance(deed(all, 'help')), hindrance(deed(all, 'attack'))]).toEqual(['rests', null, 'nobody', null]);
  });

  it('makes acts as the server takes them', () => {
    const all = deedsOf(fight(), hero(0, { items: ['rope', 'tea', 'map', 'rope'], used: ['tea'] }));
    const bag = deed(all, 'bag');
    const things = bag.deed === 'bag' ? bag.things : [];
    expect(things.map(({ id, count, state }) => [id, count, state])).toEqual([['rope', 2, 'ready'], ['tea', 1, 'used'], ['map', 1, 'useless']]);
    expect(actOf(deed(all, 'attack'), null, { enemy: 0 })).toEqual({ act: 'attack', target: 0 });
    expect(actOf(deed(all, 'attack'), null, { hero: 0 })).toBeNull();
    expect(actOf(deed(all, 'help'), null, { hero: 1 })).toEqual({ act: 'help', hero: 1 });
    expect(actOf(deed(all, 'skill', 'ambush'), null, null)).toEqual({ act: 'skill', skill: 'ambush' });
    expect(actOf(deed(all, 'skill', 'snare'), null, null)).toBeNull();
    expect(actOf(deed(all, 'skill', 'snare'), null, { enemy: 0 })).toEqual({ act: 'skill', skill: 'snare', target: { enemy: 0 } });
    expect(actOf(bag, things[0] ?? null, { enemy: 0 })).toEqual({ act: 'item', item: 'rope', target: { enemy: 0 } });
    expect(actOf(bag, things[1] ?? null, null)).toEqual({ act: 'item', item: 'tea' });
    expect([actOf(bag, null, null), actOf(deed(all, 'defend'), null, null), actOf(deed(all, 'flee'), null, null)]).toEqual([null, { act: 'defend' }, { act: 'flee' }]);
  });
});

it('the bag keeps the same things together', () => {
  expect(bagOf(['honey', 'rope', 'honey'])).toEqual([{ id: 'honey', count: 2 }, { id: 'rope', count: 1 }]);
});

it('a story may end, or break off', () => {
  const scene = { number: 1, id: 's', title: 't', picture: 'inn', mood: 'calm', page: 2, lines: [] };
  expect([endingOf({ ...scene, ending: { id: 'x', title: 'Peace' } }), endingOf({ ...scene, ending: { id: null, title: 'story/runaway' } }), endingOf(scene)]).toEqual([{ title: 'Peace', broke: false }, { title: 'story/runaway', broke: true }, null]);
});

it('a flick is fast, or far enough', () => {
  expect([isFlick({ up: 40, ms: 60 }), isFlick({ up: 40, ms: 400 }), isFlick({ up: 120, ms: 900 }), isFlick({ up: -80, ms: 50 })]).toEqual([true, false, true, false]);
});

describe('what the dice must show', () => {
  it('is written as people do, and only if they can show it', () => {
    expect([sumsText(9, 12), sumsText(6, 8), sumsText(7, 7), sumsText(12, 12)]).toEqual(['9+', '6–8', '7', '12']);
    expect([sumsText(13, 12), sumsText(-1, 1), sumsText(0, 12), sumsText(11, 13)]).toEqual([null, null, '2+', '11+']);
  });
});

describe('what is new', () => {
  it('is a thing of which there was less in the bag before', () => {
    expect([isMore(['bread'], []), isMore(['bread', 'bread'], ['bread']), isMore(['map'], ['bread', 'map'])]).toEqual([true, true, false]);
    expect([isMore([], ['bread']), isMore(['rope'], ['bread']), isMore([], [''])]).toEqual([false, true, false]);
  });
});
