import { expect, it } from 'vitest';
import { ownName } from './partyName';

it('shows a name only if the host gave one', () => {
  expect(ownName({ name: ' Новый год у Лены ' })).toBe('Новый год у Лены');
  for (const name of ['Snowparty', 'SnowParty', ' ', '']) expect(ownName({ name })).toBeNull();
});
