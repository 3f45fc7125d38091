import { describe, expect, it } from 'vitest';
import { left, PartyClock } from './clock';

function clockAt(): { clock: PartyClock; pass: (ms: number) => void; local: () => number } {
  let local = 1000;
  return { clock: new PartyClock(() => local), pass: (ms) => void (local += ms), local: () => local };
}

describe('party time', () => {
  it('runs on by itself', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(250);
    expect(clock.now()).toBe(70_250);
    expect(left(clock, 70_300)).toBe(50);
    expect(left(clock, 70_000)).toBe(0);
  });

  it('stands while paused and goes on from there', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(100);
    clock.told({ now: 70_100, running: false });
    pass(60_000);
    expect(clock.now()).toBe(70_100);
    expect(clock.running.value).toBe(false);
    clock.told({ now: 70_100, running: true });
    pass(50);
    expect(clock.now()).toBe(70_150);
  });

  it('believes the ping with the least round trip', () => {
    const { clock, pass, local } = clockAt();
    clock.told({ now: 70_000, running: true });
    const slow = local();
    pass(400);
    clock.ponged(slow, { now: 70_320, running: true });
    const quick = local();
    pass(10);
    clock.ponged(quick, { now: 70_425, running: true });
    expect(clock.now()).toBe(70_430);
    const slowAgain = local();
    pass(300);
    clock.ponged(slowAgain, { now: 70_450, running: true });
    expect(clock.now()).toBe(70_730);
  });

  it('does not jump for a message that was a little late', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(1000);
    clock.told({ now: 70_700, running: true });
    expect(clock.now()).toBe(71_000);
  });

  it('is not set back by a message that was long under way', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(5000);
    clock.told({ now: 72_500, running: true });
    expect(clock.now()).toBe(75_000);
  });

  it('is not set back by an answer that was long under way', () => {
    const { clock, pass, local } = clockAt();
    const quick = local();
    clock.ponged(quick, { now: 70_000, running: true });
    const slow = local();
    pass(2500);
    clock.ponged(slow, { now: 70_100, running: true });
    expect(clock.now()).toBe(72_500);
  });

  it('is set ahead by a message that is later than it believes', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(1000);
    clock.told({ now: 80_000, running: true });
    expect(clock.now()).toBe(80_000);
  });

  it('jumps when an answer shows that party time was stopped unseen', () => {
    const { clock, pass, local } = clockAt();
    clock.ponged(local(), { now: 70_000, running: true });
    pass(60_000);
    const sent = local();
    pass(100);
    clock.ponged(sent, { now: 71_000, running: true });
    expect(clock.now()).toBe(71_050);
  });

  it('jumps with a new connection: the machine was away, and stood still', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(60_000);
    clock.greeted({ now: 71_000, running: true });
    expect(clock.now()).toBe(71_000);
  });

  it('keeps what it knows when a new connection comes a little late', () => {
    const { clock, pass } = clockAt();
    clock.told({ now: 70_000, running: true });
    pass(1000);
    clock.greeted({ now: 70_700, running: true });
    expect(clock.now()).toBe(71_000);
  });
});
