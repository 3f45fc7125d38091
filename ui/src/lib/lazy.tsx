// Views whose code comes when they are first needed. Once a load has failed (the host restarts, the Wi-Fi hiccups), no later success
// is trusted: an old browser keeps the failure, a style sheet that was missed is not asked for again, and a newer machine has none of
// these names. The page itself is loaded anew as soon as the machine answers.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OFFLINE, openParty } from './api';

const AGAIN_AFTER = 1500;
const RELOADED = 'snowparty.reloaded';
/** A piece that never comes must not make the page turn faster than that. */
const RELOADS_EVERY = 30_000;
/** The same where the page can keep no time: it must be so old. */
const OLD_ENOUGH = 10_000;

/** A view that loads `from` when first shown (or when `prefetch` is called) and shows `instead` until then. */
export interface Lazy<P> {
  (props: P & { instead?: VNode }): VNode | null;
  prefetch: () => void;
}

/** What heals a page, handed in so that a test can be the machine. */
export interface Remedy {
  /** Is the machine there? */
  answers(): Promise<boolean>;
  reload(): void;
}

const browser: Remedy = {
  answers: () => openParty().then((answer) => answer.ok || answer.error.code !== OFFLINE.code),
  reload: () => location.reload(),
};

export function lazy<P extends object>(from: () => Promise<{ default: ComponentType<P> }>, remedy = browser): Lazy<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  const load = (): Promise<void> => {
    loading ??= from().then(
      (module) => void (loaded = module.default),
      () => undefined,
    );
    return loading;
  };
  const view: Lazy<P> = (props) => {
    const [, show] = useState(0);
    const View = loaded;
    // What counts is what was rendered: on a busy machine the code may come between that and this effect.
    useEffect(() => {
      let wanted = !View;
      if (wanted) void load().then(() => (loaded ? show((n) => n + 1) : heal(remedy, () => wanted)));
      return () => void (wanted = false);
    }, []);
    return View ? <View {...props} /> : (props.instead ?? null);
  };
  view.prefetch = () => void load();
  return view;
}

function heal(remedy: Remedy, wanted: () => boolean): void {
  if (!wanted()) return;
  void remedy.answers().then((there) => {
    if (there && wanted() && mayReload()) remedy.reload();
    else setTimeout(() => heal(remedy, wanted), AGAIN_AFTER);
  });
}

function mayReload(): boolean {
  const now = Date.now();
  try {
    if (Math.abs(now - Number(sessionStorage.getItem(RELOADED))) < RELOADS_EVERY) return false;
    sessionStorage.setItem(RELOADED, String(now));
    return true;
  } catch {
    return performance.now() > OLD_ENOUGH;
  }
}
