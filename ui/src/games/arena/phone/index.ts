import { texts } from '../../../lib/i18n';
import { en } from './en';
import { ru } from './ru';

/** The arena's words on a phone, in the language spoken now. */
export const words = texts(en, ru);

/** Of a counted thing the word alone; a large figure has such spaces of its own. */
export function unitOf(counted: string): string {
  return counted.split('\u00a0').slice(-1)[0] ?? '';
}
