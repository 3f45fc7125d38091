// How fast a page is read. The server counts the same way, and opens a decision when the page has been read.
import type { PartyMs, QuestLine, QuestScene } from '../../../protocol.gen';

const LETTERS_A_SECOND = 22;
const PARAGRAPH_MS = 350;
const LONGEST_READING_MS = 45_000;
/** Read long ago. */
export const LONG_AGO = -1e12;

/** How long the page is read, ms. */
export function readingMs(lines: readonly QuestLine[]): number {
  return Math.min(LONGEST_READING_MS, wholeMs(lines));
}

/** When the page was turned: what is decided opens once it has been read. `seen` is for a page without a decision. */
export function turnedAt(scene: QuestScene, seen: PartyMs): PartyMs {
  return scene.decision ? scene.decision.opened - readingMs(scene.lines) : seen;
}

/** When each paragraph appears: as soon as those before it have been read. */
export function moments(lines: readonly QuestLine[], turned: PartyMs): PartyMs[] {
  const pace = readingMs(lines) / Math.max(1, wholeMs(lines));
  let read = 0;
  return lines.map((line) => {
    const appears = turned + read * pace;
    read += lineMs(line);
    return appears;
  });
}

function wholeMs(lines: readonly QuestLine[]): number {
  return lines.reduce((sum, line) => sum + lineMs(line), 0);
}

function lineMs(line: QuestLine): number {
  return (Array.from(line.text).length * 1000) / LETTERS_A_SECOND + PARAGRAPH_MS;
}
