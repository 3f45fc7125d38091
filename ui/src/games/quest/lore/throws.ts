// A throw of dice added up in words, and what is needed of one that is still to come.
import type { Bonus, CharacterId, Difficulty, QuestDecision, QuestParty, Stat, Throw } from '../../../protocol.gen';
import { archetypes, dice, effects } from '../rules.gen';
import { degreeName, effectName, heroName, heroOf, signed, statName } from './names';
import { words } from './words';

export interface Part {
  n: number;
  why: string;
}

/** The dice that count, and the smallest of three that does not. */
export function countedDice(dice: readonly number[]): { counted: number[]; dropped: number | null } {
  if (dice.length < 3) return { counted: dice.slice(), dropped: null };
  const least = dice.indexOf(Math.min(...dice));
  return { counted: dice.filter((_, at) => at !== least), dropped: dice[least] ?? null };
}

function bonusName({ why }: Bonus): string {
  const said = words().bonus;
  if (why.indexOf('effect:') === 0) return effectName(why.slice(7));
  if (why === 'ability:pack') return said.pack;
  return why in said ? said[why as keyof typeof said] : said.other;
}

/** What was added to the dice, in order: the stat, then all else. */
export function throwParts(thrown: Throw): Part[] {
  const base = { n: thrown.value, why: thrown.stat ? statName(thrown.stat) : words().bonus.power };
  return [base, ...thrown.bonus.map((bonus) => ({ n: bonus.n, why: bonusName(bonus) }))].filter(({ n }, at) => n !== 0 || (at === 0 && !!thrown.stat));
}

/** "4 + 6 + 2 (wits) − 1 (hard) = 11". */
export function throwSum(thrown: Throw): string {
  const { counted, dropped } = countedDice(thrown.dice);
  const parts = throwParts(thrown).map(({ n, why }) => `${n < 0 ? '−' : '+'} ${Math.abs(n)} (${why})`);
  const sum = [counted.join(' + '), ...parts, `= ${thrown.total}`].join(' ');
  return dropped === null ? sum : `${sum} (${words().dropped(dropped)})`;
}

/** The whole throw as one sentence. */
export function throwText(name: string, thrown: Throw): string {
  return words().thrown(name, throwSum(thrown), degreeName(thrown.degree).toLowerCase());
}

const HARDER: Readonly<Record<Difficulty, number>> = { easy: dice.easy, fair: 0, hard: dice.hard };

export interface Chance {
  stat: Stat;
  parts: Part[];
  /** What the dice alone must show for a success, and for one at a price. */
  success: number;
  partial: number;
  /** Three dice are thrown, and the smallest does not count. */
  advantage: boolean;
}

/** What the dice of the check that is open must show. */
export function chanceOf(party: QuestParty | null, decision: QuestDecision): Chance | null {
  const hero = heroOf(party, decision.character_id);
  const { stat, difficulty, helper } = decision;
  if (!hero || !stat) return null;
  const said = words().bonus;
  const hard = HARDER[difficulty ?? 'fair'];
  const parts: Part[] = [{ n: archetypes[hero.archetype]?.stats[stat] ?? 0, why: statName(stat) }];
  if (hard !== 0) parts.push({ n: hard, why: hard > 0 ? said.easy : said.hard });
  if (typeof helper === 'number') parts.push({ n: dice.help, why: `${said.help}: ${heroName(party, helper)}` });
  for (const id of hero.effects) {
    const n = effects[id]?.throws ?? 0;
    if (n !== 0) parts.push({ n, why: effectName(id) });
  }
  const sum = parts.reduce((all, part) => all + part.n, 0);
  const advantage = hero.effects.some((id) => effects[id]?.advantage);
  return { stat, parts, advantage, success: dice.success - sum, partial: dice.partial - sum };
}

export const partText = ({ n, why }: Part): string => `${why} ${signed(n)}`;

/** Who decides, as a headline: "Anna chooses". */
export function decisionText(party: QuestParty | null, decision: QuestDecision, own: CharacterId | null | undefined): string {
  const said = words().decision;
  const { kind, character_id: id } = decision;
  if (kind === 'vote') return said.vote;
  if (kind === 'combat') return said.combat;
  const mine = typeof id === 'number' && id === own;
  if (kind === 'skill-check') return mine ? said.throwsMine : said.throws(heroName(party, id));
  if (typeof id !== 'number') return said.anybody;
  return mine ? said.mine : said.choice(heroName(party, id));
}
