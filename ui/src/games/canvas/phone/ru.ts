import { counted, figure } from '../../../lib/i18n';
import type { en } from './en';

const TEAMS = ['Красные', 'Синие', 'Жёлтые', 'Зелёные', 'Фиолетовые', 'Оранжевые'];
const SHADES: Record<string, string> = { light: 'светло-', dark: 'тёмно-' };
const COLORS: Record<string, string> = {
  snow: 'снег', frost: 'иней', silver: 'серебро', slate: 'сланец', ink: 'чернила', black: 'чёрный', wine: 'вино', red: 'красный',
  coral: 'коралл', rose: 'роза', pink: 'розовый', rust: 'ржавчина', orange: 'оранжевый', amber: 'янтарь', yellow: 'жёлтый', cream: 'сливки',
  brown: 'коричневый', wood: 'дерево', sand: 'песок', moss: 'мох', pine: 'хвоя', green: 'зелёный', lime: 'лайм', mint: 'мята',
  teal: 'морская волна', sky: 'небо', blue: 'синий', navy: 'ночь', indigo: 'индиго', violet: 'фиолетовый', lilac: 'сирень', magenta: 'малина',
};

const seconds = (n: number): string => counted('ru', n, { one: 'секунду', few: 'секунды', other: 'секунд' });
const pixels = (n: number): string => counted('ru', n, { one: 'пиксель', few: 'пикселя', other: 'пикселей' });

function color(name: string): string {
  const [base, shade] = name.split('-');
  if (shade && SHADES[shade]) return SHADES[shade] + (COLORS[base ?? ''] ?? base ?? '');
  return COLORS[name] ?? name;
}

export const ru: typeof en = {
  board: 'Холст',
  pixels,
  color,
  colors: 'Краски',
  team: (team) => TEAMS[team] ?? '',
  timeLeft: 'Осталось',
  at: (x, y) => `${x}, ${y}`,
  coming: 'Холст уже в пути…',
  said: {
    aim: 'Выберите место на холсте',
    nearer: 'Коснитесь, чтобы приблизить',
    middle: 'Двигайте холст под прицелом',
    beside: 'Это мимо холста. Прицельтесь ещё раз.',
    otherTeam: 'Это краска другой команды.',
  },
  paintsFor: (team) => `Ваша команда: ${(TEAMS[team] ?? '').toLowerCase()}`,
  pickHint: 'Коснитесь нужного цвета на холсте',
  dozing: 'Вы здесь? Поставьте пиксель!',
  place: 'Поставить пиксель',
  wait: (n) => `Ещё ${seconds(n)}`,
  undo: 'Убрать последний пиксель',
  pick: 'Взять цвет с холста',
  aiming: 'Прицел посередине',
  tools: 'Ещё',
  arrow: 'К следующей клетке рисунка',
  sheet: { turn: 'Повернуть холст', mirror: 'Отразить в зеркале', whole: 'Показать весь холст', signs: 'Знаки на красках', left: 'Левая рука', aiming: 'Прицел посередине', on: 'да', off: 'нет', close: 'Закрыть' },
  keys: 'Клавиши: стрелки целятся, Enter ставит пиксель, 1–9 и [ ] выбирают краску, P берёт её с холста, Z убирает пиксель, + − масштаб, R поворот, M зеркало, G знаки.',
  title: { wait: (n) => `${n} с`, ready: 'готово' },
  afk: { title: 'Передышка?', text: 'Две минуты без новых пикселей. Ваши все на месте.', first: 'Рисуем вместе!', firstText: 'Один холст на всех. Каждый пиксель важен.', go: 'Играть', asking: 'Секунду…' },
  queue: { title: (place) => (place <= 1 ? 'Вы следующие!' : `Перед вами: ${figure('ru', place - 1)}`), text: 'У холста сейчас нет места. Впустим сразу, как освободится.', look: 'Посмотреть холст', back: 'Показать моё место' },
  barred: { title: 'Рисовать пока нельзя', text: 'Ведущий забрал кисть. Можно смотреть или поговорить с ведущим.' },
  watching: { title: 'Вы смотрите', text: 'Хотите рисовать со всеми?', go: 'Войти' },
  over: { title: 'Холст закрыт', text: 'Смотрите на экран: скоро начнётся новое.', go: 'На вечеринку' },
  offline: 'Связи нет, секунду…',
  shielded: 'Под защитой ведущего',
  who: {
    asking: 'Кто это был?',
    nobody: 'Здесь ещё никто не рисовал',
    host: 'Ведущий',
    painted: (name) => name,
    ago: (ms) => (ms < 60_000 ? 'только что' : ms < 3_600_000 ? `${counted('ru', Math.floor(ms / 60_000), { one: 'минуту', few: 'минуты', other: 'минут' })} назад` : `${counted('ru', Math.floor(ms / 3_600_000), { one: 'час', few: 'часа', other: 'часов' })} назад`),
    close: 'Закрыть',
  },
  refused: {
    'canvas/outside': 'Это мимо холста. Прицельтесь ещё раз.',
    'canvas/colour_unknown': 'Такой краски здесь нет. Выберите другую.',
    'canvas/not_your_colour': 'Это краска другой команды.',
    'canvas/not_playing': 'Сейчас вы не у холста. Нажмите «Играть».',
    'canvas/cooldown': 'Ещё чуть-чуть: краска не высохла.',
    'canvas/rate': 'На эту минуту краска кончилась. Переведите дух.',
    'canvas/protected': 'Это место под защитой ведущего. Рисуйте рядом.',
    'canvas/barred': 'Ведущий забрал кисть.',
    'canvas/epoch': 'Холст только что обновили. Попробуйте ещё раз.',
    'canvas/nothing_to_undo': 'Убрать уже нельзя: поздно, или сверху нарисовали.',
    'canvas/already_in': 'Вы уже здесь.',
    'request/flood': 'Ух, слишком быстро! Переведите дух и продолжайте.',
    'action/paused': 'Игра на паузе. Подождите немного.',
    'session/not_active': 'Рисование закончилось.',
  },
  unanswered: {
    place: 'Ответа нет. Посмотрите, появился ли ваш пиксель.',
    undo: 'Ответа нет. Посмотрите, исчез ли ваш пиксель.',
    queue: 'Связи нет. Нажмите «Играть» ещё раз чуть позже.',
  },
  card: {
    title: 'Ваши пиксели',
    none: 'В следующий раз получится!',
    placed: (n) => `Поставлено: ${figure('ru', n)}`,
    surviving: (n) => `Всё ещё на холсте: ${figure('ru', n)}`,
    place: (place, of) => `${figure('ru', place)} место из ${figure('ru', of)}`,
    save: 'Сохранить',
    file: 'moi-pikseli.png',
    drawing: 'Вставляем в рамку…',
    thanks: 'Какая картина!',
    next: 'Следующая игра появится здесь сама.',
    picture: 'Холст, на котором светятся ваши пиксели',
  },
};
