// The list of players on the desk.
import { expect, it } from 'vitest';
import type { Player } from '../../../protocol.gen';
import { barredFirst } from './painters';

const figures = (player_id: number, placed: number) => ({ player_id, name: `guest ${player_id}`, placed, surviving: 0 });

it('begins with who is barred, even if the board knows nothing of them any more', () => {
  const players = new Map([[4, { id: 4, name: 'Zoë' } as Player]]);
  const list = barredFirst([figures(1, 9), figures(2, 30), figures(3, 9)], [3, 4], players);
  expect(list.map(({ player_id, name }) => [player_id, name])).toEqual([[3, 'guest 3'], [4, 'Zoë'], [2, 'guest 2'], [1, 'guest 1']]);
});
