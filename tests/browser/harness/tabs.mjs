// A phone's page that goes to the background when another tab comes before it, and back. Playwright keeps its pages in front, whatever
// lies before them; this one is not told to.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, QUIET } from './chromium.mjs';
import { driven, Wire } from './devtools.mjs';
import { until } from './party.mjs';

const TALL = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };

/** Starts the machine's Chromium with one blank page. */
export async function launchTab() {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const child = spawn(chromiumPath(), ['--headless', ...QUIET, '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((done) => child.once('exit', done));
  const end = async () => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const wire = await Wire.toPageOf(child).catch((error) => end().then(() => Promise.reject(error)));
  const page = await driven(wire, TALL);
  // Killed, its own children would still write into the folder.
  const leave = async () => {
    wire.ask('Browser.close').catch(() => undefined);
    await gone;
    await end();
  };
  const is = (state) => until(`the page to be ${state}`, () => page.evaluate(`document.visibilityState === '${state}'`));
  return {
    ...page,
    click: (selector) => until(selector, () => page.evaluate(`(() => { const one = document.querySelector(${JSON.stringify(selector)}); return Boolean(one) && (one.click(), true); })()`)),
    sees: (selector) => until(selector, () => page.evaluate(`Boolean(document.querySelector(${JSON.stringify(selector)}))`)),
    hide: async () => (await fetch(`http://127.0.0.1:${wire.port}/json/new?about:blank`, { method: 'PUT' }), is('hidden')),
    show: async () => (await wire.ask('Page.bringToFront'), is('visible')),
    close: leave,
  };
}
