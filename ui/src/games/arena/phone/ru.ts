import type { AwardKind, Level, MiniGameKind } from '../../../protocol.gen';
import { counted, figure } from '../../../lib/i18n';
import type { en } from './en';

const LEVELS: Record<Level, string> = { green: 'Зелёный уровень', yellow: 'Жёлтый уровень', red: 'Красный уровень' };
const GAMES: Record<MiniGameKind, string> = { tap: 'Снежный забег', choose: 'Зимняя викторина', puzzle: 'Пятнашки' };
const HOW: Record<MiniGameKind, string> = {
  tap: 'Жмите левым, правым, левым, правым пальцем как можно быстрее.',
  choose: 'Выберите верный ответ. Чем быстрее, тем больше очков.',
  puzzle: 'Нажимайте на плитки рядом с пустым местом, пока картинка не соберётся.',
};
const AWARDS: Record<AwardKind, string> = {
  fastest_thumb: 'Самые быстрые пальцы',
  sharpest_mind: 'Самый острый ум',
  quickest_answer: 'Самый быстрый ответ',
  puzzle_master: 'Мастер пятнашек',
  climber: 'Рывок вечера',
  gift_catcher: 'Ловец подарков',
};
const POINTS = { one: 'очко', few: 'очка', other: 'очков' };
const BALLS = { one: 'снежок', few: 'снежка', other: 'снежков' };

const clock = (ms: number): string => `${Math.floor(ms / 60000)}:${('0' + Math.floor((ms % 60000) / 1000)).slice(-2)}`;

export const ru: typeof en = {
  level: (level) => LEVELS[level],
  game: (game) => GAMES[game],
  how: (game) => HOW[game],
  award: (kind) => AWARDS[kind],
  round: (round, of) => `Уровень ${round} из ${of}`,
  worth: (points) => `до ${counted('ru', points, { one: 'очка', other: 'очков' })}`,
  starts: 'Начинаем через',
  go: 'Вперёд!',
  left: 'Левый',
  right: 'Правый',
  snowballs: (n) => counted('ru', n, BALLS),
  other: 'Теперь другой палец!',
  both: 'Левый, правый, левый, правый!',
  top: 'Все очки ваши!',
  tapDone: 'Время!',
  secondsLeft: (n) => counted('ru', n, { one: 'секунда', few: 'секунды', other: 'секунд' }),
  question: (index, of) => `вопрос ${index + 1} из ${of}`,
  chosen: 'Ваш ответ',
  sending: 'Отправляем…',
  kept: 'Сохранён, отправим',
  waitOthers: (done, of) => `Ответили: ${figure('ru', done)} из ${figure('ru', of)}`,
  rightAnswer: 'Верно',
  wrongAnswer: 'В этот раз мимо',
  tooLate: 'Время вышло',
  gained: (points) => `+${figure('ru', points)}`,
  numbers: 'Цифры',
  moves: (n) => counted('ru', n, { one: 'ход', few: 'хода', other: 'ходов' }),
  inPlace: (n, of) => `${n} из ${of} на месте`,
  solved: 'Собрано!',
  waitEnd: 'Смотрите на экран: там остальные',
  late: { title: 'Рады видеть!', text: 'Вы играете со следующего уровня. За этот получите средние очки, так что ничего не потеряно.' },
  result: {
    tap: (n) => counted('ru', n, BALLS),
    choose: (n) => counted('ru', n, { one: 'верный ответ', few: 'верных ответа', other: 'верных ответов' }),
    puzzle: (ms) => (ms > 0 ? `Собрано за ${clock(ms)}` : 'Хорошая попытка'),
    median: 'Вы пришли позже: средние очки ваши',
  },
  points: (n) => counted('ru', n, POINTS),
  up: (n) => counted('ru', n, { one: 'место вверх', few: 'места вверх', other: 'мест вверх' }),
  down: (n) => counted('ru', n, { one: 'место вниз', few: 'места вниз', other: 'мест вниз' }),
  same: 'Место то же',
  gift: { fall: 'Подарок! Ловите!', caught: (n) => `Поймано! +${figure('ru', n)}`, gone: 'Подарок упал в снег', button: 'Поймать подарок' },
  podium: {
    first: 'Победа!',
    total: (n) => counted('ru', n, POINTS),
    top: 'На пьедестале!',
    thanks: 'Отличный вечер!',
    again: 'Следующая игра появится здесь сама.',
    of: (n) => `из ${figure('ru', n)}`,
  },
  noLevel: 'Почти готово…',
};
