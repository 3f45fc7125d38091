// What came of something that was asked by HTTP, said in passing.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../lib/api';
import { refusalWords } from '../lib/errors';

const SHOWN = 3500;

const said = signal<{ text: string } | null>(null);

/** Says it to the host. */
export function notice(text: string): void {
  said.value = { text };
}

/** Says a refusal, or what there is to say when it went well; answers whether it did. */
export function noticed(answer: Answer<unknown>, well: string | null = null): boolean {
  if (!answer.ok) notice(refusalWords(answer.error));
  else if (well !== null) notice(well);
  return answer.ok;
}

export function Notice() {
  const now = said.value;
  useEffect(() => {
    if (!now) return undefined;
    const timer = setTimeout(() => (said.value = null), SHOWN);
    return () => clearTimeout(timer);
  }, [now]);
  if (!now) return null;
  return (
    <p class="toast host-notice enter" role="status">
      {now.text}
    </p>
  );
}
