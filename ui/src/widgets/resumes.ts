// The seconds until a paused session goes on. `resumes_in` counts from when its message was made; party time stands still meanwhile.
import { useEffect, useState } from 'preact/hooks';
import type { Pause } from '../protocol.gen';

const LOOK = 100;

/** Whole seconds, at least 1; renders again as they pass. */
export function useResumesIn(pause: Pause): number {
  const [began, begin] = useState({ pause, at: performance.now() });
  const [, again] = useState(0);
  useEffect(() => {
    begin({ pause, at: performance.now() });
    const timer = setInterval(() => again((n) => n + 1), LOOK);
    return () => clearInterval(timer);
  }, [pause]);
  const left = (pause.resumes_in ?? 0) - (performance.now() - began.at);
  return Math.max(1, Math.ceil(left / 1000));
}
