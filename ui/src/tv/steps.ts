// Staging: which step of a scene has come, from when its moment began. A scene is a function of the step; the page may be reloaded in it.
import { useEffect, useState } from 'preact/hooks';

/** How many of `at` (ms after `since`, rising) have passed; renders again when the next has. `since` is performance.now(). */
export function useSteps(since: number, at: readonly number[]): number {
  const [, again] = useState(0);
  const passed = performance.now() - since;
  const step = at.filter((moment) => moment <= passed).length;
  const next = at[step];
  useEffect(() => {
    if (next === undefined) return undefined;
    const timer = setTimeout(() => again((n) => n + 1), Math.max(0, next - (performance.now() - since)) + 1);
    return () => clearTimeout(timer);
  }, [since, next]);
  return step;
}

/** Counts up by one every `every` ms while mounted. */
export function useBeat(every: number): number {
  const [beat, set] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => set((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return beat;
}
