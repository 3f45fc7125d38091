import { afterEach, describe, expect, it } from 'vitest';
import { lang } from '../../lib/i18n';
import type { Blow, QuestCombatState, QuestDecision, QuestEntry, QuestHero, QuestLog, QuestParty, Throw } from '../../protocol.gen';
import { ballotsText, blowText, cameOf, chanceOf, decisionText, entriesOf, entryText, happened, heroColor, heroShape, intentionText, itemName, listed, named, throwSum, throwText } from './lore';

const hero = (character_id: number, archetype: string, display_name: string, more: Partial<QuestHero> = {}): QuestHero => ({ character_id, archetype, display_name, player_id: character_id, hp: 10, max_hp: 10, effects: [], items: [], ...more });

const party: QuestParty = {
  campaign_run_id: 'r',
  campaign: 'midnight',
  title: 'Twenty Minutes to Midnight',
  language: 'en',
  heroes: [hero(1, 'scout', 'Anna', { effects: ['chilled', 'warm'] }), hero(2, 'bard', 'Kolya')],
  free: [],
  begun: true,
  flags: [],
  recap: [],
};

const thrown: Throw = { dice: [4, 6, 2], stat: 'wits', value: 1, bonus: [{ why: 'hard', n: -1 }, { why: 'effect:brave', n: 1 }], total: 11, degree: 'success' };

const fighter = (index: number): QuestCombatState['state']['heroes'][number] => ({ hero: index, archetype: 'scout', hp: 8, max_hp: 10, effects: [], items: [], fled: false, rests: {}, used: [] });
const wolf = (number: number): QuestCombatState['state']['enemies'][number] => ({ creature: 'wolf', name: { en: 'Wolf', ru: 'Волк' }, number, hp: 5, max_hp: 6, effects: [], moves: 1, fierce: 0, intends: [{ move: 'snap', targets: [0], harm: 3, effect: 'chilled' }] });
const combat: QuestCombatState = {
  fight: 1,
  encounter: 'wolves',
  name: 'The Grey Pack',
  state: { encounter: 'wolves', round: 2, heroes: [fighter(0), fighter(1)], enemies: [wolf(1), wolf(2)], order: [], at: 0, again: [] },
  turn: 3,
  blows: [],
  blows_before: 0,
};
const seen = { combat, party };

const decision = (more: Partial<QuestDecision>): QuestDecision => ({ decision_id: 4, kind: 'choice', options: [], opened: 0, deadline: 1, ...more });

afterEach(() => void (lang.value = 'en'));

describe('names', () => {
  it('follow the language', () => {
    expect([named({ en: 'a', ru: 'б' }), itemName('honey'), itemName('unheard_of')]).toEqual(['a', 'honey', 'unheard_of']);
    lang.value = 'ru';
    expect([named({ en: 'a', ru: 'б' }), itemName('honey')]).toEqual(['б', 'мёд']);
  });

  it('are listed as people do', () => {
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });

  it('give eight heroes eight colours and eight shapes', () => {
    const ids = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(new Set(ids.map(heroColor)).size).toBe(8);
    expect(new Set(ids.map(heroShape)).size).toBe(8);
    expect(heroColor(9)).toBe(heroColor(1));
  });
});

describe('a throw', () => {
  it('is added up in words, and what does not count is said', () => {
    expect(throwSum(thrown)).toBe('4 + 6 + 1 (wits) − 1 (hard) + 1 (brave) = 11 (2 does not count)');
    lang.value = 'ru';
    expect(throwText('Анна', thrown)).toBe('Анна бросает 4 + 6 + 1 (ум) − 1 (трудно) + 1 (храбрость) = 11 (2 не в счёт): удача.');
  });

  it('says what the dice must still show', () => {
    const check = decision({ kind: 'skill-check', character_id: 1, stat: 'nimble', difficulty: 'hard', helper: 2 });
    expect(chanceOf(party, check)).toEqual({
      stat: 'nimble',
      parts: [{ n: 2, why: 'nimbleness' }, { n: -1, why: 'hard' }, { n: 1, why: 'help: Kolya' }, { n: -1, why: 'chilled' }],
      advantage: false,
      success: 9,
      partial: 6,
    });
  });
});

