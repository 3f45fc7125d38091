// A refusal, or a hint, said in passing.
import { useEffect } from 'preact/hooks';
import { OFFLINE } from '../../../lib/api';
import { refusalWords } from '../../../lib/errors';
import type { Brush, Saying } from './brush';
import { words } from './index';

const SHOWN = 3200;

export function Said({ brush }: { brush: Brush }) {
  const saying = brush.said.value;
  useEffect(() => {
    if (!saying) return undefined;
    const timer = setTimeout(() => (brush.said.value = null), SHOWN);
    return () => clearTimeout(timer);
  }, [saying]);
  if (!saying) return null;
  return (
    <p class="toast enter" role="status">
      {wordsOf(saying)}
    </p>
  );
}

function wordsOf(saying: Saying): string {
  const said = words();
  if ('word' in saying) return said.said[saying.word];
  const { error, act } = saying;
  if (error.code === OFFLINE.code) return said.unanswered[act];
  return said.refused[error.code] ?? refusalWords(error);
}
