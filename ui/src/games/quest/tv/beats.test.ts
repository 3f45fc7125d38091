import { afterEach, describe, expect, it } from 'vitest';
import { lang } from '../../../lib/i18n';
import type { Blow, Fight, QuestCombatState, QuestParty, Throw } from '../../../protocol.gen';
import { beatsOf, type Beat } from './beats';
import { applied } from './fold';
import { teller } from './telling';

const dice: Throw = { dice: [4, 5], stat: 'might', value: 2, bonus: [], total: 11, degree: 'success' };
const hero = (index: number, archetype: string) => ({ hero: index, archetype, hp: 10, max_hp: 10, effects: [], items: [], fled: false, rests: {}, used: [] });
const enemy = (number: number) => ({ creature: 'wolf', name: { en: 'Wolf', ru: 'Волк' }, number, hp: 8, max_hp: 8, effects: [], moves: 1, fierce: 0, intends: [{ move: 'snap', targets: [0], harm: 3 }] });
const state: Fight = {
  encounter: 'wolves', round: 1, at: 0, again: [], now: { hero: 0 }, order: [{ hero: 0 }, { enemy: 0 }, { hero: 1 }, { hero: 2 }],
  heroes: [hero(0, 'guardian'), hero(1, 'bard'), hero(2, 'scout')], enemies: [enemy(1), enemy(2)],
};
const combat: QuestCombatState = { fight: 1, encounter: 'wolves', name: 'The Grey Pack', state, turn: 2, deadline: 0, blows: [], blows_before: 0, outcome: null };
const party = {
  campaign_run_id: 'r', campaign: 'ember', title: 'T', language: 'en', free: [], begun: true, flags: [],
  heroes: ['Anna', 'Kolya', 'Vera'].map((display_name, i) => ({ character_id: i + 1, archetype: 'bard', display_name, player_id: i, hp: 10, max_hp: 10, effects: [], items: [] })),
} as unknown as QuestParty;

const hit = (target: number, damage: number, left: number): Blow => ({ blow: 'hit', by: { enemy: 0 }, target: { hero: target }, damage, left });
const texts = (blows: Blow[]): string[] => beatsOf(blows, teller(combat, party)).map(({ text }) => text.replace(/\u00a0/g, ' '));
const only = (beats: Beat[]): Beat => beats[0] as Beat;

const attack: Blow[] = [
  { blow: 'threw', who: { hero: 0 }, for_what: 'attack', throw: dice },
  { blow: 'hit', by: { hero: 0 }, target: { enemy: 1 }, damage: 3, left: 5 },
  { blow: 'passed', who: { hero: 0 } },
  { blow: 'turn', who: { enemy: 0 }, round: 1, again: false },
];

afterEach(() => void (lang.value = 'en'));

describe('a fight in beats', () => {
  it('tells an act, then what came of it; turns pass without a word', () => {
    expect(texts(attack)).toEqual(['Anna: Swing the staff.', 'Wolf 2 takes 3, 5 left.']);
    lang.value = 'ru';
    expect(texts(attack)).toEqual(['Anna: Удар посохом.', 'Волк 2 теряет 3, остаётся 5.']);
  });

  it('shows the dice beside the move that they are for', () => {
    const beats = beatsOf([{ blow: 'moved', enemy: 0, move: 'leap' }, { blow: 'threw', who: { enemy: 0 }, for_what: 'leap', throw: dice }, hit(0, 2, 8)], teller(combat, party));
    expect(beats.map(({ text, dice: shown }) => [text, shown ? shown.total : null])).toEqual([['Wolf 1 leaps.', 11], ['Anna takes 2, 8 left.', null]]);
  });

  it('tells hits on many at once, with the right plurals', () => {
    expect(texts([hit(0, 1, 9), hit(1, 5, 5)])).toEqual(['Anna loses 1 point, Kolya loses 5 points.']);
    expect(texts([hit(0, 1, 9), hit(1, 5, 5), hit(2, 0, 10)])).toEqual(['3 are hit: 6 points in all.']);
    lang.value = 'ru';
    expect(texts([hit(0, 1, 9), hit(1, 5, 5)])).toEqual(['Anna теряет 1 очко, Kolya теряет 5 очков.']);
    expect(texts([hit(0, 1, 9), hit(1, 2, 5), hit(2, 0, 10)])).toEqual(['Под ударом 3 героя: минус 3 очка на всех.']);
  });

  it('does not mix hits and misses, and says when nobody is touched', () => {
    const missed = (target: number): Blow => ({ blow: 'missed', by: { enemy: 0 }, target: { hero: target } });
    expect(texts([hit(0, 2, 8), missed(1)])).toEqual(['Anna takes 2, 8 left.', 'Wolf 1 misses Kolya.']);
    expect(texts([missed(0), missed(1), missed(2)])).toEqual(['Nobody is touched.']);
    lang.value = 'ru';
    expect(texts([missed(0), missed(1)])).toEqual(['Мимо. Целы: Anna и Kolya.']);
  });

  it('says an effect with its turns in both languages', () => {
    const cursed = (turns: number): Blow => ({ blow: 'afflicted', target: { hero: 0 }, effect: { id: 'cursed', turns } });
    expect([1, 2].flatMap((turns) => texts([cursed(turns)]))).toEqual(['Anna: cursed for 1 turn.', 'Anna: cursed for 2 turns.']);
    lang.value = 'ru';
    expect([1, 2, 5].flatMap((turns) => texts([cursed(turns)]))).toEqual(['Anna: сглаз на 1 ход.', 'Anna: сглаз на 2 хода.', 'Anna: сглаз на 5 ходов.']);
  });

  it('marks everybody who is hit in the same beat', () => {
    const beat = only(beatsOf([hit(0, 1, 9), hit(1, 0, 10), hit(2, 4, 6)], teller(combat, party)));
    expect(beat.marks.map(({ kind, n }) => [kind, n])).toEqual([['hit', 1], ['held', 0], ['hit', 4]]);
  });

  it('takes no longer than a sofa waits, however many move', () => {
    const many = Array.from({ length: 12 }, (_, i): Blow[] => [{ blow: 'moved', enemy: i % 2, move: 'leap' }, hit(i % 3, 2, 5)]).flat();
    const whole = beatsOf(many, teller(combat, party)).reduce((sum, { ms }) => sum + ms, 0);
    expect(whole).toBeLessThan(16_000);
  });
});

describe('the fight as it is told', () => {
  const told = (blows: Blow[]): Fight => blows.reduce(applied, state);

  it('lets a bar fall with its blow, and an effect come and go', () => {
    const fight = told([...attack, { blow: 'afflicted', target: { hero: 1 }, effect: { id: 'brave', turns: 2 } }]);
    expect(fight.enemies[1]?.hp).toBe(5);
    expect(fight.now).toEqual({ enemy: 0 });
    expect(fight.heroes[1]?.effects.map(({ id }) => id)).toEqual(['brave']);
    expect(applied(fight, { blow: 'ended', target: { hero: 1 }, effect: 'brave' }).heroes[1]?.effects).toEqual([]);
  });

  it('takes the intentions of who is out, and knows who got away', () => {
    const fight = told([{ blow: 'hit', target: { enemy: 0 }, damage: 8, left: 0 }, { blow: 'fell', who: { enemy: 0 } }, { blow: 'fled', hero: 2 }]);
    expect(fight.enemies[0]).toMatchObject({ hp: 0, intends: [] });
    expect(fight.heroes[2]?.fled).toBe(true);
    expect(state.enemies[0]?.hp).toBe(8);
  });
});
