import { describe, expect, it } from 'vitest';
import type { Player, QuestCombatState, QuestHero, QuestParty, SessionState } from '../../../protocol.gen';
import { fightOn, heroOf, isPlayed, playerOf, standingOf, withoutHero } from './standing';

const hero = (character_id: number, player_id: number | null): QuestHero => ({ character_id, archetype: 'scout', display_name: 'Boris', player_id, hp: 7, max_hp: 10, effects: ['brave'], items: [] });
const party = { heroes: [hero(1, 3), hero(2, null)] } as QuestParty;
const guest = (id: number, online = true): Player => ({ id, name: `guest ${id}`, avatar: 'fox', color: 0, status: 'playing', score: 0, progress: 0, confirmed: true, online });
const guests = new Map([guest(1, false), guest(2), guest(3), guest(4)].map((one) => [one.id, one]));

const fighter = (hp: number, fled = false) => ({ hero: 0, archetype: 'scout', hp, max_hp: 10, effects: [{ id: 'frozen', turns: 1 }], items: [], fled, rests: {}, used: [] });
const fight = (hp: number, fled = false) => ({ outcome: null, state: { heroes: [fighter(hp, fled)] } }) as unknown as QuestCombatState;

describe('the heroes on the desk', () => {
  it('are found by their number, whoever plays them', () => {
    expect(heroOf(party, 2)?.player_id).toBeNull();
    expect(heroOf(party, null)).toBeNull();
    expect(playerOf(hero(1, 3), guests)?.name).toBe('guest 3');
    expect(playerOf(hero(1, 9), guests)).toBeNull();
    expect(playerOf(hero(1, null), guests)).toBeNull();
  });

  it('begin a story only once somebody plays one of them', () => {
    expect(isPlayed(party)).toBe(true);
    expect([isPlayed({ heroes: [hero(1, null)] } as unknown as QuestParty), isPlayed({ heroes: [] } as unknown as QuestParty), isPlayed(null)]).toEqual([false, false, false]);
  });

  it('can be given to guests who have none, those who are there first', () => {
    expect(withoutHero(party, guests).map((one) => one.id)).toEqual([2, 4, 1]);
  });

  it('stand as the party says, and in a fight as the fight says', () => {
    expect(standingOf(hero(1, 3), null)).toEqual({ hp: 7, max_hp: 10, effects: ['brave'], spirit: false, fled: false });
    expect(standingOf(hero(1, 3), fight(0))).toEqual({ hp: 0, max_hp: 10, effects: ['frozen'], spirit: true, fled: false });
    expect(standingOf(hero(1, 3), fight(5, true)).fled).toBe(true);
    expect(standingOf(hero(2, null), fight(5)).hp).toBe(7);
  });

  it('fight only while the fight is on', () => {
    const session = (phase: string): SessionState => ({ phase }) as SessionState;
    const over = { ...fight(3), outcome: 'won' } as QuestCombatState;
    expect(fightOn(session('combat'), fight(3))).not.toBeNull();
    expect(fightOn(session('scene'), fight(3))).toBeNull();
    expect(fightOn(session('combat'), over)).toBeNull();
  });
});
