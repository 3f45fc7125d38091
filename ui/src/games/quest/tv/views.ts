// Which picture the stage shows: rules without a screen.
import type { Fight, PartyMs, QuestDecision, QuestScene, QuestVoteFinished, QuestVoteStarted, QuestVoteUpdate, Who } from '../../../protocol.gen';
import type { Staged } from './director';
import { isHero, keyOf } from './fold';

export type View = 'casting' | 'scene' | 'combat' | 'finale';

/** A fight stays until it has been told to its end, whatever the story does meanwhile. */
export function viewOf(phase: string, stage: Staged | null): View {
  if (phase === 'casting' || phase === 'finale') return phase;
  return stage ? 'combat' : 'scene';
}

export type DecisionView =
  | { view: 'none' }
  | { view: 'vote'; decision: QuestDecision; hidden: boolean; votes: readonly number[] | null; voted: number; of: number }
  | { view: 'choice'; decision: QuestDecision }
  | { view: 'check'; decision: QuestDecision };

export interface Votes {
  started: QuestVoteStarted | null;
  update: QuestVoteUpdate | null;
}

/** What is shown of the scene's decision. The topics of a vote stay when it is over: they count only if they are this one's. */
export function decisionView(scene: QuestScene, { started, update }: Votes): DecisionView {
  const { decision } = scene;
  if (!decision || decision.kind === 'combat') return { view: 'none' };
  if (decision.kind === 'choice') return { view: 'choice', decision };
  if (decision.kind === 'skill-check') return { view: 'check', decision };
  const own = started && started.vote_id === decision.decision_id ? started : null;
  const now = update && update.vote_id === decision.decision_id ? update : null;
  return {
    view: 'vote',
    decision,
    hidden: own ? own.hidden : false,
    votes: now ? (now.votes ?? null) : null,
    voted: now ? now.voted : 0,
    of: own ? own.electorate.length : 0,
  };
}

/** The page is being read until then; a page without a decision has nothing to open. */
export function isOpen(decision: QuestDecision, now: PartyMs): boolean {
  return now >= decision.opened;
}

export type Verdict = 'clear' | 'tie' | 'noQuorum';

export function verdictOf({ tied, no_quorum }: QuestVoteFinished): Verdict {
  if (no_quorum) return 'noQuorum';
  return tied.length > 0 ? 'tie' : 'clear';
}

/** Each option's share of the most, for its bar; nothing has been voted for: no bars. */
export function shares(votes: readonly number[]): number[] {
  const most = Math.max(0, ...votes);
  return votes.map((vote) => (most > 0 ? vote / most : 0));
}

/** "2", or "2.5" with an audience: ballots in hundredths as people count them. */
export function ballots(hundredths: number): string {
  return String(Math.round(hundredths / 10) / 10);
}

/** Those who still act, in their order, from whoever acts now. */
export function upcoming(fight: Fight): Who[] {
  const at = fight.now ? fight.order.findIndex((who) => keyOf(who) === keyOf(fight.now as Who)) : -1;
  const turned = at > 0 ? fight.order.slice(at).concat(fight.order.slice(0, at)) : fight.order;
  return turned.filter((who) => isIn(fight, who));
}

/** Is it still in the fight? Spirits are. */
export function isIn(fight: Fight, who: Who): boolean {
  if (!isHero(who)) return (fight.enemies[who.enemy]?.hp ?? 0) > 0;
  return fight.heroes.some((hero) => hero.hero === who.hero && !hero.fled);
}
