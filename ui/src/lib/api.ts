// The few requests that pages make by HTTP. An answer is either the value or a refusal with the server's own code; a page that
// gets no answer at all sees the code `page/offline`.
import type { HostAnswer, JoinAnswer, JoinRequest, PartyAnswer, StateAnswer, SystemError } from '../protocol.gen';

export type Answer<T> = { ok: true; value: T } | { ok: false; error: SystemError };

const PATIENCE = 10_000;
export const OFFLINE: SystemError = { code: 'page/offline', message: 'The party cannot be reached.' };
export const BROKEN: SystemError = { code: 'system/internal', message: 'The answer made no sense.' };

export function openParty(): Promise<Answer<PartyAnswer>> {
  return ask('GET', '/api/party');
}

export function join(code: string, request: JoinRequest): Promise<Answer<JoinAnswer>> {
  return ask('POST', `/api/session/${encodeURIComponent(code)}/join`, request);
}

export function partyState(code: string): Promise<Answer<StateAnswer>> {
  return ask('GET', `/api/session/${encodeURIComponent(code)}/state`);
}

export function hostToken(pin: string): Promise<Answer<HostAnswer>> {
  return ask('POST', '/api/host', { pin });
}

/** The picture is another one for each address. */
export function qrUrl({ code, join_url }: { code: string; join_url: string }): string {
  return `/api/session/${encodeURIComponent(code)}/qr.svg?${encodeURIComponent(join_url)}`;
}

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer<T>> {
  try {
    const request: RequestInit = { method, cache: 'no-store' };
    if (body) Object.assign(request, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    const response = await Promise.race([fetch(path, request), giveUp()]);
    return await readAnswer<T>(response);
  } catch {
    return { ok: false, error: OFFLINE };
  }
}

/** The value in an answer, or its refusal. */
export async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const value: unknown = await response.json().catch(() => null);
  if (response.ok && value) return { ok: true, value: value as T };
  const { error } = (value ?? {}) as { error?: SystemError };
  return { ok: false, error: error ?? BROKEN };
}

function giveUp(): Promise<never> {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Error('no answer')), PATIENCE));
}
