// A guest who has no finger for the glass: a keyboard, Tab and Enter. Knows the page's looks, and nothing of the wire.

/** More stops than any screen has: who has not come there by then never will. */
const MOST_STOPS = 60;

export class Keys {
  constructor(page) {
    this.page = page;
  }

  /** Presses Tab until the focus is on such an element. */
  async reach(selector) {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await this.stands(selector)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${selector} by Tab; the focus is on ${await this.place()}`);
  }

  /** Goes there, and presses it. */
  async press(selector) {
    await this.page.locator(selector).first().waitFor();
    await this.reach(selector);
    await this.page.keyboard.press('Enter');
  }

  /** Is the focus on such an element? */
  stands(selector) {
    return this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }

  /** Where the focus is. */
  place() {
    return this.page.evaluate(() => `${document.activeElement?.tagName}.${document.activeElement?.className}`);
  }
}
