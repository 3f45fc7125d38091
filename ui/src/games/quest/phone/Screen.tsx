// A screen of the quest on a phone. Whoever moves by keys never stands nowhere: when the button in use goes or falls silent, the focus
// goes to what is asked now, or to the screen itself.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function Screen({ kind, children }: { kind: string; children: ComponentChildren }) {
  const screen = useRef<HTMLElement>(null);
  useEffect(() => (screen.current ? keepFocus(screen.current) : undefined), []);
  return (
    <main class={`qp ${kind}`} ref={screen} tabIndex={-1}>
      {children}
    </main>
  );
}

/** Follows what comes and goes on a screen; answers with how to stop. */
function keepFocus(screen: HTMLElement): () => void {
  const look = (): void => {
    if (!document.documentElement.hasAttribute('data-keys')) return;
    const asked = screen.querySelector<HTMLElement>('[data-asked]') ?? screen;
    if (isLost(screen) && document.activeElement !== asked) asked.focus();
  };
  look();
  const watch = new MutationObserver(look);
  watch.observe(screen, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => watch.disconnect();
}

/** Is the focus nowhere, on what cannot be used any more, or on the screen for want of anything better? */
function isLost(screen: HTMLElement): boolean {
  const at = document.activeElement;
  return !at || at === document.body || at === screen || (at instanceof HTMLButtonElement && at.disabled);
}
