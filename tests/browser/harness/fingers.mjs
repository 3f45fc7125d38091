// Fingers on a phone's glass: Chromium's own touch input, point by point. Knows nothing of what is touched.

const STEPS = 12;
const STEP = 16;
/** A finger that has lain still for so long flings nothing. */
const STILL = 150;

export class Fingers {
  /** How often they have moved on. */
  moves = 0;

  static async on(page) {
    const fingers = new Fingers();
    fingers.page = page;
    fingers.cdp = await page.context().newCDPSession(page);
    return fingers;
  }

  async tap(at) {
    await this.#touch('touchStart', [at]);
    await this.#touch('touchEnd', []);
  }

  /** Lies still until a page must have noticed. */
  async hold(at, ms = 800) {
    await this.#touch('touchStart', [at]);
    await this.page.waitForTimeout(ms);
    await this.#touch('touchEnd', []);
  }

  /** One finger goes from here to there, and rests before it leaves. */
  drag(from, to, steps = STEPS) {
    return this.#move(steps, (share) => [between(from, to, share)]);
  }

  /** One finger flies from here to there, and leaves while it flies. */
  async flick(from, to) {
    await this.#touch('touchStart', [from]);
    for (const share of [0.3, 0.6, 1]) await this.#touch('touchMove', [between(from, to, share)]);
    await this.#touch('touchEnd', []);
  }

  /** Two fingers on a slanting line about a middle, first so far apart, then so far. */
  pinch(middle, from, to, steps = STEPS) {
    return this.#move(steps, (share) => {
      const reach = (from + (to - from) * share) / 2;
      return [-1, 1].map((side) => ({ x: middle.x + side * reach * 0.8, y: middle.y + side * reach * 0.6 }));
    });
  }

  async #move(steps, pointsAt) {
    await this.#touch('touchStart', pointsAt(0));
    for (let i = 1; i <= steps; i++) {
      await this.page.waitForTimeout(STEP);
      this.moves++;
      await this.#touch('touchMove', pointsAt(i / steps));
    }
    await this.page.waitForTimeout(STILL);
    await this.#touch('touchEnd', []);
  }

  #touch(type, points) {
    return this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  }
}

function between(from, to, share) {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
