import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../protocol.gen';
import { isWaiting } from './waiting';

const at = (phase: string, online: number, pause: unknown = null): boolean => isWaiting({ phase, pause } as SessionState, { players: 3, confirmed: 3, online });

describe('a story', () => {
  it('waits while every phone is away', () => {
    expect([at('scene', 0), at('combat', 0)]).toEqual([true, true]);
    expect([at('scene', 1), at('combat', 3)]).toEqual([false, false]);
  });

  it('does not before it begins, once it is told, or in a pause', () => {
    expect([at('casting', 0), at('ending', 0), at('finale', 0), at('scene', 0, { reason: 'host' })]).toEqual([false, false, false, false]);
    expect(isWaiting({ phase: 'scene', pause: null } as SessionState, null)).toBe(false);
  });
});
