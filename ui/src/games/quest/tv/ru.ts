import { counted } from '../../../lib/i18n';
import type { en } from './en';

const points = (n: number): string => counted('ru', n, { one: 'очко', few: 'очка', other: 'очков' });

export const ru: typeof en = {
  casting: {
    kicker: 'История на всех',
    again: 'История продолжается',
    scan: 'Наведи камеру и выбирай героя',
    full: 'Все герои разобраны; остальные смотрят',
    first: 'Как только найдётся первый герой, можно начинать',
    begins: 'История начнётся через',
    soon: 'История начинается…',
    previously: 'Что было раньше…',
  },
  nobody: 'Героев пока нет: наведите камеру на код и выберите героя в телефоне',
  away: 'не на связи',
  asleep: { title: 'Все телефоны уснули', text: 'История подождёт: разбудите любой, и она пойдёт дальше.' },
  unplayed: 'без игрока',
  spirit: 'дух',
  fled: 'вне боя',
  hp: (hp, most) => `${hp}/${most}`,
  vote: {
    title: 'Решаете все вместе',
    hidden: 'Тайно: голоса откроются в конце',
    voted: (n, of) => `Голосов: ${n} из ${of}`,
    decided: 'Вы решили',
    tie: 'Ничья! Решили кубики.',
    noQuorum: 'Голосов мало: остаётся первое.',
  },
  choice: {
    title: (name) => `Решает ${name}`,
    open: 'Кто смелый? Теперь решить может любой',
  },
  check: {
    title: (name) => `Кубики бросает ${name}`,
    helper: (name) => `Помогает ${name}: +1`,
    noHelper: 'Кто поможет? Одному другу можно, в телефоне',
    needs: '10 и больше — удача · от 7 до 9 — не даром · 6 и меньше — неудача',
  },
  throws: (name) => `Бросает ${name}`,
  degree: { success: 'Удача!', partial: 'Удача, но не даром', failure: 'Неудача' },
  fight: {
    begins: 'Бой!',
    round: (n) => `Раунд ${n}`,
    turn: (name) => `Ходит ${name}`,
    foe: (name) => `Ходит ${name}`,
    still: 'выжидает',
    target: (names) => `→ ${names}`,
    all: 'все',
    outcome: { won: 'Победа!', fled: 'Удалось уйти', lost: 'Бой проигран' },
    after: { won: 'Этот бой за вами.', fled: 'Быстрые ноги тоже чего-то стоят.', lost: 'Но история на этом не кончается.' },
  },
  flees: (name) => `${name} пробует уйти.`,
  attacks: (name, attack) => `${name}: ${attack}.`,
  tries: (name) => `${name} бросает кубики.`,
  loses: (name, n) => (n > 0 ? `${name} теряет ${points(n)}` : `${name} держит удар`),
  hits: (n, total) => `Под ударом ${counted('ru', n, { one: 'герой', few: 'героя', other: 'героев' })}: минус ${points(total)} на всех.`,
  missesAll: (names) => `Мимо. Целы: ${names}.`,
  touchesNobody: 'Мимо: никого не задело.',
  ending: { kicker: 'Конец', later: 'Продолжение следует', told: 'Что о ней расскажут', thanks: 'Спасибо за игру' },
};
