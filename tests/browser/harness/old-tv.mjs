// A TV of 2018: Chromium 67, whose binary travels in the npm package chrome-aws-lambda. Playwright does not speak to one that
// old, so this is a small driver of its DevTools protocol: one page, what it logs, what it throws, what it shows.
import { spawn } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import WebSocket from 'ws';
import { until } from './party.mjs';

/** Why this machine cannot run the old browser, or undefined. It exists for 64-bit Intel Linux only. */
export function cannotRun() {
  return process.platform === 'linux' && process.arch === 'x64' ? undefined : `no Chromium 67 for ${process.platform} ${process.arch}`;
}

/** Starts Chromium 67 with one blank page of the given size. */
export async function launchOldTv({ width = 1280, height = 720 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chromium67-'));
  const child = spawn(await unpack(folder), flags(folder, width, height), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  const gone = new Promise((done) => child.once('exit', done));
  const end = async () => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const wire = await pageAddress(child)
    .then(Wire.to)
    .catch((error) => end().then(() => Promise.reject(error)));
  const troubles = watchForTrouble(wire);
  await Promise.all(['Page', 'Runtime', 'Log', 'Network'].map((domain) => wire.ask(`${domain}.enable`)));
  await wire.ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  return {
    /** Console errors, uncaught exceptions and failed requests so far. */
    troubles,
    open: (url) => open(wire, url),
    evaluate: (expression) => evaluate(wire, expression),
    screenshot: async () => Buffer.from((await wire.ask('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    key: (key, code) => press(wire, key, code),
    close: () => (wire.close(), end()),
  };
}

async function unpack(folder) {
  const packed = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin/chromium.br');
  const path = join(folder, 'chromium');
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(path));
  chmodSync(path, 0o755);
  return path;
}

function flags(folder, width, height) {
  return [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--single-process', // its zygote does not survive a kernel of today
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    `--window-size=${width},${height}`,
    'about:blank',
  ];
}

/** Reads the DevTools port from what the browser prints, and asks it for its page's socket. */
async function pageAddress(child) {
  const port = await debuggingPort(child);
  // It listens a moment before it has a page.
  const page = await until('a page of Chromium 67', async () => {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return pages.find((target) => target.type === 'page');
  });
  return page.webSocketDebuggerUrl;
}

function debuggingPort(child) {
  return new Promise((done, fail) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (found) done(found[1]);
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => fail(new Error(`Chromium 67 ended (${code ?? signal}):\n${said}`)));
  });
}

/** Questions and answers of the DevTools protocol over one socket. */
class Wire {
  #socket;
  #next = 1;
  #open = new Map();
  #listeners = [];

  static async to(url) {
    const wire = new Wire();
    wire.#socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 28 });
    wire.#socket.on('message', (text) => wire.#take(JSON.parse(text)));
    wire.#socket.on('close', () => wire.#fail(new Error('Chromium 67 has closed its socket: it probably crashed')));
    await new Promise((done, fail) => wire.#socket.once('open', done).once('error', fail));
    return wire;
  }

  ask(method, params = {}) {
    const id = this.#next++;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((done, fail) => this.#open.set(id, { done, fail, method }));
  }

  on(method, listener) {
    this.#listeners.push({ method, listener });
  }

  once(method) {
    return new Promise((done) => this.on(method, done));
  }

  close() {
    this.#open.clear();
    this.#socket.terminate();
  }

  #take({ id, method, params, result, error }) {
    if (method) this.#listeners.filter((one) => one.method === method).forEach((one) => one.listener(params));
    const question = this.#open.get(id);
    this.#open.delete(id);
    if (error) question?.fail(new Error(`${question.method}: ${error.message}`));
    else question?.done(result);
  }

  #fail(error) {
    this.#open.forEach(({ fail }) => fail(error));
    this.#open.clear();
  }
}

function watchForTrouble(wire) {
  const troubles = [];
  wire.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'assert') troubles.push(`console: ${args.map((one) => one.value ?? one.description).join(' ')}`);
  });
  wire.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    troubles.push(`exception: ${exception?.description ?? text}`);
  });
  wire.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') troubles.push(`log: ${entry.text} ${entry.url ?? ''}`);
  });
  return troubles;
}

async function open(wire, url) {
  const loaded = wire.once('Page.loadEventFired');
  const { errorText } = await wire.ask('Page.navigate', { url });
  if (errorText) throw new Error(`${url}: ${errorText}`);
  await loaded;
}

async function evaluate(wire, expression) {
  const question = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await wire.ask('Runtime.evaluate', question);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** A key of the remote, such as `('Enter', 13)` for OK. */
async function press(wire, key, code) {
  for (const type of ['keyDown', 'keyUp']) {
    await wire.ask('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: code, text: key === 'Enter' ? '\r' : undefined });
  }
}
