// The canvas in real browsers: phones on which fingers paint, pan and pinch, a TV that shows it, a host who opens and ends it, a
// viewer without a seat; the TV of 2018; and the film, read by programs that are not ours. Screenshots are left in target/browser.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import omggif from 'omggif';
import { chromium, phone, tv } from './harness/chromium.mjs';
import { shoot } from './harness/evidence.mjs';
import { Fingers } from './harness/fingers.mjs';
import { Guest } from './harness/guest.mjs';
import { cannotRun, launchOldTv } from './harness/old-tv.mjs';
import { colorOf, lay, look, Painter, picture } from './harness/painter.mjs';
import { asHost, evening, openGame, start, until } from './harness/party.mjs';
import { PHONE, survey, TV } from './harness/survey.mjs';

const TALL = { viewport: { width: 390, height: 844 } };
// The party's board. The marks stand around its middle; what is painted in the tests stands between them.
const BOARD = { width: 160, height: 90 };
const MARKS = [
  { x: 78, y: 42, rgb: '#d92b3a' },
  { x: 82, y: 42, rgb: '#2fa84f' },
  { x: 78, y: 47, rgb: '#0f8b8d' },
];
const YELLOW = '#ffe14d';
const ORANGE = '#ff8a1f';
const SNOW = '#f8fbff';

test('two phones, a TV, a host and a viewer at one canvas, from opening to film and card', { timeout: 240_000 }, async (t) => {
  const party = await evening(t);
  const { door } = party;
  const browser = await chromium(t);
  const screen = await tv(browser);
  await screen.goto(door.tv_url);
  const [ann, bob] = [await Guest.arrive(browser, door.play_url, TALL), await Guest.arrive(browser, door.play_url, TALL)];
  const host = await hostOpens(browser, door);
  await mark(door);
  const viewer = await tv(browser);
  await viewer.goto(`${door.url}/canvas`);

  await onePaints(door, { ann, bob, screen });
  await anonymousSees(door, viewer, ann);
  await pinchAndPan(door, bob);
  const late = await lateGuestPlays(browser, door);
  await hostEnds(host, screen, [ann, bob, late]);
  await filmIsTrue(party, browser);

  for (const page of [screen, viewer, host.page, ann.page, bob.page, late.page]) assert.deepEqual(page.troubles.filter(isNews), []);
});

test('the TV of 2018 shows the canvas and what is painted on it', { timeout: 90_000, skip: cannotRun() }, async (t) => {
  const { door } = await evening(t);
  const painter = await Painter.join(door, 'Ann');
  t.after(() => painter.leave());
  const screen = await launchOldTv();
  t.after(() => screen.close());
  await screen.open(door.tv_url);
  await openGame(door, 'canvas', { preset: 'party' });
  await start(door);
  await mark(door);
  await painter.play();
  await sees(screen, TV, { x: 80, y: 44, rgb: SNOW });
  await painter.place(80, 44, await colorOf(door, YELLOW));
  await sees(screen, TV, { x: 80, y: 44, rgb: YELLOW });
  await shoot(screen, 'old-tv-canvas');
  await asHost(door, `/api/session/${door.code}/canvas/finish`, { action_id: 'end' });
  await until('the film', () => screen.evaluate('!!document.querySelector(".film-title")'));
  assert.deepEqual(screen.troubles, []);
});

