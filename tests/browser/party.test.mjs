// A whole party in real browsers: phones that are tapped, a TV that is looked at, a host who presses a button; then the TV of
// 2018, and a party machine that is unplugged in the middle. Screenshots are left in target/browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { chromium, phone, tv } from './harness/chromium.mjs';
import { scan, shoot } from './harness/evidence.mjs';
import { Guest, text, texts } from './harness/guest.mjs';
import { cannotRun, launchOldTv } from './harness/old-tv.mjs';
import { evening, hostParty, openSession, seats, sendBots, start, until } from './harness/party.mjs';

// A question closes as soon as all have answered, so its time is for machines that are busy with other things.
const EVENING = {
  intro_seconds: 2,
  board_seconds: 14,
  reveal_seconds: 3,
  levels: [
    { level: 'green', mini_game: 'tap', seconds: 20, points: 1000 },
    { level: 'yellow', mini_game: 'choose', seconds: 40, points: 2000 },
    { level: 'red', mini_game: 'puzzle', seconds: 20, points: 3000 },
  ],
};
// What the TV shows of a party.
const SCENES = ['.intro', '.climber', '.gift', '.quiz', '.answer-right', '.puzzle-dealt', '.board', '.podium', '.block-up', '.podium-title'];
const PLACES = ['1st place', '2nd place', '3rd place'];

test('three phones, a TV and a host play from the QR code to the podium', { timeout: 240_000 }, async (t) => {
  const { door } = await evening(t);
  const browser = await chromium(t);
  await openSession(door, EVENING);

  const screen = await tv(browser);
  await screen.goto(door.tv_url);
  const { guests, host } = await lobby(browser, screen, door);
  const [ann, bob, cat] = guests;
  await host.tap('.now .btn-go');

  const thrown = await snowballs(screen, guests, door);
  await Promise.all([gift(screen, ann), haveFigures(guests, thrown)]);
  await quiz(screen, guests, door);
  await puzzle(screen, guests, door);
  await podium(screen, guests, door);

  for (const page of [screen, host.page, ann.page, cat.page]) assert.deepEqual(page.troubles, []);
  // Without a network the one thing that may fail is the try to come back.
  assert.deepEqual(bob.page.troubles.filter((trouble) => !/WebSocket.*ERR_INTERNET_DISCONNECTED/.test(trouble)), []);
});

test('the TV of 2018 shows a whole party', { timeout: 120_000, skip: cannotRun() }, async (t) => {
  const { door } = await evening(t);
  const screen = await launchOldTv();
  t.after(() => screen.close());
  await screen.open(door.tv_url);
  await until('the lobby', () => screen.evaluate('!!document.querySelector(".lobby-letters")'), 60);
  await screen.evaluate(noteScenes(SCENES));
  const bots = sendBots(door, 6, quick('tap', 'choose', 'puzzle'), ['--think', '900']);
  t.after(() => bots.end());
  await until('the winner', () => screen.evaluate('!!document.querySelector(".podium-title")'), 90);

  const seen = await screen.evaluate('Array.from(seen)');
  assert.deepEqual(SCENES.filter((scene) => !seen.includes(scene)), [], 'scenes that the TV has not shown');
  assert.equal(await screen.evaluate('document.querySelectorAll(".block-up").length'), 3);
  // A picture on which a code can be read is not blank.
  assert.equal(await scan(screen, 'old-tv-podium'), door.play_url);
  assert.deepEqual(screen.troubles, []);
  assert.equal(await bots.done, 0);
});

test('a phone of 2018 comes in, plays and hears of its answer', { timeout: 90_000, skip: cannotRun() }, async (t) => {
  const { door } = await evening(t);
  await openSession(door, quick('choose', 'choose', 'choose', { seconds: 40 }));
  const old = await launchOldTv({ width: 360, height: 640 });
  t.after(() => old.close());
  const has = (selector) => old.evaluate(`!!document.querySelector(${JSON.stringify(selector)})`);
  const press = async (selector) => {
    await until(selector, () => has(selector), 30);
    await old.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  };
  await old.open(door.play_url);
  await press('.door .btn-go');
  await press('.lobby .btn-go');
  const name = await until('a seat', async () => Object.keys(await seats(door))[0]);
  await start(door);
  await press('.quiz .ans-1');
  await until('the verdict', () => has('.quiz.is-revealed'), 30);
  assert.equal(await old.evaluate('document.querySelector(".top-name").textContent.trim()'), name);
  assert.deepEqual(old.troubles, []);
});

