// What of the chronicle is rolled by at the end: the writer's own sentences, each once.
import type { Entry } from '../lore';

export function remembered(entries: readonly Entry[]): string[] {
  const told = entries.filter((entry): entry is Extract<Entry, { kind: 'memory' }> => entry.kind === 'memory').map((entry) => entry.text);
  return told.filter((text, i) => text && told.indexOf(text) === i);
}

/** Which sentence is read at a beat; the last one stays a beat longer. */
export function rolledTo(beat: number, of: number): number {
  return Math.min(of - 1, beat % (of + 1));
}
