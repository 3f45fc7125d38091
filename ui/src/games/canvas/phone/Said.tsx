// A refusal, or a hint, said in passing.
import { useEffect } from 'preact/hooks';
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
  if ('error' in saying) return said.refused[saying.error.code] ?? refusalWords(saying.error);
  return saying.word === 'aim' ? said.aimHint : said.otherTeam;
}
