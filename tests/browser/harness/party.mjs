// Starts the built snowparty on a free port with a data folder of its own, and ends it again. Knows nothing of browsers.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standInFor } from './pages.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The binary under test: $SNOWPARTY_BIN, or the dev build. */
export function binary() {
  const path = process.env.SNOWPARTY_BIN ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/snowparty');
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`cargo build\` first, or set SNOWPARTY_BIN`);
  return path;
}

/**
 * Hosts a party. With $SNOWPARTY_PAGES, a folder of built pages (`ui/dist`) stands in for those in the binary. `door` is what `--json` printed: url, play_url, tv_url, host_url, code, pin, port.
 * A killed party can be hosted again on the same `dataDir` and port.
 */
export async function hostParty({ dataDir = mkdtempSync(join(tmpdir(), 'snowparty-')), port = 0, args = [], env = {} } = {}) {
  const command = ['host', '--json', '--no-mdns', '--audio', 'off', '--port', String(port), '--data-dir', dataDir, ...args];
  const child = spawn(binary(), command, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const said = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  const own = JSON.parse(await firstLine(child, said));
  const bench = process.env.SNOWPARTY_PAGES ? await standInFor(own.port, process.env.SNOWPARTY_PAGES) : undefined;
  const door = bench ? moved(own, bench.port) : own;
  const ended = new Promise((done) => child.once('exit', done));
  const end = (signal) => (bench?.close(), child.kill(signal), ended);
  return {
    door,
    dataDir,
    log: () => said.join(''),
    /** Pulls the plug. */
    kill: () => end('SIGKILL'),
    /** Ends it properly and throws the data away. */
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A party that ends with its test. */
export async function evening(t, how) {
  const party = await hostParty(how);
  t.after(() => party.stop());
  return party;
}

/** The same door on another port. */
function moved(door, port) {
  return JSON.parse(JSON.stringify(door).replaceAll(`:${door.port}/`, `:${port}/`).replaceAll(`:${door.port}"`, `:${port}"`));
}

/** The next session's timings and rules, laid down by the host. */
export function openSession(door, settings) {
  return asHost(door, '/api/session', { settings });
}

/** The next session is one of this game. */
export function openGame(door, game, settings) {
  return asHost(door, '/api/session', { game, settings });
}

/** The host starts the session. */
export function start(door) {
  return asHost(door, `/api/session/${door.code}/start`, {});
}

/** What the host's page would send. A picture goes as it is. */
export function asHost(door, path, body) {
  return post(door, path, body, /token=([^&]+)/.exec(door.host_url)[1]);
}

/** Sends it with somebody's token, and answers with what the party says. A refusal throws. */
export async function post(door, path, body, token) {
  const picture = body instanceof Uint8Array;
  const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': picture ? 'image/png' : 'application/json' };
  const answer = await fetch(`${door.url}${path}`, { method: 'POST', headers, body: picture ? body : JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
  return answer.json();
}

/** What the party holds of everyone, by name: seat, colour, points. */
export async function seats(door) {
  const { players } = await (await fetch(`${door.url}/api/session/${door.code}/state`)).json();
  return Object.fromEntries(players.map(({ id, name, color, avatar, score }) => [name, { id, color, avatar, score }]));
}

/** Sends simulated guests, who play one session by these settings and leave. `done` ends with their exit code. */
export function sendBots(door, count, settings, args = []) {
  const command = ['bots', '--url', door.url, '--count', String(count), '--pin', door.pin, '--settings', JSON.stringify(settings), '--once', ...args];
  const child = spawn(binary(), command, { stdio: ['ignore', 'ignore', 'inherit'] });
  return { done: new Promise((done) => child.once('exit', done)), end: () => child.kill('SIGKILL') };
}

function firstLine(child, said) {
  return new Promise((done, fail) => {
    let text = '';
    child.stdout.on('data', (more) => {
      text += more;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => fail(new Error(`snowparty ended (${code ?? signal}) before it was ready:\n${said.join('')}`)));
  });
}

/** Waits until `look` gives something true, and gives it back. The only clock in these tests. */
export async function until(what, look, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}
