// What goes on now, in a sentence, and what the host can do about it. What is special about a game, the game says itself.
import { gameOf } from '../games';
import { deskGame } from '../games/desk';
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import type { Pause, RoomUpdate, SessionState, Timer } from '../protocol.gen';
import { useHeld, useHeldSeconds, useLost } from '../widgets/held';
import { useResumesIn } from '../widgets/resumes';
import { Command } from './Command';
import { GameCards } from './GameCards';
import { words } from './words';

interface ControlsProps {
  session: SessionState;
  openRules: (game: string) => void;
}

export function Controls({ session, openRules }: ControlsProps) {
  return (
    <section class="card now">
      <div class="now-head">
        <div class="now-words">
          <Headline session={session} />
        </div>
        {session.timer && !session.pause && <Countdown timer={session.timer} />}
      </div>
      <Buttons session={session} openRules={openRules} />
    </section>
  );
}

/** Does the countdown run after which play goes on? */
function goesOn(pause: Pause): boolean {
  return typeof pause.resumes_in === 'number';
}

function Headline({ session }: { session: SessionState }) {
  const counts = useRoom().topic('room.update');
  const Now = deskGame(session.game)?.Now;
  if (session.pause) return <Standing pause={session.pause} title={gameOf(session.game).title()} />;
  if (session.status === 'pending') return <Waiting session={session} counts={counts} />;
  return Now ? <Now session={session} instead={<h1>{gameOf(session.game).title()}</h1>} /> : null;
}

function Waiting({ session, counts }: { session: SessionState; counts: RoomUpdate | null }) {
  const said = words();
  const Coming = deskGame(session.game)?.Coming;
  const everyone = counts !== null && counts.players > 0 && counts.confirmed === counts.players;
  return (
    <>
      <h1>{everyone ? said.phase.everyone : said.phase.lobby}</h1>
      <p>{counts ? said.lobby(counts.confirmed, counts.players) : ''}</p>
      {Coming && <Coming session={session} />}
    </>
  );
}

function Standing({ pause, title }: { pause: Pause; title: string }) {
  const said = words().phase;
  return (
    <>
      <h1>{goesOn(pause) ? <Resuming pause={pause} /> : said[pause.reason]}</h1>
      <p>{title}</p>
    </>
  );
}

function Resuming({ pause }: { pause: Pause }) {
  return <>{words().phase.resuming(useHeld(useResumesIn(pause)))}</>;
}

function Countdown({ timer }: { timer: Timer }) {
  const seconds = useHeldSeconds(useRoom().clock, timer.deadline);
  return (
    <p class="now-timer" role="timer">
      {seconds >= 60 ? `${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}` : seconds}
    </p>
  );
}

function Buttons({ session, openRules }: ControlsProps) {
  if (session.status === 'pending') return <BeforeStart session={session} openRules={openRules} />;
  if (session.status === 'finished') return <AfterEnd session={session} openRules={openRules} />;
  return <DuringPlay session={session} />;
}

function BeforeStart({ session, openRules }: ControlsProps) {
  const room = useRoom();
  const players = room.topic('room.update')?.players ?? room.players.size;
  const nobody = players === 0;
  const lost = useLost();
  return (
    <>
      <button class="btn btn-go btn-big" disabled={nobody || lost} onClick={() => void room.act('start', {}, 'start')}>
        {nobody ? words().startAlone : words().start}
      </button>
      <GameCards title={words().choose.title} chosen={session.game} choose={openRules} />
      <OpenRules session={session} openRules={openRules} />
    </>
  );
}

function AfterEnd({ session, openRules }: ControlsProps) {
  const Encore = deskGame(session.game)?.Encore;
  return (
    <>
      {Encore ? <Encore session={session} /> : <SameAgain />}
      <GameCards title={words().choose.next} chosen={session.game} choose={openRules} />
      <OpenRules session={session} openRules={openRules} />
    </>
  );
}

function SameAgain() {
  const room = useRoom();
  const lost = useLost();
  return (
    <button class="btn btn-go btn-big" disabled={lost} onClick={() => void room.act('again', {}, 'again')}>
      <Icon sign="again" />
      <span class="btn-word">{words().again}</span>
    </button>
  );
}

function OpenRules({ session, openRules }: ControlsProps) {
  return (
    <button class="btn btn-wide btn-pale" onClick={() => openRules(session.game)}>
      <Icon sign="gear" />
      <span class="btn-word">{words().rules.open}</span>
    </button>
  );
}

function DuringPlay({ session }: { session: SessionState }) {
  const room = useRoom();
  const said = words();
  const { pause } = session;
  const stands = pause && !goesOn(pause);
  const Commands = deskGame(session.game)?.Commands;
  return (
    <div class="now-row">
      {stands ? (
        <Command sign="play" word={said.resume} look="btn-go" press={() => void room.act('resume', {}, 'pause')} />
      ) : (
        <Command sign="pause" word={pause ? said.wait : said.pause} look="btn-go" press={() => void room.act('pause', {}, 'pause')} />
      )}
      {Commands && <Commands session={session} />}
    </div>
  );
}