test('a party that loses its power in the middle of a level goes on where it was', { timeout: 150_000 }, async (t) => {
  const first = await evening(t);
  const { door } = first;
  const browser = await chromium(t);
  await openSession(door, quick('tap', 'choose', 'puzzle', { seconds: 60 }));
  const screen = await tv(browser);
  await screen.goto(door.tv_url);
  const guests = await Promise.all([1, 2].map(() => Guest.arrive(browser, door.play_url)));
  const host = await hostDesk(browser, door);
  await host.tap('.now .btn-go');
  await Promise.all(guests.map((guest, i) => guest.throwSnowballs(8 - 4 * i)));
  const [ann, bob] = guests;
  await ann.answer(1, 2);
  await until('the answer on the TV', async () => (await texts(screen, '.quiz-tally b'))[0] === '1');
  const before = await seats(door);

  await first.kill();
  await Promise.all([ann.sees('.banner'), bob.sees('.banner'), screen.locator('.tv-banner').waitFor()]);
  // The TV may try again as late as 8 s after the phones; it must not miss the countdown.
  const again = await hostParty({ dataDir: first.dataDir, port: door.port, args: ['--countdown', '10'] });
  t.after(() => again.stop());
  assert.deepEqual([again.door.code, again.door.play_url], [door.code, door.play_url]);

  await screen.locator('.tv-pause').waitFor({ timeout: 60_000 });
  await Promise.all([shoot(screen, 'power-tv'), shoot(ann.page, 'power-phone')]);
  await Promise.all(guests.map((guest) => guest.missesNothing()));
  assert.deepEqual(await seats(door), before);
  for (const guest of guests) assert.equal(await guest.reads('.top-name'), guest.name);
  await ann.sees('.ans-2.is-chosen');

  await until('the end of the pause', async () => !(await screen.locator('.tv-pause').isVisible()), 60);
  await bob.answer(1, 1);
  await screen.locator('.answer-right').waitFor({ timeout: 30_000 });
  assert.notEqual(await ann.verdict(), undefined);
  // What fails while nobody is there is the connection, and nothing else.
  for (const page of [screen, host.page, ann.page, bob.page]) assert.deepEqual(page.troubles.filter((trouble) => !/WebSocket connection/.test(trouble)), []);
});

/** A script that notes in `seen` which of these are shown, however shortly. */
function noteScenes(scenes) {
  const look = `${JSON.stringify(scenes)}.forEach((scene) => document.querySelector(scene) && seen.add(scene))`;
  const changes = '{ childList: true, subtree: true, attributes: true, attributeFilter: ["class"] }';
  return `window.seen = new Set(); new MutationObserver(() => ${look}).observe(document.body, ${changes})`;
}

/** The shortest timings there are, with these mini-games on the three levels. */
function quick(green, yellow, red, { seconds = 5 } = {}) {
  const levels = [
    { level: 'green', mini_game: green, seconds: 5, points: 1000 },
    { level: 'yellow', mini_game: yellow, seconds, points: 2000 },
    { level: 'red', mini_game: red, seconds: 5, points: 3000 },
  ];
  return { intro_seconds: 1, board_seconds: 2, reveal_seconds: 1, levels };
}

/** The host's page, opened by the link in the terminal. */
async function hostDesk(browser, door) {
  const host = new Guest(await phone(browser));
  await host.page.goto(door.host_url);
  await host.sees('.now');
  return host;
}

/** Guests read the code off the TV, come in, and are ready. */
async function lobby(browser, screen, door) {
  await screen.locator('.lobby-qr').waitFor();
  const link = await scan(screen, 'tv-lobby-empty');
  assert.equal(link, door.play_url);
  const host = await hostDesk(browser, door);
  const guests = [];
  for (let i = 0; i < 3; i++) {
    guests.push(await Guest.arrive(browser, link));
    await until(`${guests[i].name} on the TV`, async () => (await texts(screen, '.guest-name')).includes(guests[i].name));
  }
  await Promise.all(guests.map((guest) => guest.ready()));
  await screen.locator('.lobby-hint-go').waitFor();
  assert.deepEqual(await texts(screen, '.guest-name'), guests.map(({ name }) => name));
  await Promise.all([shoot(screen, 'tv-lobby'), shoot(guests[0].page, 'phone-lobby'), shoot(host.page, 'host-lobby')]);
  return { guests, host };
}

/** The green level: the TV's race follows the thumbs. Answers with how many each has thrown. */
async function snowballs(screen, guests, door) {
  const thrown = await Promise.all([16, 10, 4].map((least, i) => guests[i].throwSnowballs(least)));
  const counts = Object.fromEntries(guests.map(({ name }, i) => [name, String(thrown[i])]));
  await until('all snowballs on the TV', async () => isDeepStrictEqual(await race(screen), counts));
  await Promise.all([shoot(guests[0].page, 'phone-tap'), scan(screen, 'tv-tap').then((read) => assert.equal(read, door.play_url))]);
  return thrown;
}

/** The board has what the phones have counted. */
async function haveFigures(guests, figures) {
  assert.deepEqual(await Promise.all(guests.map((guest) => guest.figure())), figures);
}

