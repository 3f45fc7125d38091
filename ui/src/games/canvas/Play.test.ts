import { h, render, type ContainerNode } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { FakeKeep, FakeWorld } from '../../lib/fake';
import { Room, RoomContext } from '../../lib/room';
import CanvasPlay from './Play';
import { Canvas } from './sync/canvas';

vi.mock('./sync/canvas', () => ({ Canvas: vi.fn(() => ({ start: () => undefined, stop: () => undefined })) }));
vi.mock('./phone/Finale', () => ({ Finale: () => null }));
vi.mock('./phone/Studio', () => ({ Studio: () => null }));

afterEach(() => {
  vi.unstubAllGlobals();
});

it('paints in the name of its seat, also where the browser keeps nothing', () => {
  vi.stubGlobal('window', { localStorage: null });
  const world = new FakeWorld();
  const room = new Room({ code: 'KWRX', token: 'secret' }, new FakeKeep(), world, 'ws://tv');
  world.wire.accept();
  world.wire.say('system.hello', { clock: { now: 1, running: true }, party: { code: 'KWRX' } });
  const nowhere = { nodeType: 1, firstChild: null, childNodes: [] } as unknown as ContainerNode;
  render(h(RoomContext.Provider, { value: room, children: h(CanvasPlay, {}) }), nowhere);
  expect(Canvas).toHaveBeenCalledWith({ code: 'KWRX', token: 'secret', room });
});
