import { texts } from '../../lib/i18n';
import { en } from './en';
import { ru } from './ru';

/** The TV's words, in the party's language. */
export const words = texts(en, ru);
