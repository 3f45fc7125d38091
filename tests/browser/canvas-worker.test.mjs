// Who draws the phone's board: a worker where the browser has canvases for workers, in the binary as it is, policy and all; the page
// where it has none, or where the worker fails. Whoever does, the same board is seen, what is protected on it too, and after a page was
// hidden, and after a browser has taken away what was drawn, which a TV survives as well.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, tv } from './harness/chromium.mjs';
import { shoot } from './harness/evidence.mjs';
import { Guest } from './harness/guest.mjs';
import { colorOf, lay, Painter } from './harness/painter.mjs';
import { asHost, evening, openGame, start, until } from './harness/party.mjs';
import { PHONE, survey, TV } from './harness/survey.mjs';
import { launchTab } from './harness/tabs.mjs';

const TALL = { viewport: { width: 390, height: 844 } };
const BOARD = { width: 160, height: 90 };
const MARKS = [
  { x: 10, y: 10, rgb: '#d92b3a' },
  { x: 150, y: 10, rgb: '#2fa84f' },
  { x: 10, y: 80, rgb: '#0f8b8d' },
];
const SNOW = '#f8fbff';
const YELLOW = '#ffe14d';
const CELLS = Array.from({ length: BOARD.width * BOARD.height }, (_, cell) => ({ x: cell % BOARD.width, y: Math.floor(cell / BOARD.width) }));
const SHIELDED = { x: 60, y: 40, width: 20, height: 10 };

test('a worker draws the board, on a phone and on a laptop; else the page draws the same', { timeout: 180_000 }, async (t) => {
  const { door, browser, painter } = await studio(t);
  const arrive = (prepare) => Guest.arrive(prepare ? prepared(browser, prepare) : browser, door.play_url, TALL);
  const guests = { worker: await arrive(), without: await arrive(hasNoGlass), failed: await arrive(scriptIsMissing), forbidden: await arrive(mayHaveNoWorker) };
  const laptop = await tv(browser);
  await begin(door);
  await laptop.goto(`${door.url}/canvas`);
  const pages = { laptop, ...Object.fromEntries(Object.entries(guests).map(([how, { page }]) => [how, page])) };

  await painter.play();
  await painter.place(100, 45, await colorOf(door, YELLOW));
  for (const page of Object.values(pages)) await shows(page, { x: 100, y: 45 }, YELLOW);
  assert.deepEqual(await workersOf(pages), { laptop: 1, worker: 1, without: 0, failed: 0, forbidden: 0 });

  await asHost(door, `/api/session/${door.code}/canvas/protect`, { action_id: 'shield', area: SHIELDED });
  // A picture is drawn in bands, a frame each, so what is compared may be half done: both are looked at again.
  const alike = async (how) => {
    const seen = hatched(await drawn(pages.worker));
    return seen && isSame(seen, await drawn(pages[how]));
  };
  for (const how of ['without', 'failed', 'forbidden']) await until(`the same protected area where the worker is ${how}`, () => alike(how));
  await until('the protected area on the laptop', async () => hatched(await drawn(laptop)), 30);
  for (const [how, page] of Object.entries(pages)) await shoot(page, `canvas-drawn-${how}`);
  for (const page of [pages.worker, pages.without, laptop]) assert.deepEqual(page.troubles, []);
});

test('a page that was hidden while others painted shows the board as it is', { timeout: 120_000 }, async (t) => {
  const { door, painter } = await studio(t);
  const page = await launchTab();
  t.after(() => page.close());
  await page.open(door.play_url);
  await page.click('.door .btn-go');
  await page.sees('.lobby');
  await begin(door);
  await painter.play();
  await until('the board', () => drawn(page));
  await page.hide();
  const color = await colorOf(door, YELLOW);
  for (let x = 30; x < 80; x++) await painter.place(x, 60, color);
  assert.equal(await page.evaluate('document.visibilityState'), 'hidden');
  await page.show();
  const row = Array.from({ length: 50 }, (_, i) => ({ x: 30 + i, y: 60 }));
  await until('all that was painted meanwhile', async () => (await survey(page, PHONE, MARKS, row))?.colors.every((rgb) => rgb === YELLOW));
  await shoot(page, 'canvas-hidden');
  assert.deepEqual(page.troubles, []);
});

test('what the browser takes away of all that was drawn is drawn again, by a worker and by the page', { timeout: 120_000 }, async (t) => {
  const { door, browser, painter } = await studio(t);
  const away = (await Guest.arrive(browser, door.play_url, TALL)).page;
  const here = (await Guest.arrive(prepared(browser, hasNoGlass), door.play_url, TALL)).page;
  await begin(door, { unmarked: true });
  const worker = away.workers()[0] ?? (await away.waitForEvent('worker'));
  for (const where of [worker, here]) await where.evaluate(remembersPens);
  await mark(door);
  await painter.play();
  await painter.place(100, 45, await colorOf(door, YELLOW));
  for (const [page, where] of [[away, worker], [here, here]]) {
    await shows(page, { x: 100, y: 45 }, YELLOW);
    await where.evaluate('loseAll()');
    await until('nothing to be seen', async () => !(await drawn(page)));
    await where.evaluate('restoreAll()');
    await shows(page, { x: 100, y: 45 }, YELLOW);
  }
  assert.ok(away.workers()[0] && away.workers()[0] !== worker, 'another worker draws');
  await painter.place(101, 45, await colorOf(door, YELLOW));
  for (const page of [away, here]) await shows(page, { x: 101, y: 45 }, YELLOW);
});

