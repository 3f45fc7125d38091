// A figure that is counted up before the eyes.
import { useEffect, useState } from 'preact/hooks';
import { figure, lang } from '../../../lib/i18n';

const LASTS = 1000;
const TICK = 70;

export function Score({ from, to, go }: { from: number; to: number; go: boolean }) {
  const [share, set] = useState(0);
  useEffect(() => {
    if (!go) return undefined;
    const began = performance.now();
    const timer = setInterval(() => {
      const passed = Math.min(1, (performance.now() - began) / LASTS);
      set(1 - Math.pow(1 - passed, 3));
      if (passed >= 1) clearInterval(timer);
    }, TICK);
    return () => clearInterval(timer);
  }, [go]);
  return <>{figure(lang.value, Math.round(from + (to - from) * (go ? share : 0)))}</>;
}
