import { afterEach, expect, it, vi } from 'vitest';
import { tell } from './Feedback';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('is told in the name of the seat that the room was opened with', async () => {
  const fetch = vi.fn((_path: string, _request: RequestInit) => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fetch);
  const answer = await tell({ ticket: { code: 'KWRX', token: 'secret' } }, 5, ' Snow! ');
  expect(answer.ok).toBe(true);
  const [path, request] = fetch.mock.calls[0] ?? [];
  expect(path).toBe('/api/session/KWRX/feedback');
  expect(request).toMatchObject({ headers: { Authorization: 'Bearer secret' }, body: '{"stars":5,"text":"Snow!"}' });
});