test('what the browser takes away of all that a TV has drawn is drawn again: the board, the film, the podium, the sky', { timeout: 120_000 }, async (t) => {
  const { door, browser, painter } = await studio(t);
  const wall = () => tv(prepared(browser, (context) => context.addInitScript(remembersPens)));
  const screen = await wall();
  await screen.goto(door.tv_url);
  await begin(door);
  await painter.play();
  await painter.place(100, 45, await colorOf(door, YELLOW));
  const loses = async (page, scene) => {
    await page.locator(scene).waitFor();
    await until(`the board at ${scene}`, () => survey(page, TV, MARKS));
    // What comes from the network meanwhile is drawn, and lost again.
    await until('nothing to be seen', async () => (await page.evaluate('loseAll()'), !(await survey(page, TV, MARKS))));
    assert.equal(await page.evaluate(isStarless), true);
    await page.evaluate('restoreAll()');
    await until(`the board at ${scene} again`, () => survey(page, TV, MARKS));
    assert.equal(await page.evaluate(isStarless), false);
    assert.ok((await page.locator(scene).count()) > 0, `${scene} goes on`);
  };
  await loses(screen, '.column');
  await painter.place(101, 45, await colorOf(door, YELLOW));
  for (const x of [100, 101]) await shows(screen, { x, y: 45 }, YELLOW, TV);
  await asHost(door, `/api/session/${door.code}/canvas/finish`, { action_id: 'end' });
  await loses(screen, '.film-title');
  const late = await wall();
  await late.goto(door.tv_url);
  await loses(late, '.ending');
  for (const page of [screen, late]) assert.deepEqual(page.troubles, []);
});

/** A party at the canvas to be, a browser, and somebody who paints. */
async function studio(t) {
  const { door } = await evening(t);
  const browser = await chromium(t);
  const painter = await Painter.join(door, 'Ann');
  t.after(() => painter.leave());
  return { door, browser, painter };
}

/** The painting begins, with marks by which the board is found on a page. */
async function begin(door, { unmarked = false } = {}) {
  await openGame(door, 'canvas', { preset: 'party', cooldown_ms: 0, per_minute: 0 });
  await start(door);
  if (!unmarked) await mark(door);
}

function mark(door) {
  return lay(door, BOARD, MARKS);
}

/** A browser whose pages are prepared like this before they load. */
function prepared(browser, prepare) {
  const newContext = async (options) => {
    const context = await browser.newContext(options);
    await prepare(context);
    return context;
  };
  return { newContext };
}

function hasNoGlass(context) {
  return context.addInitScript(() => delete window.OffscreenCanvas);
}

function scriptIsMissing(context) {
  return context.route('**/*worker*.js', (route) => route.fulfill({ status: 404 }));
}

function mayHaveNoWorker(context) {
  return context.addInitScript(() => {
    window.Worker = function () {
      throw new DOMException('not here', 'SecurityError');
    };
  });
}

/** How many workers each page has. */
async function workersOf(pages) {
  return Object.fromEntries(Object.entries(pages).map(([how, page]) => [how, page.workers().length]));
}

/** Where a page draws the board, and all its cells' colours. */
function drawn(page) {
  return survey(page, PHONE, MARKS, CELLS);
}

/** Waits until a page draws this cell in this colour. */
function shows(page, cell, rgb, screen = PHONE) {
  return until(`${rgb} at ${cell.x}, ${cell.y}`, async () => (await survey(page, screen, MARKS, [cell]))?.colors[0] === rgb);
}

/** Lines are drawn over the protected area, and nowhere else: its frame touches the cells around it. */
function hatched(board) {
  if (!board) return undefined;
  const plain = [SNOW, YELLOW, ...MARKS.map(({ rgb }) => rgb)];
  const lined = CELLS.filter((_, i) => !plain.includes(board.colors[i]));
  return lined.length > 40 && lined.every((cell) => isIn(SHIELDED, cell, 1)) ? board : undefined;
}

function isIn(area, { x, y }, around) {
  return x >= area.x - around && y >= area.y - around && x < area.x + area.width + around && y < area.y + area.height + around;
}

function isSame(one, other) {
  if (!other) return false;
  const [here, there] = [one.at(0, 0), other.at(0, 0)];
  return Math.abs(one.scale - other.scale) < 0.01 && Math.hypot(here.x - there.x, here.y - there.y) < 0.5 && one.colors.join() === other.colors.join();
}

// Runs in a page: is there no light in the sky?
function isStarless() {
  const sky = document.querySelector('.scene-curtain');
  return !sky.getContext('2d').getImageData(0, 0, sky.width, sky.height).data.some(Boolean);
}

// Runs in a page or in a worker: all pens that draw from now on can be wiped, as a browser does that loses its graphics processor, and
// be told that they draw again.
function remembersPens() {
  const pens = new Set();
  const { prototype } = typeof document === 'undefined' ? self.OffscreenCanvasRenderingContext2D : self.CanvasRenderingContext2D;
  for (const act of ['setTransform', 'putImageData', 'fillRect']) {
    const draw = prototype[act];
    prototype[act] = function (...how) {
      pens.add(this);
      return draw.apply(this, how);
    };
  }
  self.loseAll = () => pens.forEach((pen) => pen.reset());
  self.restoreAll = () => [...pens].forEach((pen) => pen.canvas.dispatchEvent(new Event('contextrestored')));
}
