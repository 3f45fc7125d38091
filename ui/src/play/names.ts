// The funny names that a guest finds already filled in, so that joining takes two taps. Each fits its animal. The Russian
// ones are whole, because an adjective must agree with its animal.
import type { Lang } from '../protocol.gen';

const MOODS = 'Sleepy Frosty Fluffy Dizzy Brave Sneaky Jolly Snowy Cosmic Bouncy Cosy Giggly Lucky Mighty Turbo Velvet Wobbly Zippy Toasty Sparkly Minty Rapid Noble Hungry Dreamy Funky Fearless Cheeky'.split(' ');

const ENGLISH: Record<string, string> = {
  fox: 'Fox', bear: 'Bear', frog: 'Frog', owl: 'Owl', octopus: 'Octopus', tiger: 'Tiger', hare: 'Hare', penguin: 'Penguin',
  wolf: 'Wolf', cat: 'Cat', dog: 'Dog', panda: 'Panda', moose: 'Moose', seal: 'Seal', hedgehog: 'Hedgehog', squirrel: 'Squirrel',
  mouse: 'Mouse', koala: 'Koala', lion: 'Lion', pig: 'Piglet', chick: 'Chick', walrus: 'Walrus', raccoon: 'Raccoon', mole: 'Mole',
};

const RUSSIAN: Record<string, string> = {
  fox: 'Лиса-Хохотушка|Ловкая Лиса|Снежная Лиса|Лисёнок Фырк',
  bear: 'Бодрый Медведь|Медведь-Плясун|Мишка в Валенках|Сладкий Медведь',
  frog: 'Зимняя Лягушка|Лягушка в Шарфе|Весёлый Квак|Прыг-Скок',
  owl: 'Мудрая Сова|Сова без Сна|Ночная Сова|Совушка-Ух',
  octopus: 'Ловкий Осьминог|Восемь Варежек|Тёплый Осьминог|Осьминог Ося',
  tiger: 'Снежный Тигр|Тигр-Сладкоежка|Храбрый Тигр|Полосатый Рейс',
  hare: 'Турбо-Заяц|Заяц на Лыжах|Заяц-Молния|Храбрый Заяц',
  penguin: 'Пингвин во Фраке|Скользкий Пингвин|Северный Пингвин|Пингвин Лёва',
  wolf: 'Добрый Волк|Волк в Свитере|Волк-Мечтатель|Лунный Волк',
  cat: 'Важный Кот|Кот Мандарин|Тёплый Кот|Кот на Батарее',
  dog: 'Снежный Пёс|Радостный Пёс|Пёс-Чемпион|Дружок в Шапке',
  panda: 'Сонная Панда|Панда-Ниндзя|Ленивая Панда|Панда в Пледе',
  moose: 'Лось-Такси|Важный Лось|Лось с Гирляндой|Вежливый Лось',
  seal: 'Гладкий Тюлень|Тюлень-Сибиряк|Довольный Тюлень|Тюлень в Отпуске',
  hedgehog: 'Ёж в Тумане|Мягкий Ёж|Ёжик с Мешком|Смелый Ёж',
  squirrel: 'Белка-Ракета|Быстрая Белка|Белка с Запасом|Звонкая Белка',
  mouse: 'Мышь-Великан|Сырная Мышь|Тихая Мышь|Мышонок Пик',
  koala: 'Коала-Соня|Снежная Коала|Плюшевая Коала|Коала в Шапке',
  lion: 'Лев в Варежках|Зимний Лев|Кудрявый Лев|Лев Морозович',
  pig: 'Хрюша-Звезда|Румяный Хрюн|Свинка-Снежинка|Хрюн на Санках',
  chick: 'Цыплёнок Пух|Бравый Цыплёнок|Снежный Цыпа|Цыпа-Великан',
  walrus: 'Морж Иваныч|Закалённый Морж|Морж-Весельчак|Усатый Морж',
  raccoon: 'Хитрый Енот|Енот-Полоскун|Ночной Енот|Енот с Печеньем',
  mole: 'Крот-Штурман|Зоркий Крот|Крот под Сугробом|Бархатный Крот',
};

function pick<T>(from: readonly T[], chance: number): T | undefined {
  return from[Math.floor(chance * from.length)];
}

/** A name for this animal; `chance` (0 to 1, without 1) draws which. */
export function funnyName(lang: Lang, animal: string, chance: number): string {
  if (lang === 'ru') return pick((RUSSIAN[animal] ?? 'Снежный Гость').split('|'), chance) ?? '';
  return `${pick(MOODS, chance) ?? ''} ${ENGLISH[animal] ?? 'Guest'}`;
}
