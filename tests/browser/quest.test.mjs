// The quest in real browsers: a TV and three phones go from the choice of heroes to an ending, through a vote, a lone choice, dice that
// are flicked and a fight; the TV of 2018 tells it, too. Screenshots are left in target/browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { chromium, tv } from './harness/chromium.mjs';
import { shoot } from './harness/evidence.mjs';
import { Fingers } from './harness/fingers.mjs';
import { Guest } from './harness/guest.mjs';
import { cannotRun, launchOldTv } from './harness/old-tv.mjs';
import { binary, evening, openGame, sendBots, start, until } from './harness/party.mjs';

const TALL = { viewport: { width: 390, height: 844 } };
const CELLAR = fileURLToPath(new URL('../story/cellar.en.ink', import.meta.url));

test('a TV and three phones, from heroes to an ending', { timeout: 300_000 }, async (t) => {
  const party = await house(t);
  const { door } = party;
  const browser = await chromium(t);
  const screen = await tv(browser);
  await screen.goto(door.tv_url);
  const guests = [];
  for (const name of ['guardian', 'scout', 'bard']) guests.push(Object.assign(await Guest.arrive(browser, door.play_url, TALL), { hero: name }));
  await openGame(door, 'quest', { campaign: 'cellar', turn_seconds: 60 });
  await start(door);
  await choose(guests, screen);
  await vote(guests, screen);
  await waitAtTheDoor(guests, screen);
  await throwDice(guests, screen);
  await fight(guests, screen);
  await ends(guests, screen);
  await chronicle(door, browser);
  for (const page of [screen, ...guests.map((guest) => guest.page)]) assert.deepEqual(page.troubles, []);
});

test('the TV of 2018 tells the story', { timeout: 200_000, skip: cannotRun() }, async (t) => {
  const { door } = await house(t);
  const screen = await launchOldTv();
  t.after(() => screen.close());
  await screen.open(door.tv_url);
  const bots = sendBots(door, 3, { campaign: 'cellar' }, ['--game', 'quest', '--think', '6000']);
  t.after(() => bots.end());
  await until('the story on the old TV', () => screen.evaluate(`document.body.innerText.includes('You stand in a cellar.')`), 60);
  await until('the fight on the old TV', () => screen.evaluate(`!!document.querySelector('.q-foe-name')`), 90);
  assert.deepEqual(screen.troubles, []);
});

/** A party in whose house the cellar is kept. */
async function house(t) {
  const dataDir = mkdtempSync(join(tmpdir(), 'snowparty-'));
  execFileSync(binary(), ['campaign', 'import', CELLAR, '--data-dir', dataDir], { stdio: 'ignore' });
  return evening(t, { dataDir });
}

async function choose(guests, screen) {
  for (const guest of guests) {
    await guest.sees('.qp-picks');
    await guest.page.locator('.qp-pick', { hasText: new RegExp(guest.hero, 'i') }).tap();
  }
  await shoot(guests[0].page, 'quest-phone-hero');
  for (const guest of guests) await guest.tap('.btn-go:visible');
  await screen.waitForSelector('.q-taken');
  await shoot(screen, 'quest-tv-casting');
}

/** Everybody who is there has a hero: the story begins by itself. */
async function vote(guests, screen) {
  await screen.waitForSelector('.q-page-lines');
  for (const guest of guests) await guest.sees('.qp-option:not([disabled])');
  await shoot(guests[0].page, 'quest-phone-vote');
  const secret = await screen.evaluate(() => document.body.innerText.includes('CANARY'));
  assert.equal(secret, false, 'the TV shows no secret');
  for (const guest of guests) {
    await guest.page.locator('.qp-option', { hasText: 'Left' }).tap();
    if (guest === guests[1]) await shoot(screen, 'quest-tv-vote');
  }
  await until('the left way on the TV', () => screen.evaluate(() => document.body.innerText.includes('It is dark on the left.')), 30);
}

async function waitAtTheDoor([guardian, scout], screen) {
  await guardian.sees('.qp-option:not([disabled])');
  assert.equal(await scout.page.locator('.qp-option:not([disabled])').count(), 0, 'the choice is the guardian’s');
  await shoot(screen, 'quest-tv-choice');
  await guardian.page.locator('.qp-option', { hasText: 'Wait' }).tap();
}

async function throwDice([guardian, scout], screen) {
  await scout.page.locator('.qp-decide .btn-go:not([disabled])').tap();
  await guardian.sees('.qp-pad.is-ready');
  await shoot(guardian.page, 'quest-phone-dice');
  const { x, y, width, height } = await guardian.page.locator('.qp-pad').boundingBox();
  const fingers = await Fingers.on(guardian.page);
  await fingers.flick({ x: x + width / 2, y: y + height * 0.8 }, { x: x + width / 2, y: y - 60 });
  await screen.waitForSelector('.q-throw-head');
  await screen.waitForSelector('.q-sum-total');
  await shoot(screen, 'quest-tv-throw');
}

/** Whoever's turn it is attacks the first enemy that stands. */
async function fight(guests, screen) {
  await screen.waitForSelector('.q-foe-name');
  await shoot(screen, 'quest-tv-fight');
  let shot = false;
  await until('the end of the fight', async () => {
    for (const guest of guests) shot = (await strike(guest, !shot)) || shot;
    return (await guests[0].page.locator('.qp-finale, .qp-ended').count()) > 0;
  }, 150);
  assert.ok(shot, 'somebody had a turn');
}

async function strike(guest, wanted) {
  const deeds = guest.page.locator('.qp-deed.is-attack:not([disabled]), .qp-deed.is-haunt:not([disabled])');
  if ((await deeds.count()) === 0) return false;
  if (wanted) await shoot(guest.page, 'quest-phone-fight');
  // It may be another's turn by now: then there is nothing to tap, and the next look says so.
  await deeds.first().tap({ timeout: 2000 }).catch(() => undefined);
  await guest.page.locator('.qp-target button:not([disabled]), button.qp-target:not([disabled])').first().tap({ timeout: 2000 }).catch(() => undefined);
  return true;
}

async function ends(guests, screen) {
  for (const guest of guests) await guest.sees('.qp-finale');
  await screen.waitForSelector('.q-finale-title');
  await shoot(screen, 'quest-tv-finale');
  await shoot(guests[1].page, 'quest-phone-finale');
  const secrets = await guests[1].page.evaluate(() => document.body.innerText);
  assert.ok(!secrets.includes('CANARY-guardian'), 'the scout never learns what the guardian knows');
}

async function chronicle(door, browser) {
  const page = await tv(browser);
  await page.goto(`${door.url}/api/session/${door.code}/quest/chronicle.html`);
  const told = await page.evaluate(() => document.body.innerText);
  for (const text of ['The Cellar', 'You went left.', 'You waited at the door.']) assert.ok(told.includes(text), told);
  assert.ok(!told.includes('CANARY'));
  await shoot(page, 'quest-chronicle');
  assert.deepEqual(page.troubles, []);
}
