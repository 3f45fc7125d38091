import { beforeEach, describe, expect, it } from 'vitest';
import { lang } from '../../../lib/i18n';
import type { ActionRequest, Details } from '../../../protocol.gen';
import { refusedWords } from './refused';

const late = { code: 'action/too_late', message: '' };
const report = (details: Details): ActionRequest => ({ action_id: 'a', action_type: 'progress', payload: { details } });

describe('what came too late', () => {
  beforeEach(() => void (lang.value = 'en'));

  it('is named', () => {
    expect(refusedWords(late, report({ question: 0, choice: 2 }))).toBe('Your answer to question 1 came too late.');
    expect(refusedWords(late, report({ per_second: [4], done: true }))).toBe('Your last snowballs came too late.');
    expect(refusedWords(late, report({ moves: [3], done: true }))).toBe('Your last moves came too late.');
  });

  it('is hushed when another report follows', () => {
    expect(refusedWords(late, report({ per_second: [4], done: false }))).toBeNull();
  });

  it('is said in general of what is no report', () => {
    expect(refusedWords({ code: 'action/no_gift', message: '' }, { action_id: 'a', action_type: 'catch' })).toContain('gift');
    expect(refusedWords(late, null)).toContain('Too late');
  });
});
