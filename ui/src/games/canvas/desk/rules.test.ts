import { describe, expect, it } from 'vitest';
import { PRESETS, rulesOf, setupOf, valid } from './rules';

describe('the rules of a canvas', () => {
  it('of every preset can be taken, and are sent as its name alone', () => {
    for (const rules of Object.values(PRESETS)) {
      expect(valid(rules)).toBe(true);
      expect(setupOf(rules)).toEqual({ preset: rules.preset });
    }
  });

  it('send what differs, the cooldown in milliseconds', () => {
    expect(setupOf({ ...PRESETS.battle, teams: 4, cooldown: 2 })).toEqual({ preset: 'battle', teams: 4, cooldown_ms: 2000 });
  });

  it('come back as they were sent', () => {
    const rules = { ...PRESETS.party, width: 320, minutes: 0, teams: 3, cooldown: 0 };
    expect(rulesOf(setupOf(rules) as Record<string, unknown>)).toEqual(rules);
    expect(rulesOf({})).toEqual(PRESETS.party);
  });

  it('keep a palette of the host’s own, but not with teams', () => {
    const palette = [{ name: 'snow', rgb: '#ffffff' }, { name: 'ink', rgb: '#000000' }];
    expect(setupOf(PRESETS.party, { palette }).palette).toEqual(palette);
    expect(setupOf(PRESETS.battle, { palette }).palette).toBeUndefined();
  });

  it('are refused outside their bounds', () => {
    for (const wrong of [{ width: 7 }, { height: 4097 }, { minutes: 1441 }, { slots: 0 }, { teams: 1 }, { cooldown: NaN }]) {
      expect(valid({ ...PRESETS.party, ...wrong })).toBe(false);
    }
  });
});
