// What the page shell may know of a game without loading it. The shell knows no game by name: whatever differs between games
// stands here, in words that fit every game.
import type { Room } from '../lib/room';
import type { ActionRequest, Lang, SystemError } from '../protocol.gen';
import type { Mood } from '../widgets/Scene';

export interface Game {
  /** What people call it, in the language spoken now. */
  title(): string;
  /** The language that it is told in, if it has one of its own: the TV speaks it meanwhile. */
  speaks(room: Room): Lang | null;
  /** How the night behind it feels just now. */
  mood(room: Room): Mood;
  /** On these pages it draws the whole screen itself, once it is played: the shell adds no bar, corner or padding of its own. */
  readonly fills: { readonly phone: boolean; readonly tv: boolean };
  /** What is to be seen on a phone within the present phase: a screen of its own begins at its top. */
  screen(room: Room): string;
  /** The kind of live values that count just now; those of another kind move nobody on the TV. */
  counts(room: Room): string;
  /** What a guest is told of a refused action; null if there is nothing that the guest could want to know. */
  refused(error: SystemError, request: ActionRequest | null): string | null;
}
