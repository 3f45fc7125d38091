// What a page's main thread spends on each of its frames, as Chromium traces it: every task counts, between one frame of the page
// and the next. What its workers spend is told apart, as they do not hold the page up. Knows nothing of what the page shows.

const TRACED = ['toplevel', 'devtools.timeline'];
/** Microseconds between two frames of a screen. */
const BEAT = 1e6 / 60;
/** A page that has brought nothing new for so long stands still: what it does then is no part of one long frame. */
const STILL = 4 * BEAT;

export class FrameClock {
  /** Slows the page's processor down from now on. */
  static async on(page, rate) {
    const clock = new FrameClock();
    clock.page = page;
    clock.cdp = await page.context().newCDPSession(page);
    await clock.cdp.send('Emulation.setCPUThrottlingRate', { rate });
    return clock;
  }

  /**
   * Milliseconds of the main thread a frame, while something is done, of those frames only in which it had something to do; and all of
   * them, shared out among the moves of these fingers, lest many frames in which little happens make it look better than it is; then
   * the workers' milliseconds likewise. Chromium slows down main threads only: on a processor that is as slow, workers take so many
   * times longer.
   */
  async measure(act, fingers) {
    const before = fingers.moves;
    await this.page.context().browser().startTracing(this.page, { categories: TRACED });
    await act();
    const { traceEvents } = JSON.parse(await this.page.context().browser().stopTracing());
    const { all, frames } = perFrame(traceEvents);
    const spent = frames.sort((one, other) => one - other);
    const moves = fingers.moves - before;
    const at = (share) => ms(spent[Math.min(spent.length - 1, Math.floor(spent.length * share))]);
    return { 'frames with work': spent.length, median: at(0.5), p95: at(0.95), most: at(1), ...(moves > 0 && { 'a move': ms(all / moves), 'a move, workers': ms(workers(traceEvents) / moves) }) };
  }
}

function ms(micros) {
  return Number((micros / 1000).toFixed(2));
}

/** Microseconds of the processor that all workers took. */
function workers(events) {
  const named = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'DedicatedWorker thread').map(threadOf);
  return sum(named.flatMap((one) => outermost(events.filter((event) => isTask(event) && threadOf(event) === one))));
}

function sum(tasks) {
  return tasks.reduce((all, { dur, tdur = dur }) => all + tdur, 0);
}

function isTask({ name, ph }) {
  return ph === 'X' && /RunTask$/.test(name);
}

function threadOf({ pid, tid }) {
  return `${pid}/${tid}`;
}

/** Microseconds of the processor that tasks took from one frame to the next, where there were any, and in all. */
function perFrame(events) {
  const marks = events.filter(({ name }) => name === 'Layerize');
  const main = busiest(marks);
  const starts = beats(marks.filter((mark) => threadOf(mark) === main).map(({ ts }) => ts).sort((one, other) => one - other));
  const tasks = outermost(events.filter((event) => isTask(event) && threadOf(event) === main));
  const spent = new Array(Math.max(0, starts.length - 1)).fill(0);
  for (const { ts, dur, tdur = dur } of tasks) {
    const frame = starts.findIndex((start, i) => ts + dur > start && ts < (starts[i + 1] ?? 0));
    if (frame >= 0 && frame < spent.length) spent[frame] += tdur;
  }
  return { all: sum(tasks), frames: spent.filter((micros) => micros > 0) };
}

/** When the page brought something new to the screen; and where it stood still, when it could have. */
function beats(shown) {
  return shown.flatMap((at, i) => {
    const pause = (shown[i + 1] ?? at) - at;
    const could = pause > STILL ? Math.round(pause / BEAT) - 1 : 0;
    return [at, ...Array.from({ length: could }, (_, n) => at + (n + 1) * BEAT)];
  });
}

function busiest(marks) {
  const counts = new Map();
  for (const mark of marks) counts.set(threadOf(mark), (counts.get(threadOf(mark)) ?? 0) + 1);
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
