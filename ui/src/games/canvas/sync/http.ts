// The canvas's requests: every one ends within its patience, whatever the network does, and none throws. It knows of statuses
// and repeats, and nothing of versions.
import { BROKEN, OFFLINE, readAnswer, type Answer } from '../../../lib/api';
import { browser, type World } from '../../../lib/socket';
import { randomHex } from '../../../lib/wire';
import type { ActionResult, StateAnswer, SystemError } from '../../../protocol.gen';

/** The outside world, handed in so that tests own time, chance and the network. */
export interface Outside extends Pick<World, 'now' | 'random' | 'after'> {
  fetch(path: string, request: RequestInit): Promise<Response>;
}

export const outside: Outside = {
  now: () => browser.now(),
  random: () => browser.random(),
  after: (ms, task) => browser.after(ms, task),
  fetch: (path, request) => (request.method ? afterFrame().then(() => fetch(path, request)) : fetch(path, request)),
};

/** What came of asking for bytes: `same` is a 304, `nothing` no answer at all. */
export type Got =
  | { status: 'bytes'; bytes: ArrayBuffer; tag: string | null }
  | { status: 'same'; tag: string | null }
  | { status: 'refused'; http: number; error: SystemError }
  | { status: 'nothing' };

const PATIENCE = 10_000;
/** A guest waits for it. */
const ACT_PATIENCE = 5000;
export const PICTURE_PATIENCE = 60_000;
/** An action without an answer is repeated after that. */
const AGAIN_AFTER = 400;
/** A page that nobody looks at has no frames. */
const FRAME_AT_MOST = 50;

/** What can be given up early; not every browser of 2018 has it. */
interface Leash {
  readonly signal: AbortSignal;
  abort(): void;
}

export class Http {
  private readonly path: string;
  private readonly leashes = new Set<Leash>();

  constructor(
    code: string,
    private readonly token: string | null,
    private readonly world: Outside,
  ) {
    this.path = `/api/session/${encodeURIComponent(code)}/canvas/`;
  }

  /** A body of bytes; with a tag only if it is another than that. */
  async bytes(path: string, tag: string | null = null, patience = PATIENCE): Promise<Got> {
    // Whoever brings a tag of his own keeps the browser's cache out of it.
    const request: RequestInit = tag ? { headers: { 'If-None-Match': tag } } : { cache: 'no-cache' };
    try {
      return await this.within(patience, request, readBytes, path);
    } catch {
      return { status: 'nothing' };
    }
  }

  /** What a body of bytes says; null if there is none. */
  async read<T>(path: string, decode: (bytes: ArrayBuffer) => T | null, patience = PATIENCE): Promise<T | null> {
    const got = await this.bytes(path, null, patience);
    return got.status === 'bytes' ? decode(got.bytes) : null;
  }

  /** A value that everyone may ask for. */
  json<T>(path: string): Promise<Answer<T>> {
    return this.ask<T>(PATIENCE, { cache: 'no-cache' }, path);
  }

  /** The same, with the tag that it came under. */
  async tagged<T>(path: string): Promise<{ answer: Answer<T>; tag: string | null }> {
    let tag: string | null = null;
    const read = (response: Response): Promise<Answer<T>> => {
      tag = response.headers.get('ETag');
      return readAnswer<T>(response);
    };
    return { answer: await this.ask<T>(PATIENCE, { cache: 'no-cache' }, path, read), tag };
  }

  /** The party's state, which lies beside the canvas. */
  state(): Promise<Answer<StateAnswer>> {
    return this.json('../state');
  }

  /** Asks for something in the seat's or the host's name. */
  post<T>(path: string, body: object | Blob): Promise<Answer<T>> {
    const png = body instanceof Blob;
    const headers: Record<string, string> = { 'Content-Type': png ? 'image/png' : 'application/json' };
    if (this.token) headers['Authorization'] = `Bearer ${this.token}`;
    const request = { method: 'POST', headers, body: png ? body : JSON.stringify(body) };
    return this.ask<T>(png ? PICTURE_PATIENCE : ACT_PATIENCE, request, path);
  }

  /** One action under an id of its own. Without an answer it is repeated once, or for so long; the server counts the id once. */
  async act<T extends object>(command: string, fields: object = {}, ms = 0): Promise<Answer<T>> {
    const body = { action_id: randomHex(12), ...fields };
    const until = this.world.now() + ms;
    let answer = await this.post<ActionResult>(command, body);
    for (let tries = 1; isLost(answer) && (tries === 1 || this.world.now() < until); tries++) {
      await new Promise<void>((resolve) => void this.world.after(AGAIN_AFTER * tries, resolve));
      answer = await this.post<ActionResult>(command, body);
    }
    return answer.ok ? { ok: true, value: (answer.value.result ?? {}) as T } : answer;
  }

  /** Gives up what is being read. What was asked for in somebody's name goes its way. */
  stop(): void {
    this.leashes.forEach((leash) => leash.abort());
    this.leashes.clear();
  }

  private async ask<T>(patience: number, request: RequestInit, path: string, read = (response: Response) => readAnswer<T>(response)): Promise<Answer<T>> {
    try {
      return await this.within(patience, request, read, path);
    } catch {
      return { ok: false, error: OFFLINE };
    }
  }

  /** Within its patience the answer has come and has been read to the end. */
  private within<T>(patience: number, request: RequestInit, read: (response: Response) => Promise<T>, path: string): Promise<T> {
    const leash = leashed();
    if (leash && !request.method) this.leashes.add(leash);
    return new Promise<T>((resolve, refuse) => {
      const cancel = this.world.after(patience, () => {
        refuse(new Error('no answer in time'));
        if (leash) leash.abort();
      });
      const end = (): void => {
        cancel();
        if (leash) this.leashes.delete(leash);
      };
      const led = leash ? { ...request, signal: leash.signal } : request;
      this.world.fetch(this.path + path, led).then(read).then(resolve, refuse).then(end, end);
    });
  }
}

/** In the tag of changes and of rules there stands, behind epoch and version, the mark of the rules: with other rules comes another. */
export function markOf(tag: string | null): string | null {
  const parts = /^(?:W\/)?"\d+-\d+-([^"]+)"$/.exec(tag ?? '');
  return parts ? (parts[1] as string) : null;
}

function isLost(answer: Answer<ActionResult>): boolean {
  return !answer.ok && answer.error.code === OFFLINE.code;
}

async function readBytes(response: Response): Promise<Got> {
  const tag = response.headers.get('ETag');
  if (response.status === 304) return { status: 'same', tag };
  if (response.ok) return { status: 'bytes', bytes: await response.arrayBuffer(), tag };
  const answer = await readAnswer<never>(response);
  return { status: 'refused', http: response.status, error: answer.ok ? BROKEN : answer.error };
}

/** What was touched is on the screen: to ask takes a slow phone as long as to draw, and would hold that up. */
function afterFrame(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, FRAME_AT_MOST);
    requestAnimationFrame(() => setTimeout(done));
  });
}

function leashed(): Leash | null {
  if (typeof AbortController === 'function') return new AbortController();
  return null;
}
