import { texts } from '../../../lib/i18n';
import { en } from './en';
import { ru } from './ru';

/** The canvas's words on the TV, in the party's language. */
export const words = texts(en, ru);
