import { describe, expect, it } from 'vitest';
import { unitOf } from '.';
import { en } from './en';
import { ru } from './ru';

describe('the unit of a counted thing', () => {
  it('has no part of the figure in it, however large that is', () => {
    expect([1, 3, 1000, 12_345].map((n) => unitOf(ru.snowballs(n)))).toEqual(['снежок', 'снежка', 'снежков', 'снежков']);
    expect([1, 1000].map((n) => unitOf(en.snowballs(n)))).toEqual(['snowball', 'snowballs']);
  });
});
