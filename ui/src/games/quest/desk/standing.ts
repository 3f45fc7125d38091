// Who plays whom and how they are, as the desk's table and its headline need it. Pure.
import type { CharacterId, Player, QuestCombatState, QuestHero, QuestParty, SeatId, SessionState } from '../../../protocol.gen';

/** How a hero is: in a fight the fight knows better. */
export interface Standing {
  hp: number;
  max_hp: number;
  effects: readonly string[];
  /** Fallen: a spirit until the fight is over. */
  spirit: boolean;
  /** Got away. */
  fled: boolean;
}

export type Players = ReadonlyMap<SeatId, Player>;

/** The fight that is on, if there is one. */
export function fightOn(session: SessionState, combat: QuestCombatState | null): QuestCombatState | null {
  return session.phase === 'combat' && combat && !combat.outcome ? combat : null;
}

export function heroOf(party: QuestParty, id: CharacterId | null | undefined): QuestHero | null {
  return party.heroes.filter((hero) => hero.character_id === id)[0] ?? null;
}

/** Does anybody play a hero? Heroes of an earlier evening wait to be taken. */
export function isPlayed(party: QuestParty | null): boolean {
  return party !== null && party.heroes.some((hero) => typeof hero.player_id === 'number');
}

/** A fight numbers the heroes from 0. */
export function fighterOf(party: QuestParty, index: number): QuestHero | null {
  return heroOf(party, index + 1);
}

export function standingOf(hero: QuestHero, fight: QuestCombatState | null): Standing {
  const fighter = fight?.state.heroes.filter((one) => one.hero === hero.character_id - 1)[0];
  if (!fighter) return { hp: hero.hp, max_hp: hero.max_hp, effects: hero.effects, spirit: false, fled: false };
  const { hp, max_hp, fled } = fighter;
  return { hp, max_hp, effects: fighter.effects.map((effect) => effect.id), spirit: hp === 0 && !fled, fled };
}

/** Who plays a hero; null if nobody does. */
export function playerOf(hero: QuestHero, players: Players): Player | null {
  return (typeof hero.player_id === 'number' ? players.get(hero.player_id) : null) ?? null;
}

/** The guests who play nobody, those who are there first. */
export function withoutHero(party: QuestParty, players: Players): readonly Player[] {
  const playing = new Set(party.heroes.map((hero) => hero.player_id));
  return Array.from(players.values())
    .filter((player) => !playing.has(player.id))
    .sort((a, b) => Number(b.online) - Number(a.online) || a.id - b.id);
}
