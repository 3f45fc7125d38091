import { counted, figure } from '../../../lib/i18n';
import type { Level, MiniGameKind } from '../../../protocol.gen';
import type { en } from './en';

const LEVELS: Record<Level, string> = { green: 'Зелёный уровень', yellow: 'Жёлтый уровень', red: 'Красный уровень' };
const GAMES: Record<MiniGameKind, string> = { tap: 'Снежный забег', choose: 'Зимняя викторина', puzzle: 'Пятнашки' };

export const ru: typeof en = {
  phase: {
    intro: (level, game) => `${LEVELS[level]}: начинается «${GAMES[game]}»`,
    play: (level, game) => `${LEVELS[level]}: ${GAMES[game]}`,
    board: (level) => `${LEVELS[level]}: итоги`,
    podium: 'Пьедестал',
  },
  level: (level) => LEVELS[level],
  game: (game) => GAMES[game],
  round: (round, of) => `Уровень ${round} из ${of}`,
  question: (index, of) => `Вопрос ${index + 1} из ${of}`,
  done: (done, of) => `Закончили: ${figure('ru', done)} из ${figure('ru', of)}`,
  skip: 'Дальше',
  end: 'Завершить игру',
  endAsk: { title: 'Завершить игру сейчас?', text: 'Сразу будет пьедестал, очки останутся какие есть.', yes: 'Да, к пьедесталу', no: 'Играем дальше' },
  rules: {
    title: 'Арена',
    text: 'Три уровня, три мини-игры, один пьедестал.',
    about: (n) => `Игра примерно на ${counted('ru', n, { one: 'минуту', few: 'минуты', other: 'минут' })}`,
    game: 'Мини-игра',
    seconds: 'Секунды',
    secondsEach: 'Секунды на вопрос',
    points: 'Очки',
    intro: 'Объявление уровня, с',
    board: 'Таблица между уровнями, с',
    reveal: 'Показ ответа, с',
    gift: 'Очки за подарок (0: без него)',
    presets: { quick: 'Быстро', usual: 'Обычно', long: 'Долго' },
  },
};