test('a guest who is barred, and who paints where the host forbids it, is told so and changes nothing', { timeout: 90_000 }, async (t) => {
  const { door } = await evening(t);
  const browser = await chromium(t);
  const ann = await Guest.arrive(browser, door.play_url, TALL);
  await openGame(door, 'canvas', { preset: 'party' });
  await start(door);
  await mark(door);
  await ann.sees('.cv-panel');
  const area = { x: 79, y: 43, width: 4, height: 3 };
  await asHost(door, `/api/session/${door.code}/canvas/protect`, { action_id: 'one', area });
  await aim(ann, 80, 44);
  await ann.sees('.cv-where.is-stern');
  await ann.tap('.cv-place');
  await ann.sees('.toast');
  assert.equal((await look(door, 'cell?x=80&y=44')).color, 0);
  await asHost(door, `/api/session/${door.code}/canvas/unprotect`, { action_id: 'two', area });
  await ann.page.locator('.cv-where:not(.is-stern)').waitFor();
  await paint(ann, 'yellow', 80, 44);
  await isPainted(door, ann, 80, 44, YELLOW);

  const [{ id }] = (await (await fetch(`${door.url}/api/session/${door.code}/state`)).json()).players;
  await asHost(door, `/api/session/${door.code}/canvas/bar`, { action_id: 'three', player_id: id, barred: true });
  await ann.sees('.cv-note');
  assert.equal(await ann.page.locator('.cv-place').count(), 0);
});

test("a wait's ring goes at one pace, however often it is drawn", { timeout: 60_000 }, async (t) => {
  const { door } = await evening(t);
  const ann = await Guest.arrive(await chromium(t), door.play_url, TALL);
  await openGame(door, 'canvas', { preset: 'party', per_minute: 1 });
  await start(door);
  await mark(door);
  await paint(ann, 'yellow', 80, 44);
  const left = async () => Number(await ann.reads('.cv-count'));
  const pace = () => ann.page.locator('.cv-place .cv-half-right i').evaluate((half) => getComputedStyle(half).animationDuration);
  await ann.sees('.cv-count');
  const [before, at] = [await pace(), await left()];
  assert.ok(at > 30, `${at} s`);
  await until('two seconds less', async () => (await left()) <= at - 2);
  assert.equal(await pace(), before);
});

/** A refused placement is told by the server with a status that Chromium logs. */
function isNews(trouble) {
  // Until the party knows of parties beside it and of feedback.
  return !/status of 404/.test(trouble);
}

/** The host chooses the canvas among the games, keeps its rules, and starts it. */
async function hostOpens(browser, door) {
  const host = new Guest(await phone(browser, TALL));
  await host.page.goto(door.host_url);
  await host.page.locator('.game', { hasText: 'Canvas' }).tap();
  await host.tap('.sheet .btn-go');
  await host.page.locator('.game.is-chosen', { hasText: 'Canvas' }).waitFor();
  await host.tap('.now .btn-go');
  await host.sees('.board-screen');
  return host;
}

/** The host lays the marks, by which the tests find the board on a page. */
function mark(door) {
  return lay(door, BOARD, MARKS);
}

/** Waits until this page draws this cell in this colour. */
function sees(page, selector, { x, y, rgb }, seconds) {
  return until(`${rgb} at ${x}, ${y}`, async () => (await survey(page, selector, MARKS, [{ x, y }]))?.colors[0] === rgb, seconds);
}

/** Where a phone shows the board, once it shows the marks and has come to rest. */
async function found(page) {
  let before;
  return until('the board to lie still', async () => {
    const now = await survey(page, PHONE, MARKS);
    const still = now && before && apart(now.at(80, 44), before.at(80, 44)) < 0.05 && Math.abs(now.scale - before.scale) < 0.01;
    before = now;
    return still && now;
  });
}

