// What a phone's main thread spends on its frames, with its processor slowed down, while fingers pan and pinch by Chromium's own
// touch input. A page must be there already; it knows nothing of what the page shows.

const STEP = 14;

/** Slows the page down and counts its frames from now on; answers with what measures, pans and pinches. */
export async function slowed(page, rate = 6) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.evaluate(countFrames);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const touch = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    /** Milliseconds a frame: all tasks of the main thread, and the page's own frame functions. */
    measure: async (act) => {
      await page.evaluate(() => Object.assign(window.counted, { frames: 0, spent: [] }));
      const before = await spentIn(cdp);
      await act();
      const tasks = (await spentIn(cdp)) - before;
      const { frames, spent } = await page.evaluate(() => window.counted);
      const sorted = spent.sort((one, other) => one - other);
      const share = (of) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
      return { frames, tasks: tasks / frames, own: { p50: share(0.5), p95: share(0.95), p99: share(0.99), most: share(1) } };
    },
    pan: (ms) => gesture(touch, ms, (i) => [{ x: 200 + 120 * Math.sin(i / 15), y: 330 + 130 * Math.cos(i / 15) }]),
    pinch: (ms) => gesture(touch, ms, (i) => {
      const wide = 60 + 50 * Math.sin(i / 20);
      return [{ x: 200 - wide, y: 300, id: 0 }, { x: 200 + wide, y: 320, id: 1 }];
    }),
    rest: (ms) => page.waitForTimeout(ms),
  };
}

/** Counts every frame, and times what the page does in those that it asks for. */
function countFrames() {
  const ask = window.requestAnimationFrame.bind(window);
  window.counted = { frames: 0, spent: [] };
  window.requestAnimationFrame = (draw) =>
    ask((now) => {
      const began = performance.now();
      draw(now);
      window.counted.spent.push(performance.now() - began);
    });
  const tick = () => {
    window.counted.frames++;
    ask(tick);
  };
  ask(tick);
}

async function spentIn(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function gesture(touch, ms, fingers) {
  await touch('touchStart', ...fingers(0));
  const end = Date.now() + ms;
  for (let i = 1; Date.now() < end; i++) {
    await touch('touchMove', ...fingers(i));
    await new Promise((done) => setTimeout(done, STEP));
  }
  await touch('touchEnd');
}
