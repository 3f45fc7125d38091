import { texts } from '../lib/i18n';

const en = {
  title: 'What is this screen?',
  cards: [
    { href: '/tv', title: 'The TV', text: 'Everyone looks here' },
    { href: '/play', title: 'A phone', text: 'I want to play' },
    { href: '/host', title: 'The host’s desk', text: 'I run the party' },
  ],
};

const ru: typeof en = {
  title: 'Что это за экран?',
  cards: [
    { href: '/tv', title: 'Телевизор', text: 'Сюда смотрят все' },
    { href: '/play', title: 'Телефон', text: 'Хочу играть' },
    { href: '/host', title: 'Пульт', text: 'Веду вечеринку' },
  ],
};

/** The chooser's words. */
export const words = texts(en, ru);
