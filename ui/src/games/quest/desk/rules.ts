// The quest's rules as the host edits them: which story, or which saved evening, in which language, and how it is decided. Pure.
import type { QuestParty, QuestScene, QuestSetup } from '../../../protocol.gen';
import { languagesOf, storiesIn, unfinished, type Library, type SavedRun } from './library';

export interface Rules extends Required<QuestSetup> {
  /** A saved evening that goes on; null begins anew. */
  run: string | null;
}

/** What a ballot of the audience may weigh, in hundredths of a hero's. */
export const WEIGHTS: readonly number[] = [0, 25, 50, 100];
/** A hero's turn in a fight, seconds. */
export const TURNS: readonly number[] = [15, 25, 45, 90];

/** The server's own, but for the language. */
const USUAL: Omit<Rules, 'language'> = { campaign: 'midnight', audience_weight: 0, turn_seconds: 25, run: null };

/** The session's settings, whatever they leave out; the story is told as the host speaks. */
export function rulesOf(settings: Record<string, unknown>, spoken: string): Rules {
  return { ...USUAL, language: spoken, ...(settings as Partial<Rules>) };
}

/** What is sent. */
export function setupOf({ run, ...setup }: Rules): QuestSetup & { run?: string } {
  return run === null ? setup : { ...setup, run };
}

/** The same, held against what the library has: a run that has ended begins anew, and a story that is gone gives way to the first. */
export function settled(rules: Rules, library: Library): Rules {
  const run = runOf(rules, library);
  if (run) return goOn(rules, run);
  const languages = languagesOf(library, rules.campaign);
  if (languages.indexOf(rules.language) >= 0) return { ...rules, run: null };
  const stories = storiesIn(library, rules.language);
  const story = stories.filter((one) => one.campaign === rules.campaign)[0] ?? stories[0];
  return story ? { ...rules, campaign: story.campaign, language: story.language, run: null } : { ...rules, run: null };
}

/** The saved evening that these rules go on with. */
export function runOf(rules: Rules, library: Library): SavedRun | null {
  return unfinished(library).filter((one) => one.run === rules.run)[0] ?? null;
}

/** Goes on with a saved evening. */
export function goOn(rules: Rules, { run, campaign, language }: SavedRun): Rules {
  return { ...rules, run, campaign, language };
}

/** Can the evening that is over go on? A story that has not begun, or was told to its end, cannot. */
export function canGoOn(party: QuestParty | null, scene: QuestScene | null): boolean {
  return party !== null && party.begun && !scene?.ending;
}

/** The same once more: the run goes on, or null begins the story anew. */
export function onceMore(settings: Record<string, unknown>, party: QuestParty | null, run: string | null): Record<string, unknown> {
  const told = party ? { campaign: party.campaign, language: party.language } : {};
  const same: Record<string, unknown> = { ...settings, ...told, run };
  if (run === null) delete same['run'];
  return same;
}

/** The usual ones, with the present one at its place. */
export function offered(usual: readonly number[], present: number): readonly number[] {
  return usual.indexOf(present) >= 0 ? usual : usual.concat(present).sort((a, b) => a - b);
}
