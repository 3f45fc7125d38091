// The window in the night in which a board hangs: its frame, its light, snow on its sill. What is in it is its child.
import type { ComponentChildren } from 'preact';
import type { Size } from './frame';

interface PaneProps {
  size: Size;
  /** rem. */
  left: number;
  top: number;
  children: ComponentChildren;
}

export function Pane({ size: { width, height }, left, top, children }: PaneProps) {
  return (
    <div class="pane tv-enter" style={{ left: `${left}rem`, top: `${top}rem`, width: `${width}rem`, height: `${height}rem` }}>
      <div class="pane-glass">{children}</div>
      <svg class="pane-sill" viewBox="0 0 400 20" preserveAspectRatio="none" aria-hidden="true">
        <path d="M2 14Q4 5 22 6Q44 1 76 5Q120 0 162 5Q210 1 246 5Q292 0 330 5Q366 2 382 6Q397 6 398 14Q396 20 384 19H16Q4 20 2 14Z" fill="#f4f8ff" />
        <path d="M3 15Q40 12 90 15T190 14T300 15T397 14Q396 20 384 19H16Q4 20 3 15Z" fill="#b9c9f5" />
      </svg>
    </div>
  );
}
