// What goes on now, in a sentence, and what the host can do about it.
import { useState } from 'preact/hooks';
import { Icon, type Sign } from '../lib/Icon';
import { useRoom } from '../lib/room';
import type { LevelMsg, Pause, RoomUpdate, SessionState, Timer } from '../protocol.gen';
import { useHeld, useHeldSeconds, useLost } from '../widgets/held';
import { useResumesIn } from '../widgets/resumes';
import { Ask } from './Ask';
import { words } from './words';

export function Controls({ session, openRules }: { session: SessionState; openRules: () => void }) {
  const room = useRoom();
  const level = room.topic('arena.level');
  return (
    <section class="card now">
      <div class="now-head">
        <div class="now-words">
          <h1>{goesOn(session.pause) ? <Resuming pause={session.pause} /> : headline(session, level, room.topic('room.update'))}</h1>
          <p>
            <Detail session={session} level={level} />
          </p>
        </div>
        {session.timer && !session.pause && <Countdown timer={session.timer} />}
      </div>
      <Buttons session={session} openRules={openRules} />
    </section>
  );
}

/** Does the countdown run after which play goes on? */
function goesOn(pause: Pause | null | undefined): pause is Pause {
  return Boolean(pause) && typeof pause?.resumes_in === 'number';
}

function Resuming({ pause }: { pause: Pause }) {
  return <>{words().phase.resuming(useHeld(useResumesIn(pause)))}</>;
}

function headline(session: SessionState, level: LevelMsg | null, counts: RoomUpdate | null): string {
  const said = words().phase;
  if (session.pause) return session.pause.reason === 'restart' ? said.restart : said.paused;
  if (session.status === 'pending') return counts && counts.players > 0 && counts.confirmed === counts.players ? said.everyone : said.lobby;
  if (session.status === 'finished' || !level) return said.podium;
  if (session.phase === 'intro') return said.intro(level.level, level.mini_game);
  return session.phase === 'board' ? said.board(level.level) : said.play(level.level, level.mini_game);
}

function Detail({ session, level }: { session: SessionState; level: LevelMsg | null }) {
  const room = useRoom();
  const said = words();
  const counts = room.topic('room.update');
  const count = room.topic('arena.count');
  const question = room.topic('arena.question');
  if (session.status === 'pending') return <>{counts ? said.lobby(counts.confirmed, counts.players) : ''}</>;
  if (session.status === 'finished' || !level) return <>{counts ? said.guests(counts.players) : ''}</>;
  const parts = [said.round(level.round, level.of)];
  if (session.phase === 'play' && level.mini_game === 'choose' && question) parts.push(said.question(question.index, question.of));
  if (session.phase === 'play' && count) parts.push(said.done(count.done, count.of));
  return <>{parts.join(' · ')}</>;
}

function Countdown({ timer }: { timer: Timer }) {
  const seconds = useHeldSeconds(useRoom().clock, timer.deadline);
  return (
    <p class="now-timer" role="timer">
      {seconds >= 60 ? `${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}` : seconds}
    </p>
  );
}

function Buttons({ session, openRules }: { session: SessionState; openRules: () => void }) {
  if (session.status === 'pending') return <BeforeStart openRules={openRules} />;
  if (session.status === 'finished') return <AfterEnd openRules={openRules} />;
  return <DuringPlay session={session} />;
}

function BeforeStart({ openRules }: { openRules: () => void }) {
  const room = useRoom();
  const players = room.topic('room.update')?.players ?? room.players.size;
  const nobody = players === 0;
  const lost = useLost();
  return (
    <>
      <button class="btn btn-go btn-big" disabled={nobody || lost} onClick={() => void room.act('start', {}, 'start')}>
        {nobody ? words().startAlone : words().start}
      </button>
      <button class="btn btn-wide btn-pale" onClick={openRules}>
        <Icon sign="gear" />
        <span class="btn-word">{words().rules.open}</span>
      </button>
    </>
  );
}

function AfterEnd({ openRules }: { openRules: () => void }) {
  const room = useRoom();
  const lost = useLost();
  return (
    <>
      <button class="btn btn-go btn-big" disabled={lost} onClick={() => void room.act('again', {}, 'again')}>
        <Icon sign="again" />
        <span class="btn-word">{words().again}</span>
      </button>
      <button class="btn btn-wide btn-pale" onClick={openRules}>
        <Icon sign="gear" />
        <span class="btn-word">{words().rules.open}</span>
      </button>
    </>
  );
}

function DuringPlay({ session }: { session: SessionState }) {
  const room = useRoom();
  const [asking, ask] = useState(false);
  const said = words();
  const paused = session.pause !== null && session.pause !== undefined;
  const stands = paused && !goesOn(session.pause);
  return (
    <>
      <div class="now-row">
        {stands ? (
          <Command sign="play" word={said.resume} look="btn-go" press={() => void room.act('resume', {}, 'pause')} />
        ) : (
          <Command sign="pause" word={paused ? said.wait : said.pause} look="btn-go" press={() => void room.act('pause', {}, 'pause')} />
        )}
        <Command sign="skip" word={said.skip} look="btn-pale" off={paused} press={() => void room.act('skip')} />
      </div>
      <Command sign="stop" word={said.end} look="btn-quiet btn-wide" press={() => ask(true)} />
      {asking && <Ask said={said.endAsk} confirm={() => void room.act('end', {}, 'end')} close={() => ask(false)} />}
    </>
  );
}

function Command({ sign, word, look, off = false, press }: { sign: Sign; word: string; look: string; off?: boolean; press: () => void }) {
  const lost = useLost();
  return (
    <button class={`btn ${look}`} disabled={off || lost} onClick={press}>
      <Icon sign={sign} />
      <span class="btn-word">{word}</span>
    </button>
  );
}