function apart(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Taps a cell. Far away the first tap brings the board nearer, and a finger aims anew. */
async function aim(guest, x, y) {
  const fingers = await Fingers.on(guest.page);
  const board = await found(guest.page);
  await fingers.tap(board.at(x, y));
  const near = await until('the board to come near', async () => (await found(guest.page)).scale >= 10 && found(guest.page));
  if (board.scale < 10) await fingers.tap(near.at(x, y));
}

/** Chooses a colour, taps a cell, and presses the button. */
async function paint(guest, color, x, y) {
  await guest.tap(`.cv-swatch[aria-label="${color}"]`);
  await aim(guest, x, y);
  assert.equal(await guest.reads('.cv-at'), `${x + 1}, ${y + 1}`);
  await guest.page.locator('.cv-place[aria-disabled="false"]').tap();
}

/** The server has it, in this guest's name. */
function isPainted(door, guest, x, y, rgb) {
  return until(`the pixel of ${guest.name} at ${x}, ${y}`, async () => {
    const cell = await look(door, `cell?x=${x}&y=${y}`);
    return cell.name === guest.name && cell.color === (await colorOf(door, rgb));
  });
}

/** One phone paints; the other and the TV show it. */
async function onePaints(door, { ann, bob, screen }) {
  await sees(bob.page, PHONE, { x: 80, y: 44, rgb: SNOW });
  await sees(screen, TV, { x: 80, y: 44, rgb: SNOW });
  await paint(ann, 'yellow', 80, 44);
  await Promise.all([sees(bob.page, PHONE, { x: 80, y: 44, rgb: YELLOW }, 5), sees(screen, TV, { x: 80, y: 44, rgb: YELLOW }, 5)]);
  await isPainted(door, ann, 80, 44, YELLOW);
  await Promise.all([shoot(ann.page, 'canvas-painter'), shoot(bob.page, 'canvas-other'), shoot(screen, 'canvas-tv')]);
}

/** Somebody without a seat looks every five seconds. */
async function anonymousSees(door, viewer, ann) {
  await sees(viewer, PHONE, { x: 80, y: 44, rgb: YELLOW }, 7);
  await paint(ann, 'orange', 79, 45);
  await isPainted(door, ann, 79, 45, ORANGE);
  await sees(viewer, PHONE, { x: 79, y: 45, rgb: ORANGE }, 6);
  assert.equal(await viewer.locator('.cv-panel').count(), 0);
  await shoot(viewer, 'canvas-viewer');
}

/** Fingers move the board under them, and the cells are still where they are seen. */
async function pinchAndPan(door, bob) {
  const fingers = await Fingers.on(bob.page);
  await aim(bob, 80, 44);
  const near = await found(bob.page);
  const middle = near.at(80, 44);

  await fingers.pinch(middle, 80, 120);
  const nearer = await found(bob.page);
  assert.ok(Math.abs(nearer.scale / near.scale - 1.5) < 0.05, `zoomed by ${nearer.scale / near.scale}`);
  assert.ok(apart(nearer.at(80, 44), middle) < 2, 'the cell under the fingers has stayed there');
  await fingers.pinch(middle, 120, 80);
  assert.ok(apart((await found(bob.page)).at(80, 44), middle) < 2, 'and when they come together again');

  await fingers.drag({ x: 150, y: 200 }, { x: 195, y: 265 });
  const moved = await found(bob.page);
  assert.ok(apart(moved.at(80, 44), { x: middle.x + 45, y: middle.y + 65 }) < 2, 'the board went with the finger');
  await paint(bob, 'orange', 81, 45);
  await isPainted(door, bob, 81, 45, ORANGE);
  await sees(bob.page, PHONE, { x: 79, y: 45, rgb: ORANGE });
  await shoot(bob.page, 'canvas-moved');
}

/** Who comes late has one button, which leads to the board. */
async function lateGuestPlays(browser, door) {
  const late = await Guest.enter(browser, door.play_url, TALL);
  await late.sees('.cv-note');
  await shoot(late.page, 'canvas-afk');
  assert.equal(await late.page.locator('.cv-foot button').count(), 1);
  await late.tap('.cv-note .btn-go');
  await late.sees('.cv-panel');
  await paint(late, 'yellow', 81, 43);
  const cell = await until('the late pixel', async () => {
    const now = await look(door, 'cell?x=81&y=43');
    return now.name && now;
  });
  assert.equal(cell.color, await colorOf(door, YELLOW));
  return late;
}

async function hostEnds(host, screen, guests) {
  await host.page.locator('.now-row button', { hasText: 'Finish' }).tap();
  await host.tap('.ask .btn-warn');
  await screen.locator('.film-title').waitFor();
  await shoot(screen, 'canvas-film');
  for (const { page } of guests) await page.locator('.cv-card-picture:not(.is-empty)').waitFor();
  await Promise.all(guests.map(({ page }, i) => shoot(page, `canvas-card-${i + 1}`)));
  await screen.locator('.ending-title').waitFor({ timeout: 60_000 });
  await shoot(screen, 'canvas-podium');
}

/** The film and the picture are what others can read, and end with the board. */
async function filmIsTrue({ door, dataDir }, browser) {
  const { board } = await look(door, 'board');
  const cells = await cellsAt(door, board);
  const film = await picture(door, 'film.gif');
  assert.deepEqual(differing(cells, lastFrame(film, board)), [], 'cells that differ on the last picture of the film');
  const path = join(dataDir, 'film.gif');
  writeFileSync(path, film);
  const probed = probe(path);
  assert.deepEqual([probed.codec_name, probed.width % board.width], ['gif', 0]);
  assert.ok(Number(probed.nb_read_frames) > 1, `${probed.nb_read_frames} pictures`);
  const shown = await decoded(browser, door, 'picture.png?scale=1');
  assert.deepEqual(differing(cells, shown), [], 'cells that differ on the picture');
}

/** The colours of all cells, as the server tells them to pages. */
async function cellsAt(door, { width, height, palette }) {
  const bytes = Buffer.from(await picture(door, 'at?time=99999999'));
  const [edge, cells] = [bytes.readUInt16LE(2), new Array(width * height)];
  let at = 20;
  for (let top = 0; top < height; top += edge) {
    for (let left = 0; left < width; left += edge) {
      const [wide, high] = [Math.min(edge, width - left), Math.min(edge, height - top)];
      for (let i = 0; i < wide * high; i++) cells[(top + Math.floor(i / wide)) * width + left + (i % wide)] = palette[bytes[at++]].rgb;
    }
  }
  assert.equal(at, bytes.length);
  return cells;
}

/** The film's last picture as colours of cells, read by a GIF reader not of our making. */
function lastFrame(film, board) {
  const reader = new omggif.GifReader(film);
  const rgba = new Uint8Array(reader.width * reader.height * 4);
  for (let i = 0; i < reader.numFrames(); i++) reader.decodeAndBlitFrameRGBA(i, rgba);
  return cellsOf(rgba, reader.width, reader.width / board.width, board);
}

/** A picture's colours, one for each cell, after a look whether each cell is of one colour. */
function cellsOf(rgba, width, scale, board) {
  assert.ok(Number.isInteger(scale), `${scale} pixels a cell`);
  const rgbAt = (x, y) => '#' + Buffer.from(rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)).toString('hex');
  return Array.from({ length: board.width * board.height }, (_, cell) => {
    const [x, y] = [(cell % board.width) * scale, Math.floor(cell / board.width) * scale];
    assert.equal(rgbAt(x, y), rgbAt(x + scale - 1, y + scale - 1));
    return rgbAt(x, y);
  });
}

