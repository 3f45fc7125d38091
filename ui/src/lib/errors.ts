// Every refusal in words a guest understands: what happened, and what to do. The codes are those of src/game/refusal.rs; a
// test on the Rust side may compare the lists.
import type { SystemError } from '../protocol.gen';
import { counted, lang, texts } from './i18n';

type Words = Record<string, string | ((params: Record<string, unknown>) => string)>;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** "40 seconds", "2 minutes": rounded up, as people say it. */
function span(language: 'en' | 'ru', seconds: number): string {
  if (seconds < 60) return counted(language, Math.max(1, Math.ceil(seconds)), language === 'ru' ? { one: 'секунду', few: 'секунды', other: 'секунд' } : { one: 'second', other: 'seconds' });
  return counted(language, Math.ceil(seconds / 60), language === 'ru' ? { one: 'минуту', few: 'минуты', other: 'минут' } : { one: 'minute', other: 'minutes' });
}

const en = {
  'page/offline': 'The party can’t be reached. Are you on the same Wi-Fi as the TV?',
  'join/name_empty': 'A name needs at least one letter. Try another one.',
  'join/name_too_long': 'That name is too long for the TV. Try a shorter one.',
  'join/avatar_unknown': 'That animal has run away. Pick another one.',
  'join/device_invalid': 'Your seat couldn’t be found again. Please join once more.',
  'join/party_full': 'All seats are taken. Ask the host to make room.',
  'party/unknown': 'There is no party with this code. Scan the code on the TV again.',
  'party/ended': 'This party is over. Scan the TV for the next one.',
  'auth/token_invalid': 'The party no longer knows this phone. Please join again.',
  'auth/removed': 'The host has freed your seat. You can join again.',
  'auth/host_only': 'Only the host can do that.',
  'auth/player_only': 'Only a guest who plays can do that.',
  'auth/pin_wrong': (p) => 'That’s not the PIN. ' + counted('en', number(p['left']), { one: 'try left.', other: 'tries left.' }),
  'auth/pin_closed': (p) => `Too many wrong PINs. Try again in ${span('en', number(p['retry_after']))}, or open the host link from the terminal.`,
  'session/active': 'A game is still running. End it first.',
  'session/not_active': 'No game is running right now.',
  'session/no_players': 'Nobody has joined yet. Wait for the first guest.',
  'session/game_unknown': 'There is no such game here.',
  'session/setup_invalid': 'These rules don’t work together. Check the figures.',
  'session/already_paused': 'The game is already paused.',
  'session/not_paused': 'The game is already running.',
  'session/player_unknown': 'That guest has already left.',
  'action/paused': 'The game is paused. Wait a moment.',
  'action/level_not_running': 'This level is already over.',
  'action/too_late': 'Too late: time was already up.',
  'action/already_given': 'You’ve answered already.',
  'action/score_impossible': 'That result couldn’t be counted.',
  'action/moves_invalid': 'Those moves don’t fit the picture. Keep playing.',
  'action/choice_unknown': 'That answer isn’t there any more.',
  'action/wrong_mini_game': 'The next game has already begun.',
  'action/not_in_level': 'You play from the next level on.',
  'action/no_gift': 'The gift is gone. Next time!',
  'canvas/outside': 'That is beside the board.',
  'canvas/colour_unknown': 'That colour isn’t there any more. Pick another one.',
  'canvas/not_your_colour': 'That is another team’s colour. Pick one of yours.',
  'canvas/not_playing': 'You aren’t painting just now. Press “Play”.',
  'canvas/cooldown': (p) => `Your next pixel comes in ${span('en', number(p['retry_ms']) / 1000)}.`,
  'canvas/rate': (p) => `That’s enough pixels for this minute. Go on in ${span('en', number(p['retry_ms']) / 1000)}.`,
  'canvas/protected': 'The host keeps this place as it is. Paint somewhere else.',
  'canvas/barred': 'The host has asked you to stop painting for now.',
  'canvas/epoch': 'The board has just changed. Look again, then paint.',
  'canvas/nothing_to_undo': 'There is nothing to take back any more.',
  'canvas/already_in': 'You are in already.',
  'canvas/version_gone': 'The board has moved on. It is fetched anew.',
  'canvas/version_unknown': 'The board has moved on. It is fetched anew.',
  'canvas/nothing_kept': 'There is nothing to take back any more.',
  'canvas/area_invalid': 'That area doesn’t lie on the board.',
  'canvas/areas_full': 'There are 64 protected areas already. Free one first.',
  'canvas/picture': 'That picture can’t be used. Take a PNG of at most 4096 × 4096.',
  'canvas/would_lose_pixels': 'That would lose pixels. Change it for the next board.',
  'feedback/invalid': 'Give one to five stars, and at most 500 letters.',
  'feedback/enough': 'Thank you! The host has heard a lot from you by now.',
  'party/too_many': 'There are many parties already. Close one first.',
  'request/malformed': 'Something got mixed up. Reload the page.',
  'request/action_unknown': 'This page is out of date. Reload it.',
  'request/action_id_invalid': 'Something got mixed up. Reload the page.',
  'request/too_large': 'That was too much at once.',
  'request/too_slow': 'The connection is slow. Try again.',
  'request/flood': 'Whoa, too fast! Take a breath and go on.',
  'request/not_found': 'There is nothing here. Scan the code on the TV again.',
  'request/method_not_allowed': 'Something got mixed up. Reload the page.',
  'request/foreign_host': 'Please open the address that the TV shows.',
  'system/internal': 'A snag on our side. Please try again.',
} satisfies Words;

