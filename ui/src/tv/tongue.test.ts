import { describe, expect, it } from 'vitest';
import { FakeKeep, FakeWorld } from '../lib/fake';
import { Room } from '../lib/room';
import { spoken } from './tongue';

function tv(): { room: Room; say: (type: string, payload: unknown) => void } {
  const world = new FakeWorld();
  const room = new Room({ code: 'ABCD', role: 'tv' }, new FakeKeep(), world, 'ws://x');
  world.wire.accept();
  return { room, say: (type, payload) => world.wire.say(type, payload) };
}

const clock = { now: 0, running: true };
const hello = { protocol: 1, version: '', viewer: 'tv', party: { code: 'ABCD', lang: 'en' }, clock };
const session = (session_id: number, game: string, status: string) => ({ session_id, game, status, phase: 'scene', clock });

describe('the TV', () => {
  it('speaks as the house does, and a story’s language while it is told', () => {
    const { room, say } = tv();
    expect(spoken(room)).toBeNull();
    say('system.hello', hello);
    expect(spoken(room)).toBe('en');
    say('session.state', session(1, 'quest', 'pending'));
    say('party.state', { language: 'ru' });
    expect(spoken(room)).toBe('en');
    say('session.state', session(1, 'quest', 'active'));
    expect(spoken(room)).toBe('ru');
    say('session.state', session(1, 'quest', 'finished'));
    expect(spoken(room)).toBe('ru');
    say('session.state', session(2, 'arena', 'active'));
    expect(spoken(room)).toBe('en');
  });

  it('speaks as the house does where it does not know the story’s language', () => {
    const { room, say } = tv();
    say('system.hello', hello);
    say('session.state', session(1, 'quest', 'active'));
    say('party.state', { language: 'de' });
    expect(spoken(room)).toBe('en');
  });
});
