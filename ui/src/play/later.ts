// What is not needed to paint the door comes right after it: the world behind it, the words of refusals, and the room.
import { lazy } from '../lib/lazy';
import type { Mood } from '../widgets/Scene';

export const Backdrop = lazy<{ mood: Mood }>(() => import('./Backdrop'));
export const Refusal = lazy(() => import('./Refusal'));
export const RoomView = lazy(() => import('./RoomView'));

/** Fetched while the guest reads. */
export function fetchLater(): void {
  Backdrop.prefetch();
  Refusal.prefetch();
  RoomView.prefetch();
}
