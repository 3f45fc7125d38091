import { h, options, render, type ContainerNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeKeep } from './fake';
import { lazy } from './lazy';

/** A place to render into, for views that show nothing. */
const newPlace = (): ContainerNode => ({ nodeType: 1, firstChild: null, childNodes: [] }) as unknown as ContainerNode;

afterEach(() => {
  delete options.requestAnimationFrame;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('shows a view whose code comes after the first look, but before that look is painted', async () => {
  const paints: (() => void)[] = [];
  options.requestAnimationFrame = (paint) => void paints.push(paint);
  const shown = vi.fn(() => null);
  const View = lazy(() => Promise.resolve({ default: shown }));
  View.prefetch();
  render(h(View, {}), newPlace());
  await vi.waitFor(() => expect(paints).toHaveLength(1));
  paints.forEach((paint) => paint());
  await vi.waitFor(() => expect(shown).toHaveBeenCalled());
});

describe('a piece of code that could not be loaded', () => {
  const shown = vi.fn(() => null);
  const answers = vi.fn(() => Promise.resolve(true));
  const reload = vi.fn();
  let from: ReturnType<typeof failing>;

  /** Fails once; a later success has no style sheet. */
  const failing = () => vi.fn(() => Promise.resolve({ default: shown })).mockRejectedValueOnce(new TypeError('Failed to fetch'));

  const show = async (): Promise<void> => {
    render(h(lazy(from, { answers, reload }), {}), newPlace());
    await vi.advanceTimersByTimeAsync(100);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.resetAllMocks();
    answers.mockResolvedValue(true);
    options.requestAnimationFrame = (paint) => void setTimeout(paint);
    vi.stubGlobal('sessionStorage', new FakeKeep());
    from = failing();
  });

  it('makes the page load anew as soon as the machine answers, and is not tried in this one', async () => {
    answers.mockResolvedValue(false);
    await show();
    await vi.advanceTimersByTimeAsync(6000);
    expect(answers).toHaveBeenCalledTimes(5);
    expect(reload).not.toHaveBeenCalled();
    answers.mockResolvedValue(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(from).toHaveBeenCalledTimes(1);
    expect(shown).not.toHaveBeenCalled();
  });

  it('does nothing until its view is wanted', async () => {
    const View = lazy(from, { answers, reload });
    View.prefetch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(answers).not.toHaveBeenCalled();
    render(h(View, {}), newPlace());
    await vi.advanceTimersByTimeAsync(100);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is no longer waited for when its view is gone', async () => {
    answers.mockResolvedValue(false);
    const place = newPlace();
    render(h(lazy(from, { answers, reload }), {}), place);
    await vi.advanceTimersByTimeAsync(100);
    render(null, place);
    answers.mockResolvedValue(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).not.toHaveBeenCalled();
  });

  it('does not make the page turn for ever', async () => {
    await show();
    expect(reload).toHaveBeenCalledTimes(1);
    from = failing();
    await show();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(reload).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('does not even so where nothing can be kept', async () => {
    vi.stubGlobal('sessionStorage', null);
    const age = vi.spyOn(performance, 'now').mockReturnValue(9000);
    await show();
    expect(reload).not.toHaveBeenCalled();
    age.mockReturnValue(11_000);
    await vi.advanceTimersByTimeAsync(2000);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