/** What the TV's ribbon says of the first in the race. */
async function race(screen) {
  const [names, labels] = [await texts(screen, '.leader-name'), await texts(screen, '.leader-label')];
  return Object.fromEntries(names.map((name, i) => [name, labels[i]]));
}

async function gift(screen, guest) {
  await screen.evaluate(noteScenes(['.gift-tally b[data-caught="1"]']));
  await screen.locator('.gift').waitFor({ timeout: 60_000 });
  const shot = shoot(screen, 'tv-gift');
  await guest.catchGift();
  await Promise.all([shot, shoot(guest.page, 'phone-gift')]);
  await until('the catch on the TV', () => screen.evaluate('seen.size === 1'));
}

/** The yellow level: six questions; in the second Bob loses the network, in the third Cat reloads the page. */
async function quiz(screen, guests, door) {
  const [ann, bob, cat] = guests;
  const right = [0, 0, 0];
  for (let question = 1; question <= 6; question++) {
    if (question === 2) await withoutNetwork(bob, question, door);
    if (question === 3) await withReload(cat, question, door);
    const late = [[], [bob], [cat]][question - 1] ?? [];
    await Promise.all(guests.map((guest) => (late.includes(guest) ? undefined : guest.isAsked(question))));
    if (question === 1) await Promise.all([shoot(screen, 'tv-choose'), shoot(ann.page, 'phone-choose')]);
    const answers = guests.filter((guest) => !late.includes(guest)).map((guest) => guest.answer(question, question % 4));
    const verdicts = (await Promise.all([...guests.map((guest) => guest.verdict()), ...answers])).slice(0, guests.length);
    assert.ok(!verdicts.includes(undefined), `every answer to question ${question} was taken`);
    verdicts.forEach((verdict, i) => (right[i] += Number(verdict)));
    if (question === 1) await Promise.all([shoot(screen, 'tv-reveal'), shoot(ann.page, 'phone-reveal')]);
  }
  assert.equal(await scan(screen, 'tv-choose-end'), door.play_url);
  await haveFigures(guests, right);
  await screen.locator('.row-first').waitFor({ timeout: 30_000 });
  await Promise.all([shoot(screen, 'tv-board'), shoot(ann.page, 'phone-board')]);
}

/** An answer given without a network is kept, sent when the phone is back, and counts. */
async function withoutNetwork(guest, question, door) {
  await guest.isAsked(question);
  const before = await seats(door);
  await guest.loseNetwork();
  await guest.answer(question, question % 4);
  await guest.page.locator('.quiz-below', { hasText: 'Kept, will be sent' }).waitFor();
  await shoot(guest.page, 'phone-offline');
  await guest.findNetwork();
  assert.equal(await guest.reads('.top-name'), guest.name);
  assert.deepEqual(await seats(door), before);
}

/** A reloaded page is the same guest, who has already answered. */
async function withReload(guest, question, door) {
  await guest.answer(question, question % 4);
  await guest.sees(`.ans-${question % 4}.is-chosen`);
  const [before, place] = [await seats(door), await guest.reads('.top-place')];
  await guest.page.reload();
  await guest.sees(`.ans-${question % 4}.is-chosen`);
  assert.deepEqual([await guest.reads('.top-name'), await guest.reads('.top-place')], [guest.name, place]);
  assert.deepEqual(await seats(door), before);
}

/** The red level: some tiles are slid, and the TV has everyone on the mountain. */
async function puzzle(screen, guests, door) {
  await screen.locator('.puzzle-dealt').waitFor({ timeout: 30_000 });
  const moves = await Promise.all(guests.map((guest) => guest.slideTiles()));
  assert.ok(Math.min(...moves) >= 2, `tiles slid: ${moves}`);
  assert.equal(await screen.locator('.climber').count(), guests.length);
  await shoot(guests[0].page, 'phone-puzzle');
  assert.equal(await scan(screen, 'tv-puzzle'), door.play_url);
}

/** The end: TV and phones agree on who stands where. */
async function podium(screen, guests, door) {
  await screen.locator('.podium-title').waitFor({ timeout: 60_000 });
  const [names, places] = [await texts(screen, '.block-up .block-name'), await texts(screen, '.block-up .block-place')];
  assert.deepEqual(names.slice().sort(), guests.map(({ name }) => name).sort());
  assert.ok((await text(screen, '.podium-title')).includes(names[0]));
  for (const guest of guests) {
    await guest.sees('.podium-me');
    assert.equal(await guest.reads('.podium-me h1'), PLACES[Number(places[names.indexOf(guest.name)]) - 1]);
  }
  assert.equal(await scan(screen, 'tv-podium'), door.play_url);
  await Promise.all(guests.map((guest, i) => shoot(guest.page, `phone-podium-${i + 1}`)));
}
