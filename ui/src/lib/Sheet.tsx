// A sheet of snow that slides up from below; a tap beside it closes it. While it lies there the keys are its own, and when it goes
// they are back where they were.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const REACHED_BY_TAB = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

export function Sheet({ close, label, children }: { close: () => void; label: string; children: ComponentChildren }) {
  const card = useRef<HTMLElement>(null);
  useFocusWithin(card);
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
      if (event.key === 'Tab' && card.current) goRound(card.current, event);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [close]);
  return (
    <div class="sheet" onClick={(event) => event.target === event.currentTarget && close()}>
      <section class="card sheet-card" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1} ref={card}>
        {children}
      </section>
    </div>
  );
}

/** The card takes the focus, not a button on it: nothing is pressed by a key that comes too late. */
function useFocusWithin(card: { current: HTMLElement | null }): void {
  const first = useRef(document.activeElement);
  useEffect(() => {
    const now = document.activeElement;
    // What lies on the card may have taken the focus already.
    const taken = !!card.current && card.current.contains(now);
    const before = taken ? first.current : now;
    if (!taken && card.current) card.current.focus();
    return () => {
      if (before instanceof HTMLElement && document.contains(before)) before.focus();
    };
  }, [card]);
}

/** After the last comes the first, and before the first the last. */
function goRound(card: HTMLElement, event: KeyboardEvent): void {
  const all = Array.from(card.querySelectorAll<HTMLElement>(REACHED_BY_TAB));
  const [first, last] = [all[0], all[all.length - 1]];
  const at = document.activeElement;
  const out = !at || !card.contains(at);
  const next = event.shiftKey ? (out || at === first || at === card ? last : null) : out || at === last ? first : null;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
