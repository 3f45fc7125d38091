// What is not needed to paint the door comes right after it: the words of refusals, and the room behind the door.
import { lazy } from '../lib/lazy';

export const Refusal = lazy(() => import('./Refusal'));
export const RoomView = lazy(() => import('./RoomView'));

/** Fetched while the guest reads. */
export function fetchLater(): void {
  Refusal.prefetch();
  RoomView.prefetch();
}
