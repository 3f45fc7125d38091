// What stands beside the evening's party: how to get in, who is there, and the way to close it.
import { useEffect, useState } from 'preact/hooks';
import { gameOf } from '../games';
import { qrUrl } from '../lib/api';
import type { PartyCode } from '../protocol.gen';
import { useLost } from '../widgets/held';
import { Ask } from './Ask';
import { askParties, closeBeside, parties, type PartyLine } from './beside';
import { useHostKey } from './key';
import { words } from './words';

const ASK_AGAIN = 20_000;

export function BesideCard({ own }: { own: PartyCode }) {
  const key = useHostKey();
  const [closing, close] = useState<PartyLine | null>(null);
  useEffect(() => {
    void askParties(key);
    const timer = setInterval(() => void askParties(key), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [key]);
  const others = parties.value.filter((party) => party.code !== own);
  if (others.length === 0) return null;
  const said = words().beside;
  return (
    <section class="card beside">
      <h2>{said.title}</h2>
      {others.map((party) => (
        <Party key={party.code} party={party} close={() => close(party)} />
      ))}
      {closing && <Ask said={{ ...said.closeAsk, title: said.closeAsk.title(closing.name) }} confirm={() => void closeBeside(key, closing.code)} close={() => close(null)} />}
    </section>
  );
}

function Party({ party, close }: { party: PartyLine; close: () => void }) {
  const lost = useLost();
  const said = words().beside;
  const code = encodeURIComponent(party.code);
  return (
    <article class="beside-party">
      <img class="beside-qr" src={qrUrl(party)} alt={words().join.qr} width="104" height="104" />
      <div class="beside-words">
        <b class="beside-name">{party.name || party.code}</b>
        <p>
          {gameOf(party.game).title()} · {words().guests(party.players)}
        </p>
        <p>
          <a href={party.join_url} target="_blank" rel="noopener">
            {party.join_url.replace(/^https?:\/\//, '')}
          </a>
        </p>
        <p class="beside-row">
          <a class="chip" href={party.evening ? '/host' : `/host?session=${code}`}>
            {said.desk}
          </a>
          <a class="chip" href={party.evening ? '/tv' : `/tv?session=${code}`} target="_blank" rel="noopener" aria-label={words().join.tv}>
            {said.tv}
          </a>
          {!party.evening && (
            <button class="chip" disabled={lost} onClick={close}>
              {said.close}
            </button>
          )}
        </p>
      </div>
    </article>
  );
}