const ru: { [K in keyof typeof en]: Words[string] } = {
  'page/offline': 'Вечеринка не отвечает. Телефон в той же сети Wi-Fi, что и телевизор?',
  'join/name_empty': 'В имени нужна хотя бы одна буква. Попробуйте другое.',
  'join/name_too_long': 'Такое длинное имя не влезет в телевизор. Попробуйте покороче.',
  'join/avatar_unknown': 'Этот зверь убежал. Выберите другого.',
  'join/device_invalid': 'Не получилось найти ваше место. Войдите ещё раз.',
  'join/party_full': 'Все места заняты. Попросите ведущего освободить место.',
  'party/unknown': 'Вечеринки с таким кодом нет. Наведите камеру на телевизор ещё раз.',
  'party/ended': 'Эта вечеринка закончилась. Новый код будет на телевизоре.',
  'auth/token_invalid': 'Вечеринка больше не узнаёт этот телефон. Войдите ещё раз.',
  'auth/removed': 'Ведущий освободил ваше место. Можно войти снова.',
  'auth/host_only': 'Это может только ведущий.',
  'auth/player_only': 'Это могут только те, кто играет.',
  'auth/pin_wrong': (p) => 'PIN не подошёл. Осталось ' + counted('ru', number(p['left']), { one: 'попытка.', few: 'попытки.', other: 'попыток.' }),
  'auth/pin_closed': (p) => `Слишком много неверных PIN. Попробуйте через ${span('ru', number(p['retry_after']))} или откройте ссылку ведущего из терминала.`,
  'session/active': 'Игра ещё идёт. Сначала завершите её.',
  'session/not_active': 'Сейчас игра не идёт.',
  'session/no_players': 'Пока никого нет. Дождитесь первого гостя.',
  'session/game_unknown': 'Такой игры здесь нет.',
  'session/setup_invalid': 'С такими правилами не сыграть. Проверьте числа.',
  'session/already_paused': 'Игра уже на паузе.',
  'session/not_paused': 'Игра уже идёт.',
  'session/player_unknown': 'Этого гостя уже нет.',
  'action/paused': 'Игра на паузе. Подождите немного.',
  'action/level_not_running': 'Этот уровень уже закончился.',
  'action/too_late': 'Поздно: время вышло.',
  'action/already_given': 'Ответ уже принят.',
  'action/score_impossible': 'Этот результат не получилось засчитать.',
  'action/moves_invalid': 'Ходы не подошли к картинке. Играйте дальше.',
  'action/choice_unknown': 'Такого ответа уже нет.',
  'action/wrong_mini_game': 'Уже идёт следующая игра.',
  'action/not_in_level': 'Вы играете со следующего уровня.',
  'action/no_gift': 'Подарок улетел. В следующий раз!',
  'canvas/outside': 'Это мимо доски.',
  'canvas/colour_unknown': 'Такого цвета уже нет. Выберите другой.',
  'canvas/not_your_colour': 'Это цвет другой команды. Выберите свой.',
  'canvas/not_playing': 'Сейчас вы не рисуете. Нажмите «Играть».',
  'canvas/cooldown': (p) => `Следующий пиксель через ${span('ru', number(p['retry_ms']) / 1000)}.`,
  'canvas/rate': (p) => `На эту минуту пикселей хватит. Продолжайте через ${span('ru', number(p['retry_ms']) / 1000)}.`,
  'canvas/protected': 'Это место ведущий бережёт. Рисуйте рядом.',
  'canvas/barred': 'Ведущий попросил вас пока не рисовать.',
  'canvas/epoch': 'Доска только что сменилась. Посмотрите и рисуйте снова.',
  'canvas/nothing_to_undo': 'Отменять уже нечего.',
  'canvas/already_in': 'Вы уже здесь.',
  'canvas/version_gone': 'Доска ушла вперёд. Загружаем её заново.',
  'canvas/version_unknown': 'Доска ушла вперёд. Загружаем её заново.',
  'canvas/nothing_kept': 'Возвращать уже нечего.',
  'canvas/area_invalid': 'Эта область не лежит на доске.',
  'canvas/areas_full': 'Защищённых областей уже 64. Сначала освободите одну.',
  'canvas/picture': 'Эта картинка не подходит. Нужен PNG не больше 4096 × 4096.',
  'canvas/would_lose_pixels': 'Так пропали бы пиксели. Измените это для следующей доски.',
  'feedback/invalid': 'От одной до пяти звёзд и не больше 500 букв.',
  'feedback/enough': 'Спасибо! Ведущий уже многое от вас услышал.',
  'party/too_many': 'Компаний уже много. Сначала закройте одну.',
  'request/malformed': 'Что-то перепуталось. Обновите страницу.',
  'request/action_unknown': 'Страница устарела. Обновите её.',
  'request/action_id_invalid': 'Что-то перепуталось. Обновите страницу.',
  'request/too_large': 'Слишком много за один раз.',
  'request/too_slow': 'Связь медленная. Попробуйте ещё раз.',
  'request/flood': 'Ух, слишком быстро! Переведите дух и продолжайте.',
  'request/not_found': 'Здесь ничего нет. Наведите камеру на телевизор ещё раз.',
  'request/method_not_allowed': 'Что-то перепуталось. Обновите страницу.',
  'request/foreign_host': 'Откройте адрес, который показывает телевизор.',
  'system/internal': 'Что-то сломалось у нас. Попробуйте ещё раз.',
};

const words = texts<Words>(en, ru);

/** A refusal in the language spoken now; a code that is not known says the most general thing. */
export function refusalWords(error: SystemError): string {
  const said = words()[error.code] ?? words()['system/internal'];
  return typeof said === 'function' ? said(error.params ?? {}) : (said ?? '');
}

/** How long until something, in the language spoken now. */
export function spanWords(seconds: number): string {
  return span(lang.value, seconds);
}
