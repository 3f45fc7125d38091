// The campaigns that come with the product, for a server that has no library yet; said as the heads of the stories say it.
import type { Campaign, Library } from './library';

const midnight = { campaign: 'midnight', minutes: 20, players: [2, 8], own: true } as const;
const ember = { campaign: 'ember', minutes: 90, players: [2, 8], own: true } as const;

const campaigns: readonly Campaign[] = [
  {
    ...midnight,
    language: 'en',
    title: 'Twenty Minutes to Midnight',
    about: 'On New Year’s Eve the town clock stops at 23:40, and the whole town with it. Only you go on: you were late, as you are every year. You have twenty minutes, and they do not pass.',
  },
  {
    ...midnight,
    language: 'ru',
    title: 'Без двадцати полночь',
    about: 'В новогоднюю ночь часы на башне встают на 23:40, а с ними весь город. Идёте только вы: вы опоздали, как и каждый год. У вас двадцать минут, и они не проходят.',
  },
  {
    ...ember,
    language: 'en',
    title: 'The Last Ember',
    about: 'After four hundred days of winter only one live ember is left in the country, and it wants to go to the mountain. Somebody with good boots will have to carry it.',
  },
  {
    ...ember,
    language: 'ru',
    title: 'Последний уголёк',
    about: 'После четырёхсот дней зимы в стране остался один живой уголёк, и ему надо на гору. Кто-то в хороших сапогах должен его донести.',
  },
];

export const BUILT_IN: Library = { campaigns, runs: [] };
