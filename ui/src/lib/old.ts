// What a television of 2019 (Chromium 63–69) and an old iPhone lack of the language's own library. Every page imports this
// first: Preact and signals throw without queueMicrotask. Only what the pages and their libraries use is here.

interface OldGlobal {
  globalThis?: unknown;
  queueMicrotask?: (task: () => void) => void;
}

const root = self as unknown as OldGlobal;

if (!root.globalThis) root.globalThis = self;

if (!root.queueMicrotask) {
  root.queueMicrotask = (task) => {
    Promise.resolve()
      .then(task)
      .catch((error: unknown) => setTimeout(() => { throw error; }, 0));
  };
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

// Vite's loader of split code waits with it.
define(Promise, 'allSettled', (tasks: Iterable<unknown>) =>
  Promise.all(
    Array.from(tasks, (task) =>
      Promise.resolve(task).then(
        (value) => ({ status: 'fulfilled', value }),
        (reason: unknown) => ({ status: 'rejected', reason }),
      ),
    ),
  ),
);

define(Object, 'fromEntries', (entries: Iterable<[string, unknown]>) => {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Array.from(entries)) made[key] = value;
  return made;
});

define(Array.prototype, 'flat', function flat(this: unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>(
    (all, item) => all.concat(Array.isArray(item) && depth > 1 ? (flat as (this: unknown[], d: number) => unknown[]).call(item as unknown[], depth - 1) : item),
    [],
  );
});

define(Array.prototype, 'flatMap', function flatMap(this: unknown[], map: (item: unknown, index: number) => unknown): unknown[] {
  return ([] as unknown[]).concat(...this.map(map));
});

define(Array.prototype, 'at', function at(this: unknown[], index: number): unknown {
  return this[index < 0 ? this.length + index : index];
});
