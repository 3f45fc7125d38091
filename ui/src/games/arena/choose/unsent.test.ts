import { expect, it, vi } from 'vitest';
import { FakeKeep, FakeWorld } from '../../../lib/fake';
import { Room } from '../../../lib/room';
import { unsent } from './Play';

vi.mock('../../../lib/touch', () => ({ buzz: () => undefined }));

it('takes no answer of another level for one of this', () => {
  const room = new Room({ code: 'KWRX', token: 't' }, new FakeKeep(), new FakeWorld(), 'ws://tv');
  void room.act('progress', { level: 'green', score: 0, time: 900, details: { question: 2, choice: 3 } });
  expect(unsent(room, 'green', 2)).toBe(3);
  expect(unsent(room, 'green', 1)).toBeNull();
  expect(unsent(room, 'red', 2)).toBeNull();
});