describe('a decision', () => {
  it('says who decides', () => {
    expect(decisionText(party, decision({ kind: 'vote' }), 1)).toBe('Everybody votes');
    expect(decisionText(party, decision({ character_id: 1 }), 1)).toBe('You choose');
    expect(decisionText(party, decision({ character_id: 1 }), 2)).toBe('Anna chooses');
    expect(decisionText(party, decision({ character_id: null }), 2)).toBe('Anybody may choose now');
    expect(decisionText(party, decision({ kind: 'skill-check', character_id: 2 }), 1)).toBe('Kolya throws the dice');
    lang.value = 'ru';
    expect(decisionText(party, decision({ character_id: 1 }), null)).toBe('Выбирает Anna');
  });
});

describe('a fight', () => {
  it('is told in prose', () => {
    const blows: Blow[] = [
      { blow: 'turn', who: { hero: 0 }, round: 2, again: false },
      { blow: 'hit', by: { hero: 0 }, target: { enemy: 1 }, damage: 3, left: 2 },
      { blow: 'afflicted', target: { hero: 1 }, effect: { id: 'chilled', turns: 2 } },
      { blow: 'moved', enemy: 0, move: 'snap' },
    ];
    expect(happened({ party, combat: { ...combat, blows } })).toEqual(['Wolf 2 takes 3, 2 left.', 'Kolya: chilled for 2\u00a0turns.', 'Wolf 1 snaps.']);
    lang.value = 'ru';
    expect(blowText(blows[2] as Blow, seen)).toBe('Kolya: озноб на 2\u00a0хода.');
    expect(blowText({ blow: 'turned', enemy: 0, to: 0 }, seen)).toBe('Волк 1 попадает по себе.');
    expect(blowText({ blow: 'afflicted', target: { hero: 1 }, effect: { id: 'chilled', turns: 5 } }, seen)).toBe('Kolya: озноб на 5\u00a0ходов.');
  });

  it('shows intentions with whom they mean', () => {
    const [first] = combat.state.enemies;
    const snap = first?.intends[0];
    if (!first || !snap) throw new Error('no wolf');
    expect(intentionText(first, snap, seen)).toBe('bares its teeth (at Anna, 3 harm, chilled)');
    expect(intentionText(first, { ...snap, targets: [0, 1], effect: null }, seen)).toBe('bares its teeth (at everybody, 3 harm)');
  });

  it('passes over what only a newer server knows', () => {
    expect(blowText({ blow: 'sneezed' } as unknown as Blow, seen)).toBeNull();
  });
});

describe('the log', () => {
  const log: QuestLog = {
    entries: [
      { n: 1, entry: { scene: { number: 1, title: 'The Stopped Clock' } } },
      { n: 2, entry: { joined: { name: 'Anna', archetype: 'scout' } } },
      { n: 3, entry: { memory: 'You let the grey wolf go.' } },
      { n: 4, entry: { voted: { option: 'Run!', votes: [250, 100], tied: true } } },
      { n: 5, entry: { sneezed: {} } as unknown as QuestEntry },
      { n: 6, entry: { threw: { who: 1, throw: thrown } } },
      { n: 7, entry: { fought: { encounter: 'wolves', outcome: 'won', rounds: 3 } } },
      { n: 8, entry: { ending: 'Midnight' } },
    ],
  };

  it('is prose', () => {
    const told = entriesOf(log).map((entry) => entryText(entry, party));
    expect(told).toEqual([
      'The Stopped Clock',
      'Anna the scout joins the party.',
      'You let the grey wolf go.',
      'The party votes (2.5 : 1): “Run!” Dice broke the tie.',
      throwText('Anna', thrown),
      'The Grey Pack: won after 3\u00a0rounds.',
      'The end: Midnight',
    ]);
  });

  it('counts in Russian', () => {
    lang.value = 'ru';
    const fought = (rounds: number): string => entriesOf({ entries: [{ n: 1, entry: { fought: { encounter: 'wolves', outcome: 'won', rounds } } }] }).map((entry) => entryText(entry, party))[0] ?? '';
    expect([fought(1), fought(3), fought(5)]).toEqual(['Серая стая: победа, 1\u00a0раунд.', 'Серая стая: победа, 3\u00a0раунда.', 'Серая стая: победа, 5\u00a0раундов.']);
  });

  it('knows what the present page follows from', () => {
    expect(cameOf(entriesOf(log))?.kind).toBe('fought');
    expect(cameOf([])).toBeNull();
    expect(entriesOf(null)).toEqual([]);
    expect(ballotsText([100, 33, 0])).toBe('1 : 0.3 : 0');
  });
});
