// The party's memory in prose. Entries come as the server wrote them; a kind that this page does not know is passed over.
import type { CharacterId, Outcome, QuestParty, ServerPayloads, Throw } from '../../../protocol.gen';
import type { Room } from '../../../lib/room';
import { archetypeName, encounterName, heroName } from './names';
import { throwText } from './throws';
import { words } from './words';

export type Entry =
  | { n: number; kind: 'scene'; number: number; title: string }
  | { n: number; kind: 'memory'; text: string }
  | { n: number; kind: 'joined'; name: string; archetype: string }
  | { n: number; kind: 'chose'; who: CharacterId; option: string }
  | { n: number; kind: 'voted'; option: string; votes: number[]; tied: boolean }
  | { n: number; kind: 'threw'; who: CharacterId; throw: Throw }
  | { n: number; kind: 'fought'; encounter: string; outcome: Outcome; rounds: number }
  | { n: number; kind: 'ending'; title: string };

type Kind = Entry['kind'];
type Fields = Record<string, unknown>;
const KINDS: readonly Kind[] = ['scene', 'memory', 'joined', 'chose', 'voted', 'threw', 'fought', 'ending'];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** `{n, memory: "…"}`, `{n, scene: {…}}` and `{n, entry: {…}}` are the same thing to a reader. */
function entryOf(value: unknown): Entry | null {
  if (!isFields(value)) return null;
  const inner = isFields(value['entry']) ? value['entry'] : value;
  const kind = KINDS.find((one) => one in inner);
  if (!kind || typeof value['n'] !== 'number') return null;
  const body = inner[kind];
  const fields = isFields(body) ? body : kind === 'memory' ? { text: body } : { title: body };
  return { ...fields, n: value['n'], kind } as Entry;
}

/** The latest entries, oldest first. */
export function entriesOf(log: unknown): Entry[] {
  const entries = isFields(log) && Array.isArray(log['entries']) ? log['entries'] : [];
  return entries.map(entryOf).filter((entry): entry is Entry => entry !== null);
}

/** What this room has told of the past. Reading it in a view follows it. */
export function logOf(room: Room): Entry[] {
  return entriesOf(room.topic('quest.log' as keyof ServerPayloads));
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
      return entry.tied ? `${told} ${log.tied}` : told;
    }
    case 'threw':
      return throwText(heroName(party, entry.who), entry.throw);
    case 'fought':
      return log.fought(encounterName(entry.encounter), log[entry.outcome], entry.rounds);
    case 'ending':
      return log.ending(entry.title);
  }
}

/** What the present page follows from: the last vote, choice, throw or fight, unless there is none. */
export function cameOf(entries: readonly Entry[]): Entry | null {
  const decides = (entry: Entry): boolean => entry.kind === 'voted' || entry.kind === 'chose' || entry.kind === 'threw' || entry.kind === 'fought';
  const all = entries.filter(decides);
  return all[all.length - 1] ?? null;
}
