// On top of the board: who I am, what I have placed, my team, and the time that is left. The top right corner is the shell's.
import { useLeft, type PartyClock } from '../../../lib/clock';
import type { Room } from '../../../lib/room';
import type { CanvasBoard, PartyMs } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { TeamSign } from '../../../widgets/TeamSign';
import type { Brush } from './brush';
import { words } from './index';
import { Sign } from './Sign';

interface Standing {
  room: Room | null;
  brush: Brush;
  info: CanvasBoard | null;
  clock: PartyClock | null;
}

export function Head({ room, brush, info, clock }: Standing) {
  const me = room ? room.me : null;
  const seated = brush.status.value !== null;
  const team = brush.team.value;
  const ends = info ? (info.ends_at ?? null) : null;
  return (
    <header class="cv-head">
      {me && (
        <span class="cv-me">
          <Avatar animal={me.avatar} color={me.color} face={brush.status.value === 'afk' && brush.placed.peek() > 0 ? 'sleep' : 'calm'} />
        </span>
      )}
      {seated && <Placed brush={brush} />}
      {team !== null && <Team team={team} />}
      {clock && ends !== null && <TimeLeft clock={clock} ends={ends} />}
    </header>
  );
}

function Placed({ brush }: { brush: Brush }) {
  const placed = brush.placed.value;
  return (
    <span class="cv-chip" aria-label={words().pixels(placed)}>
      <i class="cv-pixel" />
      <b>{placed}</b>
    </span>
  );
}

function Team({ team }: { team: number }) {
  return (
    <span class="cv-chip cv-team" role="img" aria-label={words().team(team)}>
      <TeamSign team={team} />
      <span>{words().team(team)}</span>
    </span>
  );
}

const MINUTE = 60_000;

function TimeLeft({ clock, ends }: { clock: PartyClock; ends: PartyMs }) {
  const left = useLeft(clock, ends, 500);
  return (
    <span class={left < MINUTE ? 'cv-chip is-hurry' : 'cv-chip'} role="timer" aria-label={words().timeLeft}>
      <Sign kind="clock" />
      <b>{hands(Math.ceil(left / 1000))}</b>
    </span>
  );
}

/** 9:59, or 1:02:00. */
function hands(seconds: number): string {
  const two = (n: number): string => ('0' + (n % 60)).slice(-2);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}
