import { texts } from '../../../lib/i18n';
import { en } from './en';
import { ru } from './ru';

/** The quest's words on the TV, in the language spoken now. */
export const words = texts(en, ru);
