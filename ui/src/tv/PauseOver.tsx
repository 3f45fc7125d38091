// The session stands still: the host has paused it, or the machine has come back after a loss of power and is about to go on.
import { useRoom } from '../lib/room';
import type { Pause } from '../protocol.gen';
import { Avatar } from '../widgets/Avatar';
import { useResumesIn } from '../widgets/resumes';
import { useHeld } from '../widgets/held';
import { words } from './words';

const FRIENDS = 7;

export function PauseOver({ pause }: { pause: Pause }) {
  const text = words();
  const { title, text: line } = pause.reason === 'restart' ? text.restart : text.pause;
  const soon = typeof pause.resumes_in === 'number';
  return (
    <div class="tv-pause">
      <Friends awake={soon} />
      <h1 class="tv-title">{title}</h1>
      {soon ? <Countdown pause={pause} /> : <p class="tv-text">{line}</p>}
      {soon && pause.reason === 'restart' && <p class="tv-text">{line}</p>}
    </div>
  );
}

function Friends({ awake }: { awake: boolean }) {
  const players = Array.from(useRoom().players.values()).slice(0, FRIENDS);
  return (
    <div class="tv-message-friends">
      {players.map((player) => (
        <div key={player.id} class="tv-message-friend"><Avatar animal={player.avatar} color={player.color} face={awake ? 'joy' : 'sleep'} /></div>
      ))}
    </div>
  );
}

function Countdown({ pause }: { pause: Pause }) {
  const seconds = useHeld(useResumesIn(pause));
  return (
    <div class="tv-countdown">
      <p class="tv-text">{words().goesOn}</p>
      <p key={seconds} class="tv-countdown-number">{seconds}</p>
    </div>
  );
}
