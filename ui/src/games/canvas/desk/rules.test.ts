import { describe, expect, it } from 'vitest';
import { nameOf, paletteOf, PALETTE_NAMES, PALETTES } from './palettes';
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
    const rules = rulesOf({ palette });
    expect(setupOf(rules).palette).toEqual(palette);
    expect(setupOf({ ...rules, teams: 2 }).palette).toBeUndefined();
    expect(nameOf(palette)).toBeNull();
  });

  it('know their ready palettes again, and send none for the server’s own', () => {
    for (const name of PALETTE_NAMES) {
      const rules = rulesOf({ ...setupOf({ ...PRESETS.party, palette: paletteOf(name) }) });
      expect(nameOf(rules.palette)).toBe(name);
      expect(PALETTES[name].every((colour) => /^[a-z]+$/.test(colour.name) && /^#[0-9a-f]{6}$/.test(colour.rgb))).toBe(true);
      expect(new Set(PALETTES[name].map((colour) => colour.rgb)).size).toBe(PALETTES[name].length);
    }
    expect(setupOf({ ...PRESETS.party, palette: paletteOf('winter') }).palette).toBeUndefined();
    expect(PALETTE_NAMES.map((name) => PALETTES[name].length)).toEqual([32, 16, 12, 6]);
  });

  it('are refused outside their bounds', () => {
    for (const wrong of [{ width: 7 }, { height: 4097 }, { minutes: 1441 }, { slots: 0 }, { teams: 1 }, { cooldown: NaN }]) {
      expect(valid({ ...PRESETS.party, ...wrong })).toBe(false);
    }
  });
});
