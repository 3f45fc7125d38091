// The quest on one phone without a finger: in Russian, with less motion, by Tab and Enter alone, from the hero through a vote, the dice
// and a turn in a fight to the bag, the notes and the log. Screenshots are left in target/browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { chromium, phone } from './harness/chromium.mjs';
import { shoot } from './harness/evidence.mjs';
import { texts } from './harness/guest.mjs';
import { Keys } from './harness/keys.mjs';
import { binary, evening, openGame, start, until } from './harness/party.mjs';

const CELLAR = fileURLToPath(new URL('../story/cellar.ru.ink', import.meta.url));
const SMALL = { viewport: { width: 360, height: 640 }, locale: 'ru-RU', reducedMotion: 'reduce' };

test('a phone in Russian, with less motion, by keys alone', { timeout: 300_000 }, async (t) => {
  const { door } = await house(t);
  const browser = await chromium(t);
  const page = await phone(browser, SMALL);
  page.setDefaultTimeout(60_000);
  const keys = new Keys(page);
  await page.goto(door.play_url);
  await keys.press('.door .btn-go');
  await openGame(door, 'quest', { campaign: 'cellar', language: 'ru', turn_seconds: 120 });
  await start(door);
  await beHero(keys);
  await vote(keys);
  await throwDice(keys);
  await fightOnce(keys);
  await readOn(keys);
  await lookIntoMenu(keys);
  assert.deepEqual(page.troubles, []);
});

async function house(t) {
  const dataDir = mkdtempSync(join(tmpdir(), 'snowparty-'));
  execFileSync(binary(), ['campaign', 'import', CELLAR, '--data-dir', dataDir], { stdio: 'ignore' });
  return evening(t, { dataDir, args: ['--lang', 'ru'] });
}

/** Looks at the scout, comes back to the guardian, and writes a name. */
async function beHero(keys) {
  const { page } = keys;
  await keys.press('.qp-pick:nth-child(2)');
  await keys.press('.qp-pick:nth-child(1)');
  await keys.reach('.qp-cast-foot .field');
  await page.keyboard.type('Пётр');
  await page.keyboard.press('Enter');
  await page.locator('.qp-ready').waitFor();
  await stands(keys, '.qp-ready');
  assert.deepEqual(await texts(page, '.qp-ready-top h1'), ['Вы Пётр']);
}

async function vote(keys) {
  const { page } = keys;
  await page.locator('.qp-option:not([disabled])').first().waitFor();
  assert.deepEqual(await texts(page, '.qp-option-sign b'), ['1', '2'], 'options have their numbers');
  await shoot(page, 'quest-keys-vote');
  await keys.press('.qp-option:nth-child(2)');
  await page.locator('.qp-read p', { hasText: 'Справа темно.' }).waitFor();
}

async function throwDice(keys) {
  const { page } = keys;
  await page.locator('.qp-pad.is-ready').waitFor();
  await stands(keys, '[data-asked]');
  const still = await page.evaluate(() => getComputedStyle(document.querySelector('.qp-pad .qp-die')).animationName);
  assert.equal(still, 'none', 'the dice lie still');
  await shoot(page, 'quest-keys-dice');
  await keys.press('.qp-decide .btn-big');
  await page.locator('.qp-thrown').waitFor();
}

async function fightOnce(keys) {
  const { page } = keys;
  await page.locator('.qp-deed.is-attack').waitFor();
  await stands(keys, '[data-asked]');
  await keys.press('.qp-deed.is-attack');
  await until('the first enemy under the focus', () => keys.stands('.qp-target'));
  await shoot(page, 'quest-keys-fight');
  await page.keyboard.press('Escape');
  await until('the deeds again', () => keys.stands('.qp-deed'));
  await keys.press('.qp-deed.is-attack');
  // Pressed before it is there, the key would be the deed's once more.
  await until('the first enemy under the focus again', () => keys.stands('.qp-target'));
  await page.keyboard.press('Enter');
  await page.locator('.qp-last p').first().waitFor();
}

/** Along the tabs with the arrows: the bag with its bread, the note that the guardian alone has, and the log. */
async function readOn(keys) {
  const { page } = keys;
  await keys.reach('#qp-tab-story');
  const seen = [];
  for (let tab = 0; tab < 4; tab++) {
    await page.keyboard.press('ArrowRight');
    seen.push(await page.locator('#qp-tab').innerText());
  }
  const [hero, bag, notes, log] = seen;
  for (const [shown, text] of [[hero, 'Пётр'], [bag, 'Хлеб'], [notes, 'Дверь дышит.'], [log, 'Вы пошли направо.']]) assert.ok(shown.includes(text), `${text} in ${shown}`);
}

/** A sheet keeps the keys to itself, and gives them back to what opened it. */
async function lookIntoMenu(keys) {
  const { page } = keys;
  await keys.press('.full-menu');
  await stands(keys, '.sheet-card');
  await keys.reach('.sheet-card .btn-go');
  await page.keyboard.press('Tab');
  assert.ok(await keys.stands('.sheet-card .sheet-line'), `after the last comes the first, not ${await keys.place()}`);
  await page.keyboard.press('Escape');
  await stands(keys, '.full-menu');
}

/** The focus comes there by itself: a guest with keys is never nowhere. */
function stands(keys, selector) {
  return until(`the focus on ${selector}`, () => keys.stands(selector));
}
