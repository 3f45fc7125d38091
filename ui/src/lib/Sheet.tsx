// A sheet of snow that slides up from below; a tap beside it closes it.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

export function Sheet({ close, label, children }: { close: () => void; label: string; children: ComponentChildren }) {
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', escape);
    return () => window.removeEventListener('keydown', escape);
  }, [close]);
  return (
    <div class="sheet" onClick={(event) => event.target === event.currentTarget && close()}>
      <section class="card sheet-card" role="dialog" aria-modal="true" aria-label={label}>
        {children}
      </section>
    </div>
  );
}
