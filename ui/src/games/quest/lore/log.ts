// The party's memory in prose. A kind of entry that this page does not know is passed over.
import type { CharacterId, Outcome, QuestEntry, QuestLog, QuestLogLine, QuestParty, Throw } from '../../../protocol.gen';
import type { Room } from '../../../lib/room';
import { archetypeName, encounterName, heroName } from './names';
import { throwText } from './throws';
import { words } from './words';

type Told =
  | { kind: 'scene'; number: number; title: string }
  | { kind: 'memory'; text: string }
  | { kind: 'joined'; name: string; archetype: string }
  | { kind: 'chose'; who: CharacterId; option: string }
  | { kind: 'voted'; option: string; votes: number[]; tied: boolean }
  | { kind: 'threw'; who: CharacterId; throw: Throw }
  | { kind: 'fought'; encounter: string; outcome: Outcome; rounds: number }
  | { kind: 'ending'; title: string }
  | { kind: 'evening'; number: number };

/** An entry with its number in the run. */
export type Entry = Told & { n: number };

function toldOf(entry: QuestEntry): Told | null {
  if ('scene' in entry) return { kind: 'scene', ...entry.scene };
  if ('memory' in entry) return { kind: 'memory', text: entry.memory };
  if ('joined' in entry) return { kind: 'joined', ...entry.joined };
  if ('chose' in entry) return { kind: 'chose', ...entry.chose };
  if ('voted' in entry) return { kind: 'voted', ...entry.voted };
  if ('threw' in entry) return { kind: 'threw', ...entry.threw };
  if ('fought' in entry) return { kind: 'fought', ...entry.fought };
  if ('ending' in entry) return { kind: 'ending', title: entry.ending };
  return 'evening' in entry ? { kind: 'evening', ...entry.evening } : null;
}

function entryOf({ n, entry }: QuestLogLine): Entry | null {
  const told = toldOf(entry);
  return told && { ...told, n };
}

/** The latest entries, oldest first. */
export function entriesOf(log: QuestLog | null): Entry[] {
  return (log ? log.entries : []).map(entryOf).filter((entry): entry is Entry => entry !== null);
}

/** What this room has told of the past. Reading it in a view follows it. */
export function logOf(room: Room): Entry[] {
  return entriesOf(room.topic('quest.log'));
}

/** Ballots in hundredths as people count them: "3 : 1", "2.5 : 1". */
export function ballotsText(votes: readonly number[]): string {
  return votes.map((vote) => String(Math.round(vote / 10) / 10)).join(' : ');
}

/** An entry as a sentence. */
export function entryText(entry: Entry, party: QuestParty | null): string {
  const { log, quote } = words();
  switch (entry.kind) {
    case 'scene':
      return log.scene(entry.title);
    case 'memory':
      return entry.text;
    case 'joined':
      return log.joined(entry.name, archetypeName(entry.archetype));
    case 'chose':
      return log.chose(heroName(party, entry.who), quote(entry.option));
    case 'voted': {
      const told = log.voted(quote(entry.option), ballotsText(entry.votes));
      return entry.tied ? `${told}. ${log.tied}` : told;
    }
    case 'threw':
      return throwText(heroName(party, entry.who), entry.throw);
    case 'fought':
      return log.fought(encounterName(entry.encounter), log[entry.outcome], entry.rounds);
    case 'ending':
      return log.ending(entry.title);
    case 'evening':
      return log.evening(entry.number);
  }
}

const DECIDES: ReadonlySet<Entry['kind']> = new Set(['voted', 'chose', 'threw', 'fought']);

/** What the present page follows from: the evening's last vote, choice, throw or fight, if there was one. */
export function cameOf(entries: readonly Entry[]): Entry | null {
  for (const entry of entries.slice().reverse()) {
    if (entry.kind === 'evening') return null;
    if (DECIDES.has(entry.kind)) return entry;
  }
  return null;
}
