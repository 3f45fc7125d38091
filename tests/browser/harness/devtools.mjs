// The DevTools protocol of Chromium over one socket, for browsers that Playwright does not drive or not as they are: one page, what it
// logs, what it throws, what it shows.
import WebSocket from 'ws';
import { until } from './party.mjs';

/** Makes ready what is at the other end: a screen of this shape. Answers with what can be done with its page. */
export async function driven(wire, screen) {
  const troubles = watchForTrouble(wire);
  await Promise.all(['Page', 'Runtime', 'Log', 'Network'].map((domain) => wire.ask(`${domain}.enable`)));
  await wire.ask('Emulation.setDeviceMetricsOverride', screen);
  return {
    /** Console errors, uncaught exceptions and failed requests so far. */
    troubles,
    open: (url) => open(wire, url),
    evaluate: (expression) => evaluate(wire, expression),
    screenshot: async () => Buffer.from((await wire.ask('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
  };
}

/** Questions and answers of the DevTools protocol over one socket. */
export class Wire {
  #socket;
  #next = 1;
  #open = new Map();
  #listeners = [];

  /** To the first page of a browser that has just been started with `--remote-debugging-port=0`. */
  static async toPageOf(child) {
    const port = await debuggingPort(child);
    const wire = await Wire.to(await pageAddress(port));
    wire.port = port;
    return wire;
  }

  static async to(url) {
    const wire = new Wire();
    wire.#socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 28 });
    wire.#socket.on('message', (text) => wire.#take(JSON.parse(text)));
    wire.#socket.on('close', () => wire.#fail(new Error('Chromium has closed its socket: it probably crashed')));
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

/** Asks a browser for its page's socket. */
async function pageAddress(port) {
  // It listens a moment before it has a page.
  const page = await until('a page of Chromium', async () => {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return pages.find((target) => target.type === 'page');
  });
  return page.webSocketDebuggerUrl;
}

/** The DevTools port that a browser prints when it starts. */
function debuggingPort(child) {
  return new Promise((done, fail) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (found) done(found[1]);
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => fail(new Error(`Chromium ended (${code ?? signal}):\n${said}`)));
  });
}
