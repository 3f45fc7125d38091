// Requests that carry a seat's or the host's token. An answer is either the value or a refusal, as in api.ts; an answer without a body
// is an empty object.
import type { SystemError } from '../protocol.gen';
import type { Answer } from './api';

const PATIENCE = 15_000;
const OFFLINE: SystemError = { code: 'page/offline', message: 'The party cannot be reached.' };
const BROKEN: SystemError = { code: 'system/internal', message: 'The answer made no sense.' };

/** The path of something within a party. */
export function inParty(code: string, path: string): string {
  return `/api/session/${encodeURIComponent(code)}/${path}`;
}

export async function call<T>(method: 'GET' | 'POST', path: string, token: string, body?: object): Promise<Answer<T>> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (body) headers['Content-Type'] = 'application/json';
  const request: RequestInit = { method, headers, cache: 'no-store' };
  if (body) request.body = JSON.stringify(body);
  try {
    return await read<T>(await Promise.race([fetch(path, request), giveUp()]));
  } catch {
    return { ok: false, error: OFFLINE };
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: (value ?? {}) as T };
  const { error } = (value ?? {}) as { error?: SystemError };
  return { ok: false, error: error ?? BROKEN };
}

function giveUp(): Promise<never> {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Error('no answer')), PATIENCE));
}
