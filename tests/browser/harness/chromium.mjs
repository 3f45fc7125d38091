// The machine's own Chromium, driven by playwright-core, which brings none of its own.
import { execFileSync } from 'node:child_process';
import { chromium as installed } from 'playwright-core';

// Without these, a headless Chromium looks up its maker's hosts at every start.
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an installed Chromium, or undefined. */
export function chromiumPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return process.env.CHROMIUM ?? names.map(which).find(Boolean);
}

function which(name) {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Starts Chromium. A machine without one fails: packaging/test.sh installs it. */
export async function launch(options = {}) {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium on this machine: packaging/test.sh installs one');
  return installed.launch({ executablePath, args: QUIET, ...options });
}

/** One that ends with its test. */
export async function chromium(t, options) {
  const browser = await launch(options);
  t.after(() => browser.close());
  return browser;
}

/** A phone in portrait with a touch screen; a context of its own, so that it has its own storage. */
export function phone(browser, options = {}) {
  const shape = { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  return page(browser, { ...shape, ...options });
}

/** A TV of 1280×720. */
export function tv(browser, options = {}) {
  return page(browser, { viewport: { width: 1280, height: 720 }, ...options });
}

/** A page that notes in `page.troubles` every console error, uncaught exception and failed request to the party. */
async function page(browser, options) {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  opened.troubles = [];
  opened.on('console', (message) => message.type() === 'error' && opened.troubles.push(`console: ${message.text()}`));
  opened.on('pageerror', (error) => opened.troubles.push(`exception: ${error.message}`));
  opened.on('requestfailed', (request) => isUnchanged(request) || opened.troubles.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  return opened;
}

/** To Chromium an answer of 304 to a page that brought a tag of its own is a request given up. */
function isUnchanged(request) {
  return request.failure()?.errorText === 'net::ERR_ABORTED' && Boolean(request.headers()['if-none-match']);
}
