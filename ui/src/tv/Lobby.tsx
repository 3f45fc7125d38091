// The lobby: the way in, as large as it goes, and whoever has come in already.
import { useEffect, useState } from 'preact/hooks';
import { qrUrl } from '../lib/api';
import { useRoom } from '../lib/room';
import type { PartyInfo, Player } from '../protocol.gen';
import { FitLine } from '../widgets/FitLine';
import { ownName } from '../widgets/partyName';
import { SnowCap } from '../widgets/SnowCap';
import { Guests } from './Guests';
import { useLost } from '../widgets/held';
import { words } from './words';

/** ms without a single guest, after which the network is to be suspected. */
const HELP_AFTER = 60_000;

export function Lobby() {
  const room = useRoom();
  const players = Array.from(room.players.values());
  const { party } = room;
  const lost = useLost();
  if (!party) return null;
  const name = ownName(party);
  return (
    <div class="lobby">
      <p class="lobby-logo">snow<b>party</b></p>
      {name && <p class="lobby-name"><FitLine key={name} text={name} /></p>}
      <Way party={party} />
      <div class="lobby-side">
        <Code party={party} />
        {players.length > 0 ? <Guests players={players} /> : <Nobody party={party} />}
      </div>
      {!lost && <Foot players={players} />}
    </div>
  );
}

function Way({ party }: { party: PartyInfo }) {
  return (
    <div class="lobby-way tv-enter">
      <SnowCap />
      <img class="lobby-qr" src={qrUrl(party)} alt="" />
      <p class="lobby-scan">{words().scan}</p>
    </div>
  );
}

function Code({ party }: { party: PartyInfo }) {
  const text = words();
  return (
    <div class="lobby-code tv-enter">
      <p class="lobby-label">{text.code}</p>
      <p class="lobby-letters">{party.code}</p>
      <p class="lobby-label">{text.type}</p>
      <p class="lobby-address">{party.address}</p>
    </div>
  );
}

function Nobody({ party }: { party: PartyInfo }) {
  const [waited, wait] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => wait(true), HELP_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return waited ? <NetworkHelp party={party} /> : <Untouched />;
}

function Untouched() {
  const { first } = words();
  return (
    <div class="lobby-nobody tv-enter">
      <div class="lobby-tracks" aria-hidden="true">{[0, 1, 2, 3, 4, 5, 6].map((i) => <Paw key={i} at={i} />)}</div>
      <p class="lobby-nobody-title">{first.title}</p>
      <p class="lobby-label">{first.text}</p>
    </div>
  );
}

function Paw({ at }: { at: number }) {
  return (
    <svg class="lobby-paw" viewBox="0 0 40 40" style={{ animationDelay: `${at * 0.5}s`, transform: `translateY(${at % 2 ? 1.1 : -1.1}rem) rotate(90deg)` }}>
      <g fill="#dfe8ff"><path d="M20 19c8 0 12 7 10 13s-7 3-10 3-8 3-10-3 2-13 10-13Z" /><ellipse cx="6" cy="18" rx="4" ry="5.5" /><ellipse cx="34" cy="18" rx="4" ry="5.5" /><ellipse cx="14.5" cy="9" rx="4" ry="5.5" /><ellipse cx="25.5" cy="9" rx="4" ry="5.5" /></g>
    </svg>
  );
}

/** An unreachable page cannot explain itself, so the TV must. */
function NetworkHelp({ party }: { party: PartyInfo }) {
  const { network } = words();
  return (
    <div class="lobby-help tv-enter">
      <p class="lobby-help-title">{network.title}</p>
      <p>{network.wifi}</p>
      <p>{network.guest}</p>
      {party.other_addresses.length > 0 && <p>{network.other} <b>{party.other_addresses.slice(0, 3).join(', ')}</b></p>}
    </div>
  );
}

function Foot({ players }: { players: readonly Player[] }) {
  const text = words();
  const ready = players.filter((player) => player.confirmed).length;
  const all = players.length > 0 && ready === players.length;
  return (
    <div class="lobby-foot">
      {players.length > 0 && <p class="lobby-count">{text.guests(players.length)}{ready > 0 && !all && <span> · {text.confirmed(ready)}</span>}</p>}
      {players.length > 0 && <p class={all ? 'lobby-hint lobby-hint-go' : 'lobby-hint'}>{all ? text.allReady : text.hint}</p>}
    </div>
  );
}

