import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Http, outside } from './http';

describe('the requests', () => {
  let frames: (() => void)[];
  let asked: string[];

  beforeEach(() => {
    [frames, asked] = [[], []];
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
    vi.stubGlobal('fetch', (path: string) => (asked.push(path), Promise.resolve(new Response('{"ok":true}'))));
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('that a tap asks for wait for the frame that shows the tap', async () => {
    void new Http('ABCD', 'token', outside).post('place', {});
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([]);
    frames.forEach((draw) => draw());
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['/api/session/ABCD/canvas/place']);
  });

  it('wait not long for it: a page that nobody looks at has no frames', async () => {
    void new Http('ABCD', 'token', outside).post('place', {});
    await vi.advanceTimersByTimeAsync(60);
    expect(asked).toEqual(['/api/session/ABCD/canvas/place']);
    expect(frames.length).toBe(1);
  });

  it('that only read wait for none', () => {
    void new Http('ABCD', null, outside).bytes('snapshot');
    expect(asked).toEqual(['/api/session/ABCD/canvas/snapshot']);
  });
});
