import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeWire } from '../lib/fake';
import { Phone } from './phone';

let wires: FakeWire[];

/** What the page finds in a browser; the phone has a seat. */
beforeEach(() => {
  wires = [];
  vi.useFakeTimers();
  const kept = new Map([['snowparty.seat.KWRX', 'token']]);
  const localStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) };
  const opens = (url: string): FakeWire => {
    const wire = new FakeWire(url);
    wires.push(wire);
    return wire;
  };
  vi.stubGlobal('window', { localStorage });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('location', { origin: 'http://tv' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('WebSocket', vi.fn(function made(url: string) {
    return opens(url);
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function arrived(): Phone {
  const phone = new Phone(['en']);
  phone.start('KWRX');
  expect(phone.place.value.at).toBe('room');
  wires[0]?.accept();
  return phone;
}

it('stays in the room when its guest was idle too long', () => {
  const phone = arrived();
  wires[0]?.drop(4106);
  expect(phone.place.value.at).toBe('room');
  expect(phone.room?.connection.value).toEqual({ state: 'away', reason: 'afk' });
  phone.room?.comeBack();
  expect(wires.length).toBe(2);
});

it('says goodbye when the seat is open elsewhere, also after having been idle', () => {
  const phone = arrived();
  wires[0]?.drop(4106);
  phone.room?.comeBack();
  wires[1]?.drop(4101);
  expect(phone.place.value).toMatchObject({ at: 'away', reason: 'taken_over' });
});

it('tries to come in again as the same phone when no answer has come', async () => {
  const brought: unknown[] = [];
  vi.stubGlobal('fetch', (_path: string, request: RequestInit) => {
    brought.push((JSON.parse(request.body as string) as { device_uuid: unknown }).device_uuid);
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  const phone = new Phone(['en']);
  await phone.enter('ABCD', { name: 'Ann', avatar: 'fox' });
  await new Phone(['en']).enter('ABCD', { name: 'Ann', avatar: 'fox' });
  expect(phone.place.value).toMatchObject({ at: 'door', error: { code: 'page/offline' } });
  expect(brought[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(brought[1]).toBe(brought[0]);
});
