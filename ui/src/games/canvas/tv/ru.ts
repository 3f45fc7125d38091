import { counted, figure } from '../../../lib/i18n';
import type { en } from './en';
import type { FeatKind } from './standing';

const TEAMS = ['Красные', 'Синие', 'Жёлтые', 'Зелёные', 'Фиолетовые', 'Оранжевые'];
const PLACES = [
  ['вверху слева', 'вверху', 'вверху справа'],
  ['слева', 'в середине', 'справа'],
  ['внизу слева', 'внизу', 'внизу справа'],
];
const FEATS: Record<FeatKind, string> = { most: 'Больше всех пикселей', surviving: 'Больше всех уцелело', first: 'Первый пиксель', last: 'Последний пиксель' };
// As it stands before «остров».
const COLOURS: Record<string, string> = {
  snow: 'снежный', frost: 'морозный', silver: 'серебряный', slate: 'серый', ink: 'чернильный', black: 'чёрный', wine: 'винный', red: 'красный', coral: 'коралловый', rose: 'розовый', pink: 'нежно-розовый',
  rust: 'рыжий', orange: 'оранжевый', amber: 'янтарный', yellow: 'жёлтый', cream: 'кремовый', brown: 'коричневый', wood: 'древесный', sand: 'песочный', moss: 'болотный', pine: 'хвойный', green: 'зелёный',
  lime: 'лаймовый', mint: 'мятный', teal: 'бирюзовый', sky: 'голубой', blue: 'синий', navy: 'тёмно-синий', indigo: 'индиговый', violet: 'фиолетовый', lilac: 'сиреневый', magenta: 'малиновый',
};
const SHADES: Record<string, string> = { light: 'светло-', dark: 'тёмно-' };

/** «Самый большой синий остров»; the host's own names cannot be inflected, and are left out. */
function island(name: string): string {
  const [colour, shade] = name.split('-');
  const word = COLOURS[colour as string];
  return word ? `Самый большой ${SHADES[shade ?? ''] ?? ''}${word} остров` : 'Самый большой остров';
}

const pixels = (n: number): string => counted('ru', n, { one: 'пиксель', few: 'пикселя', other: 'пикселей' });

export const ru: typeof en = {
  team: (team) => TEAMS[team] ?? '',
  scan: 'Наведи камеру и рисуй',
  pixels,
  painting: (n) => counted('ru', n, { one: 'рисует', few: 'рисуют', other: 'рисуют' }),
  waiting: (n) => counted('ru', n, { one: 'ждёт', few: 'ждут', other: 'ждут' }),
  likeness: 'Картина',
  percent: (n) => `${n}\u00a0%`,
  invite: { title: 'Кто поставит первый пиксель?', text: 'Наведи камеру на код, выбери цвет, коснись доски' },
  idle: 'Рисовать могут все: наведи камеру на код справа',
  coming: 'Доска уже в пути…',
  facts: {
    joined: (name) => `Уже с нами: ${name}`,
    first: (name) => `Первый пиксель! ${name}`,
    paints: (name, [x, y]) => `${name} рисует ${(PLACES[y] as string[])[x] as string}`,
    queue: (n) => `Ждут места у доски: ${figure('ru', n)}`,
    pixels: (n) => `Уже ${pixels(n)}!`,
    island: (name, color) => `${island(color)}: ${name}`,
    leads: (team) => `Теперь впереди: ${TEAMS[team] ?? ''}`,
    likeness: (percent) => (percent === 100 ? 'Картина готова!' : `Картина готова на ${percent}\u00a0%`),
  },
  film: { title: 'Как это было' },
  drums: 'А теперь…',
  winner: (name) => `Победа! ${name}`,
  teamWins: (teams) => `Победа! ${teams.map((team) => TEAMS[team] ?? '').join(' · ')}`,
  nobody: { title: 'Снег остался белым', text: 'На этот раз никто не рисовал. Ещё разок?' },
  feat: (kind) => FEATS[kind],
  figure: (n) => figure('ru', n),
};
