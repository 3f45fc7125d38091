// A guest with a phone in hand: reads what its page shows, and taps. Knows the page's looks, and nothing of the wire.
import { phone } from './chromium.mjs';
import { until } from './party.mjs';

/** How long a loaded machine may take for what a guest sees at once. */
const PATIENCE = 40;

export class Guest {
  constructor(page) {
    this.page = page;
  }

  /** Scans the code and goes through the door: the name is already there, and one tap is enough. */
  static async arrive(browser, link, options = {}) {
    const guest = await Guest.enter(browser, link, options);
    await guest.sees('.lobby');
    guest.name = await guest.reads('.top-name');
    return guest;
  }

  /** The same, whatever is behind the door. */
  static async enter(browser, link, options = {}) {
    const guest = new Guest(await phone(browser, options));
    await guest.page.goto(link);
    await guest.tap('.door .btn-go');
    return guest;
  }

  async ready() {
    await this.tap('.lobby .btn-go');
    await this.sees('.lobby .btn-ready');
  }

  /** Throws at least so many snowballs, thumbs in turn, and answers with how many its page has counted. */
  async throwSnowballs(least) {
    await this.sees('.tap-stage');
    const { x, y, width, height } = await this.page.locator('.tap-stage').boundingBox();
    await until(`${least} snowballs of ${this.name}`, async () => {
      for (const share of [0.25, 0.75]) await this.page.touchscreen.tap(x + width * share, y + height / 2);
      return (await this.snowballs()) >= least;
    });
    return this.snowballs();
  }

  async snowballs() {
    return Number(await this.reads('.tap-count'));
  }

  /** Waits for this question (from 1). */
  async isAsked(question) {
    await this.page.locator('.quiz-number', { hasText: `question ${question} of` }).waitFor({ timeout: PATIENCE * 1000 });
  }

  /** Waits for this question and taps this answer (from 0). */
  async answer(question, choice) {
    await this.isAsked(question);
    await this.tap(`.quiz .ans-${choice}`);
  }

  /** Waits for the answer to be shown: was it this guest's? Undefined if the guest is said to have given none. */
  async verdict() {
    const said = await this.reads('.quiz.is-revealed .quiz-verdict span');
    return { 'Right answer': true, 'Not this time': false }[said];
  }

  /** The figure of the level that is over: snowballs, or right answers. */
  async figure() {
    return parseInt(await this.reads('.board-figure'), 10);
  }

  /** Reaches for the gift while it falls: to where it will be when the finger is there. */
  async catchGift() {
    const gift = this.page.locator('.gift-box');
    const look = async () => ({ ...(await gift.boundingBox({ timeout: 2000 })), at: Date.now() });
    await gift.waitFor({ timeout: PATIENCE * 1000 });
    let reach = 50; // ms from a look to the touch
    do {
      const [before, now] = [await look(), await look()];
      const speed = (axis) => (now[axis] - before[axis]) / Math.max(now.at - before.at, 1);
      const aim = { x: now.x + now.width / 2 + speed('x') * reach, y: now.y + now.height / 2 + speed('y') * reach };
      await this.page.touchscreen.tap(aim.x, Math.max(aim.y, 1));
      reach = Date.now() - now.at;
    } while (!(await this.page.locator('.gift-box.is-reached, .gift-caught').count()));
    await this.sees('.gift-caught');
  }

  /**
   * Touches the board's first row and first column: wherever the gap is, something in line with it slides each time. Answers
   * with how many moves the page has counted.
   */
  async slideTiles() {
    await this.sees('.puzzle-board');
    const { x, y, width, height } = await this.page.locator('.puzzle-board').boundingBox();
    const size = Math.sqrt((await this.page.locator('.puzzle-board .tile').count()) + 1);
    const middles = Array.from({ length: size }, (_, i) => (i + 0.5) / size);
    const cells = [...middles.map((at) => [at, 0.5 / size]), ...middles.map((at) => [0.5 / size, at])];
    for (const [right, down] of cells) await this.page.touchscreen.tap(x + width * right, y + height * down);
    return parseInt(await this.reads('.puzzle-say span'), 10);
  }

  /** Loses the network, and sees it. */
  async loseNetwork() {
    await this.page.context().setOffline(true);
    await this.sees('.banner');
  }

  async findNetwork() {
    await this.page.context().setOffline(false);
    await this.missesNothing();
  }

  /** Waits until the page is in the party again, with nothing in the way and nothing left to send. */
  async missesNothing() {
    await this.sees('.top-name');
    await until(`the connection of ${this.name}`, async () => !(await this.page.locator('.banner').isVisible()), PATIENCE);
  }

  sees(selector) {
    return this.page.locator(selector).first().waitFor({ timeout: PATIENCE * 1000 });
  }

  tap(selector) {
    return this.page.locator(selector).first().tap({ timeout: PATIENCE * 1000 });
  }

  /** The text of the first such element. */
  reads(selector) {
    return text(this.page, selector);
  }
}

/** The text of the first such element on a page. */
export async function text(page, selector) {
  return (await page.locator(selector).first().textContent({ timeout: PATIENCE * 1000 })).trim();
}

/** The texts of all such elements on a page. */
export async function texts(page, selector) {
  return (await page.locator(selector).allTextContents()).map((one) => one.trim());
}
