// The library as last told. A server without one has the campaigns that come with the product.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { noticed } from '../../../host/notice';
import { useHostKey } from '../../../host/key';
import { call } from '../../../lib/bearer';
import { BUILT_IN } from './builtIn';
import type { Library } from './library';

const told = signal<Library | null>(null);

/** Asks for the library anew; null until the first answer. */
export function useLibrary(): Library | null {
  const key = useHostKey();
  useEffect(() => void ask(key), [key]);
  return told.value;
}

async function ask(key: string): Promise<void> {
  const answer = await call<Partial<Library>>('GET', '/api/library/quest', key);
  if (answer.ok) told.value = { campaigns: answer.value.campaigns ?? BUILT_IN.campaigns, runs: answer.value.runs ?? [] };
  else {
    if (answer.error.code !== 'request/not_found') noticed(answer);
    told.value = told.peek() ?? BUILT_IN;
  }
}
