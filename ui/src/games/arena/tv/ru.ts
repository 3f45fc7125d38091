import type { AwardKind, Level, MiniGameKind } from '../../../protocol.gen';
import { counted, figure } from '../../../lib/i18n';
import type { en } from './en';

const AFTER: Record<Level, string> = { green: 'После зелёного уровня', yellow: 'После жёлтого уровня', red: 'После красного уровня' };
const HOW: Record<MiniGameKind, string> = {
  tap: 'Левый палец, правый палец, как можно быстрее: закати снежок на вершину!',
  choose: 'Шесть вопросов. Чем быстрее верный ответ, тем больше очков.',
  puzzle: 'Двигай плитки на телефоне, пока картинка не соберётся.',
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} с`;
const clock = (ms: number): string => `${Math.floor(ms / 60000)}:${('0' + Math.floor((ms % 60000) / 1000)).slice(-2)}`;

const FIGURE: Record<AwardKind, (value: number) => string> = {
  fastest_thumb: (n) => counted('ru', n, { one: 'снежок', few: 'снежка', other: 'снежков' }),
  sharpest_mind: (n) => counted('ru', n, { one: 'верный ответ', few: 'верных ответа', other: 'верных ответов' }),
  quickest_answer: seconds,
  puzzle_master: clock,
  climber: (n) => counted('ru', n, { one: 'место вверх', few: 'места вверх', other: 'мест вверх' }),
  gift_catcher: (n) => counted('ru', n, { one: 'подарок', few: 'подарка', other: 'подарков' }),
};

export const ru: typeof en = {
  how: (game) => HOW[game],
  after: (level) => AFTER[level],
  questionOf: (index, of) => `Вопрос ${index + 1} из ${of}`,
  answered: 'ответили',
  solved: 'готовы',
  goal: 'Вот что должно получиться',
  lead: (name) => `Впереди: ${name}`,
  finished: (name) => `Собрано! ${name}`,
  top: (name) => `На вершине! ${name}`,
  gift: { title: 'Подарок! Лови на телефоне!', worth: (points) => `+${figure('ru', points)}`, comeback: (points) => `+${figure('ru', points)} для последней трети`, caught: 'поймано' },
  drums: 'А теперь…',
  winner: (name) => `Победа! ${name}`,
  awards: 'Звёзды вечера',
  ranking: 'Все места',
  value: (kind, value) => FIGURE[kind](value),
};
