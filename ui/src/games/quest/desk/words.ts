import { texts } from '../../../lib/i18n';
import { en } from './en';
import { ru } from './ru';

/** The quest's words on the host's desk, in the language spoken now. */
export const words = texts(en, ru);
