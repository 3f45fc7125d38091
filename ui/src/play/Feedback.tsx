// A word to the host: stars and a sentence, sent from this seat.
import { useState } from 'preact/hooks';
import type { Answer } from '../lib/api';
import { call, inParty } from '../lib/bearer';
import { refusalWords } from '../lib/errors';
import { texts } from '../lib/i18n';
import { useRoom, type Room } from '../lib/room';
import { Sheet } from '../lib/Sheet';
import { PickStars } from '../widgets/Stars';
import { useBegins } from './begins';

const LONGEST = 500;

const words = texts(
  {
    title: 'Tell the host',
    stars: 'How do you like the evening?',
    star: (n: number) => (n === 1 ? '1 star' : `${n} stars`),
    field: 'What was good, what could be better?',
    left: (n: number) => `${n} left`,
    starsToo: 'Now a tap on the stars.',
    send: 'Send',
    sending: 'Sending…',
    cancel: 'Not now',
    thanks: 'Thank you!',
    thanksText: 'The host can read it on the desk.',
    close: 'Close',
  },
  {
    title: 'Сказать ведущему',
    stars: 'Как вам вечер?',
    star: (n) => (n === 1 ? '1 звезда' : n < 5 ? `${n} звезды` : `${n} звёзд`),
    field: 'Что понравилось, что сделать лучше?',
    left: (n) => `осталось ${n}`,
    starsToo: 'Осталось выбрать звёзды.',
    send: 'Отправить',
    sending: 'Отправляем…',
    cancel: 'Не сейчас',
    thanks: 'Спасибо!',
    thanksText: 'Ведущий прочитает это за пультом.',
    close: 'Закрыть',
  },
);

type Sent = 'no' | 'sending' | 'yes';

export function Feedback({ close }: { close: () => void }) {
  const room = useRoom();
  const [sent, mark] = useState<Sent>('no');
  const [sorry, apologise] = useState<string | null>(null);
  useBegins(close);
  const send = async (stars: number, text: string): Promise<void> => {
    mark('sending');
    const answer = await tell(room, stars, text);
    mark(answer.ok ? 'yes' : 'no');
    apologise(answer.ok ? null : refusalWords(answer.error));
  };
  return (
    <Sheet close={close} label={words().title}>
      {sent === 'yes' ? <Thanks close={close} /> : <Form busy={sent === 'sending'} sorry={sorry} send={(stars, text) => void send(stars, text)} close={close} />}
    </Sheet>
  );
}

/** In the name of the seat that the room was opened with: the pocket may be able to keep nothing. */
export function tell({ ticket }: Pick<Room, 'ticket'>, stars: number, text: string): Promise<Answer<object>> {
  return call('POST', inParty(ticket.code, 'feedback'), ticket.token ?? '', { stars, text: text.trim() });
}

interface FormProps {
  busy: boolean;
  sorry: string | null;
  send: (stars: number, text: string) => void;
  close: () => void;
}

function Form({ busy, sorry, send, close }: FormProps) {
  const [stars, rate] = useState(0);
  const [text, write] = useState('');
  const said = words();
  return (
    <>
      <h2>{said.title}</h2>
      <p class="sheet-text">{said.stars}</p>
      <PickStars stars={stars} label={said.stars} word={said.star} pick={rate} />
      <textarea class="field feedback-text" maxLength={LONGEST} rows={4} value={text} placeholder={said.field} aria-label={said.field} onInput={(event) => write(event.currentTarget.value)} />
      {text.length > LONGEST - 100 && <p class="feedback-left">{said.left(LONGEST - text.length)}</p>}
      {stars === 0 && text.trim() !== '' && <p class="feedback-left">{said.starsToo}</p>}
      {sorry && (
        <p class="feedback-sorry" role="alert">
          {sorry}
        </p>
      )}
      <div class="feedback-ways">
        <button class="btn btn-go btn-wide" disabled={stars === 0 || busy} onClick={() => send(stars, text)}>
          {busy ? said.sending : said.send}
        </button>
        <button class="btn btn-wide btn-quiet" onClick={close}>
          {said.cancel}
        </button>
      </div>
    </>
  );
}

function Thanks({ close }: { close: () => void }) {
  return (
    <div role="status">
      <h2>{words().thanks}</h2>
      <p class="sheet-text">{words().thanksText}</p>
      <button class="btn btn-go btn-wide" onClick={close}>
        {words().close}
      </button>
    </div>
  );
}
