// The words of the canvas's own page.
import { texts } from '../lib/i18n';

const en = {
  looking: 'Looking for the canvas…',
  again: { title: 'Playing somewhere else', text: 'Your seat is open on another screen.', go: 'Play here' },
};

const ru: typeof en = {
  looking: 'Ищем холст…',
  again: { title: 'Игра идёт в другом месте', text: 'Ваше место открыто на другом экране.', go: 'Играть здесь' },
};

export const words = texts(en, ru);
