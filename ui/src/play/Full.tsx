// A game that draws the whole screen itself: the shell adds nothing but the way to its menu, in the top right corner.
import type { ComponentChildren } from 'preact';
import { Icon } from '../lib/Icon';
import { words } from './words';

export function Full({ openMenu, children }: { openMenu: () => void; children: ComponentChildren }) {
  return (
    <div class="full">
      {children}
      <button class="full-menu" aria-label={words().menu.open} onClick={openMenu}>
        <Icon sign="dots" />
      </button>
    </div>
  );
}
