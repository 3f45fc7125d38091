// What has to come in the end, as the host's picture has: it is asked for until it is there or no longer wanted.

const AGAIN = 4000;

/** Asks until there is something to take; answers with how to stop. After that nothing is taken, even if it was under way. */
export function insist<T>(ask: () => Promise<T | null>, take: (found: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = true;
  const go = (): void => {
    void ask().then((found) => {
      if (!wanted) return;
      if (found !== null) take(found);
      else timer = setTimeout(go, AGAIN);
    });
  };
  go();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
