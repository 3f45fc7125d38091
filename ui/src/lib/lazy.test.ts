import { h, options, render, type ContainerNode } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { lazy } from './lazy';

/** A place to render into, for views that show nothing. */
const nowhere = { nodeType: 1, firstChild: null, childNodes: [] } as unknown as ContainerNode;

afterEach(() => {
  delete options.requestAnimationFrame;
});

it('shows a view whose code comes after the first look, but before that look is painted', async () => {
  const paints: (() => void)[] = [];
  options.requestAnimationFrame = (paint) => void paints.push(paint);
  const shown = vi.fn(() => null);
  const View = lazy(() => Promise.resolve({ default: shown }));
  View.prefetch();
  render(h(View, {}), nowhere);
  await vi.waitFor(() => expect(paints).toHaveLength(1));
  paints.forEach((paint) => paint());
  await vi.waitFor(() => expect(shown).toHaveBeenCalled());
});
