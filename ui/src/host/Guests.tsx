// Who is there, how they stand, and the way to free a seat.
import { useState } from 'preact/hooks';
import { deskGame, type DeskGame } from '../games/desk';
import { figure, lang } from '../lib/i18n';
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import type { LeaderboardUpdate, Player, SeatId, SessionState } from '../protocol.gen';
import { Avatar } from '../widgets/Avatar';
import { Ask } from './Ask';
import { useLost } from '../widgets/held';
import { words } from './words';

/** More than a host can look through: a field to find them comes up. */
const MANY = 16;
const SHOWN = 120;

export function Guests({ session }: { session: SessionState }) {
  const room = useRoom();
  const [sought, seek] = useState('');
  const [removing, remove] = useState<Player | null>(null);
  const everyone = Array.from(room.players.values());
  const total = room.topic('room.update')?.players ?? everyone.length;
  const found = sought ? everyone.filter((one) => one.name.toLowerCase().indexOf(sought.toLowerCase()) >= 0) : everyone;
  const scores = scoresIn(room.topic('leaderboard.update'), session);
  const ordered = found.sort(session.status === 'pending' ? byComing : byScore);
  return (
    <section class="card guests">
      <div class="guests-head">
        <h2>{words().guests(total)}</h2>
        {everyone.length > MANY && (
          <input class="field guests-find" value={sought} placeholder={words().find} aria-label={words().find} onInput={(event) => seek(event.currentTarget.value)} />
        )}
      </div>
      {everyone.length === 0 && <p class="guests-none">{words().nobody}</p>}
      <ul class="guests-list">
        {ordered.slice(0, SHOWN).map((player) => (
          <Guest key={player.id} player={player} pending={session.status === 'pending'} game={deskGame(session.game)} score={scores(player)} remove={() => remove(player)} />
        ))}
      </ul>
      {ordered.length > SHOWN && <p class="guests-none">{words().more(ordered.length - SHOWN)}</p>}
      {removing && <Remove player={removing} close={() => remove(null)} confirm={(id) => void room.act('remove', { player_id: id })} />}
    </section>
  );
}

/** The score of a player; null if it is not known. */
type Scores = (player: Player) => number | null;

/** While a session runs, its own board knows better than what each player was last said to have; whoever is not on it has no figure. */
function scoresIn(told: LeaderboardUpdate | null, session: SessionState): Scores {
  if (session.status !== 'active' || !told || told.session_id !== session.session_id) return ({ score }) => score;
  const scores = new Map(told.leaderboard.map((line) => [line.player_id, line.score]));
  return ({ id }) => scores.get(id) ?? null;
}

interface GuestProps {
  player: Player;
  pending: boolean;
  game: DeskGame | null;
  score: number | null;
  remove: () => void;
}

function Guest({ player, pending, game, score, remove }: GuestProps) {
  const lost = useLost();
  return (
    <li class={`guest ${player.online ? '' : 'is-away'}`}>
      <span class="guest-face">
        <Avatar animal={player.avatar} color={player.color} face={player.online ? (player.confirmed && pending ? 'joy' : 'calm') : 'sleep'} />
      </span>
      <span class="guest-name" title={player.name}>{player.name}</span>
      <Standing player={player} pending={pending} game={game} score={score} />
      <button class="guest-remove" disabled={lost} aria-label={words().remove(player.name)} onClick={remove}>
        <Icon sign="cross" />
      </button>
    </li>
  );
}

function Standing({ player, pending, game, score }: Omit<GuestProps, 'remove'>) {
  const Role = game?.Role;
  if (!player.online) return <span class="guest-state">{words().away}</span>;
  if (!pending && Role) return <Role player={player} />;
  if (!pending) return score === null ? null : <b class="guest-score">{figure(lang.value, score)}</b>;
  if (!player.confirmed) return null;
  return (
    <span class="guest-state is-ready">
      <Icon sign="check" />
      <span>{words().isReady}</span>
    </span>
  );
}

function Remove({ player, confirm, close }: { player: Player; confirm: (id: SeatId) => void; close: () => void }) {
  const said = words().removeAsk;
  return <Ask said={{ ...said, title: said.title(player.name) }} confirm={() => confirm(player.id)} close={close} />;
}

const byComing = (a: Player, b: Player): number => a.id - b.id;
/** Not by what is counted while a session runs: nobody's line may move away from under the host's finger. */
const byScore = (a: Player, b: Player): number => b.score - a.score || a.id - b.id;