/** A picture as a browser reads it. */
async function decoded(browser, door, path) {
  const page = await tv(browser);
  await page.goto(`${door.url}/canvas`);
  const rgb = await page.evaluate(async (address) => {
    const bitmap = await createImageBitmap(await (await fetch(address)).blob(), { colorSpaceConversion: 'none' });
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    const bytes = canvas.getContext('2d').getImageData(0, 0, bitmap.width, bitmap.height).data;
    return { width: bitmap.width, bytes: Array.from(bytes) };
  }, `${door.url}/api/session/${door.code}/canvas/${path}`);
  const { board } = await look(door, 'board');
  return cellsOf(Uint8Array.from(rgb.bytes), rgb.width, rgb.width / board.width, board);
}

function differing(cells, others) {
  assert.equal(others.length, cells.length);
  return cells.map((rgb, cell) => ({ cell, rgb, other: others[cell] })).filter(({ rgb, other }) => rgb !== other).slice(0, 5);
}

/** What ffprobe says of a film, every picture counted. */
function probe(path) {
  const asked = ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', path];
  const { status, stdout, stderr, error } = spawnSync('ffprobe', asked, { encoding: 'utf8' });
  if (error) throw new Error('no ffprobe on this machine: packaging/test.sh installs it', { cause: error });
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout).streams[0];
}
