import { counted, figure } from '../../../lib/i18n';
import type { Difficulty, Stat } from '../../../protocol.gen';
import { daysBetween } from './library';
import type { en } from './en';

const n0 = (n: number): string => figure('ru', n);
const heroes = (n: number): string => counted('ru', n, { one: 'герой', few: 'героя', other: 'героев' });
const STATS: Record<Stat, string> = { might: 'сила', nimble: 'ловкость', wits: 'ум', heart: 'сердце' };
const HOW_HARD: Record<Difficulty, string> = { easy: ', легко', fair: '', hard: ', трудно' };
const LANGUAGES: Record<string, string | undefined> = { en: 'по-английски', ru: 'по-русски' };
const WEIGHTS: Record<number, string | undefined> = {
  0: 'Нет, только герои',
  25: 'По четверти голоса',
  50: 'По половине голоса',
  100: 'По целому голосу',
};
const TURNS: Record<number, string | undefined> = { 15: 'Бойко', 25: 'Обычно', 45: 'Спокойно', 90: 'Не спеша' };

export const ru: typeof en = {
  phase: {
    casting: 'Все выбирают героев',
    meeting: 'Сейчас будет бой',
    off: 'История так и не началась',
    finale: 'Продолжение следует',
    end: 'История рассказана',
  },
  names: (names) => names.join(', '),
  casting: {
    none: 'Героев пока ни у кого нет',
    have: (n) => `Герой есть у ${counted('ru', n, { one: 'гостя', other: 'гостей' })}`,
    without: (names) => `ещё выбирают: ${names}`,
    all: 'все при героях',
    waiting: (names) => `пока никто не играет: ${names}`,
    begins: (time) => `начнётся сама через ${time}`,
  },
  scene: (n) => `Сцена ${n0(n)}`,
  reading: 'все читают',
  vote: (voted, of) => `голосование: ${n0(voted)} из ${n0(of)}`,
  chooses: (name) => `выбирает ${name}`,
  throws: (name, stat, difficulty) => `бросает ${name}: ${STATS[stat]}${HOW_HARD[difficulty]}`,
  helps: (name) => `помогает ${name}`,
  anybody: 'кто угодно',
  options: 'Из чего выбирают',
  asleep: 'все телефоны уснули: история ждёт хотя бы один',
  fight: {
    round: (n) => `круг ${n0(n)}`,
    turn: (name) => `ходит ${name}`,
    enemies: 'ходят противники',
    standing: (n, of) => `противников на ногах: ${n0(n)} из ${n0(of)}`,
  },
  saved: (game) => `История сохранена. Продолжить её можно сейчас или в другой вечер: тогда выберите «${game}».`,
  coming: {
    begins: (title, minutes) => `«${title}», ${minutes}`,
    goesOn: (title, scene) => `«${title}», продолжение: ${scene}`,
  },
  encore: { goOn: 'Продолжить историю', anew: 'Рассказать с начала' },
  begin: 'Начать сейчас',
  finish: 'Закончить',
  leave: 'Отменить',
  toEnd: 'К финалу',
  finishAsk: {
    title: 'Закончить на сегодня?',
    text: 'История сохранится на этом самом месте. Её можно продолжить в другой вечер с теми, кто будет.',
    yes: 'На сегодня всё',
    no: 'Играем дальше',
  },
  beforeAsk: { title: 'Отменить историю?', text: 'Она ещё не началась: ничего не пропадёт.', yes: 'Отменить', no: 'Остаться' },
  heroes: {
    title: heroes,
    none: 'Героев пока нет: гости выбирают их на телефонах.',
    free: (names) => `Ещё свободны: ${names}`,
    hp: (hp, of) => `Силы: ${hp} из ${of}`,
    spirit: 'дух, пока не кончится бой',
    fled: 'вне боя',
    nobody: 'никто не играет',
    away: 'не\u00a0здесь',
    hand: 'Передать',
    handTo: (hero) => `Передать героя: ${hero}`,
  },
  handover: {
    title: (hero) => `Кто теперь играет: ${hero}?`,
    text: 'Силы, вещи и тайны героя перейдут вместе с ним.',
    full: 'Герой уже есть у каждого. Его может получить тот, кто только что пришёл.',
    away: 'не\u00a0здесь',
    done: (hero, name) => `${hero}: теперь играет ${name}.`,
    close: 'Оставить как есть',
  },
  chronicle: {
    title: 'Летопись',
    text: 'Вечер в прозе, со всеми бросками и голосованиями: перечитать, напечатать, отправить.',
    page: 'Страница для печати',
    markdown: 'Текст (Markdown)',
    flags: 'Что ещё отзовётся',
    flagsText: 'Так это назвал автор истории.',
  },
  rules: {
    title: 'Поход',
    text: 'История для всего дивана: рассказывает телевизор, каждый телефон — герой.',
    looking: 'Открываем книги…',
    goOn: 'Продолжить историю',
    earlier: (n) => `Более ранние: ${n0(n)}`,
    anew: 'Начать историю',
    minutes: (n) => `примерно ${counted('ru', n, { one: 'минута', few: 'минуты', other: 'минут' })}`,
    players: (from, to) => (from === to ? heroes(to) : `${from}\u2060–\u2060${heroes(to)}`),
    brought: 'добавлена вами',
    scene: (scene) => (typeof scene === 'number' ? `Сцена ${n0(scene)}` : `«${scene}»`),
    when: (at, now) => ago(at, now),
    language: 'Язык истории',
    told: (code) => `Рассказ ${LANGUAGES[code] ?? code.toUpperCase()}`,
    audience: 'Голосуют ли гости без героя?',
    weight: (n) => WEIGHTS[n] ?? `${n0(n)} % голоса`,
    turn: 'Ход героя в бою',
    seconds: (n) => counted('ru', n, { one: 'секунда', few: 'секунды', other: 'секунд' }),
    pace: (n) => TURNS[n] ?? '',
    bring: 'Свою историю можно добавить через терминал:',
    save: 'Играть эту историю',
    saveRun: 'Продолжить её',
  },
};

function ago(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days <= 0) return 'сегодня';
  if (days === 1) return 'вчера';
  if (days < 7) return counted('ru', days, { one: 'день', few: 'дня', other: 'дней' }) + ' назад';
  if (days < 14) return 'на прошлой неделе';
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return at.toLocaleDateString('ru', { day: 'numeric', month: 'long', ...year });
}
