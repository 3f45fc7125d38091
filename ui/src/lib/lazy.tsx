// Views whose code comes when they are first needed. A load that fails (the host restarts, the Wi-Fi hiccups) is tried again
// until it succeeds.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const AGAIN_AFTER = 1500;

/** A view that loads `from` when first shown (or when `prefetch` is called) and shows `instead` until then. */
export interface Lazy<P> {
  (props: P & { instead?: VNode }): VNode | null;
  prefetch: () => void;
}

export function lazy<P extends object>(from: () => Promise<{ default: ComponentType<P> }>): Lazy<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  const load = (): Promise<void> => {
    loading ??= from().then(
      (module) => void (loaded = module.default),
      () => void (loading = null),
    );
    return loading;
  };
  const view: Lazy<P> = (props) => {
    const [, show] = useState(0);
    const View = loaded;
    // What counts is what was rendered: on a busy machine the code may come between that and this effect.
    useEffect(() => (View ? undefined : untilLoaded(load, () => loaded !== null, () => show((n) => n + 1))), []);
    return View ? <View {...props} /> : (props.instead ?? null);
  };
  view.prefetch = () => void load();
  return view;
}

function untilLoaded(load: () => Promise<void>, done: () => boolean, show: () => void): () => void {
  let wanted = true;
  const attempt = (): void => {
    void load().then(() => {
      if (!wanted) return;
      if (done()) show();
      else setTimeout(attempt, AGAIN_AFTER);
    });
  };
  attempt();
  return () => void (wanted = false);
}
