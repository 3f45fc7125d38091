// What a page's main thread spends on each of its frames, as Chromium traces it: every task counts, between one frame of the page
// and the next. Knows nothing of what the page shows.

const TRACED = ['toplevel', 'devtools.timeline'];

export class FrameClock {
  /** Slows the page's processor down from now on. */
  static async on(page, rate) {
    const clock = new FrameClock();
    clock.page = page;
    clock.cdp = await page.context().newCDPSession(page);
    await clock.cdp.send('Emulation.setCPUThrottlingRate', { rate });
    return clock;
  }

  /** Milliseconds of the main thread a frame, while something is done. */
  async measure(act) {
    await this.page.context().browser().startTracing(this.page, { categories: TRACED });
    await act();
    const { traceEvents } = JSON.parse(await this.page.context().browser().stopTracing());
    const spent = perFrame(traceEvents).sort((one, other) => one - other);
    const at = (share) => Number((spent[Math.min(spent.length - 1, Math.floor(spent.length * share))] / 1000).toFixed(1));
    return { frames: spent.length, median: at(0.5), p95: at(0.95), most: at(1) };
  }
}

/** Microseconds of the processor that tasks took from one frame to the next. A frame is what was laid out and painted. */
function perFrame(events) {
  const marks = events.filter(({ name }) => name === 'PrePaint');
  const main = busiest(marks);
  const starts = marks.filter(({ tid, pid }) => `${pid}/${tid}` === main).map(({ ts }) => ts).sort((one, other) => one - other);
  const tasks = events.filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && `${pid}/${tid}` === main);
  const spent = new Array(Math.max(0, starts.length - 1)).fill(0);
  for (const { ts, dur, tdur = dur } of outermost(tasks)) {
    const frame = starts.findIndex((start, i) => ts + dur > start && ts < (starts[i + 1] ?? 0));
    if (frame >= 0 && frame < spent.length) spent[frame] += tdur;
  }
  return spent;
}

function busiest(marks) {
  const counts = new Map();
  for (const { pid, tid } of marks) counts.set(`${pid}/${tid}`, (counts.get(`${pid}/${tid}`) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/** A task within a task is counted by the outer one. */
function outermost(tasks) {
  let end = -1;
  return tasks
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)
    .filter(({ ts, dur }) => {
      const outer = ts >= end;
      end = Math.max(end, ts + dur);
      return outer;
    });
}
