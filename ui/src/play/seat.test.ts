import { expect, it } from 'vitest';
import { FakeKeep } from '../lib/fake';
import { Pocket } from './seat';

const UUID = '5f0c2a5e-8d1b-4c0f-9a53-0d8f6f1c2b3a';

it('has an id before any server gave it one, the same after a reload', () => {
  const keep = new FakeKeep();
  const { device } = new Pocket(keep);
  expect(device).toMatch(/^[0-9a-f]{32}$/);
  expect(new Pocket(keep).device).toBe(device);
  expect(new Pocket(new FakeKeep()).device).not.toBe(device);
});

it('has one id as long as the page lives, where nothing can be kept', () => {
  const refuse = (): never => {
    throw new Error('private');
  };
  const pocket = new Pocket({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(pocket.device).toMatch(/^[0-9a-f]{32}$/);
  expect(pocket.device).toBe(pocket.device);
});

it('keeps the id as the server spells it, and forgets one that the server cannot read', () => {
  const pocket = new Pocket(new FakeKeep());
  pocket.sit('KWRX', 'token', UUID);
  expect(pocket.device).toBe(UUID);
  pocket.sit('KWRX', 'token', 'rubbish');
  pocket.forgetDevice();
  expect(pocket.device).toMatch(/^[0-9a-f]{32}$/);
});
