// What guests have told the host.
import { useEffect, useState } from 'preact/hooks';
import { call, inParty } from '../lib/bearer';
import type { PartyCode } from '../protocol.gen';
import { Stars } from '../widgets/Stars';
import { useHostKey } from './key';
import { words } from './words';

interface Told {
  id: number;
  name: string;
  stars: number;
  text: string;
  /** RFC 3339. */
  at: string;
}

const ASK_AGAIN = 15_000;
const SHOWN = 50;

export function FeedbackCard({ code }: { code: PartyCode }) {
  const told = useTold(code);
  if (told.length === 0) return null;
  const said = words().feedback;
  const mean = told.reduce((sum, { stars }) => sum + stars, 0) / told.length;
  return (
    <section class="card feedback">
      <div class="feedback-head">
        <h2>{said.title}</h2>
        <b>{said.mean(mean, told.length)}</b>
      </div>
      <ul class="feedback-list">
        {told.slice(0, SHOWN).map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

/** The newest first. */
function useTold(code: PartyCode): Told[] {
  const key = useHostKey();
  const [told, hear] = useState<Told[]>([]);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await call<{ feedback?: Told[] }>('GET', inParty(code, 'feedback'), key);
      if (answer.ok) hear((answer.value.feedback ?? []).slice().sort((a, b) => b.id - a.id));
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [code, key]);
  return told;
}

function Line({ one }: { one: Told }) {
  return (
    <li class="feedback-one">
      <p class="feedback-who">
        <b>{one.name}</b>
        <Stars stars={one.stars} label={words().feedback.stars(one.stars)} />
        <time dateTime={one.at}>{clockOf(one.at)}</time>
      </p>
      {one.text && <p>{one.text}</p>}
    </li>
  );
}

function clockOf(at: string): string {
  const time = new Date(at);
  const two = (n: number): string => ('0' + n).slice(-2);
  return isNaN(time.getTime()) ? '' : `${two(time.getHours())}:${two(time.getMinutes())}`;
}
