// The level is announced: which, how it is played, and how soon.
import { useSecondsLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { LevelMsg, SessionState, Timer } from '../../../protocol.gen';
import { words } from './index';
import { LevelSign } from './LevelSign';
import { HowTo } from './HowTo';

export function Intro({ session, level }: { session: SessionState; level: LevelMsg }) {
  const said = words();
  return (
    <main class="ar-intro" key={level.round}>
      <section class="card ar-intro-card enter">
        <p class={`ar-level ar-${level.level}`}>
          <LevelSign level={level.level} />
          {said.level(level.level)}
        </p>
        <h1>{said.game(level.mini_game)}</h1>
        <HowTo game={level.mini_game} />
        <p class="ar-how">{said.how(level.mini_game)}</p>
        <p class="ar-worth">
          {said.round(level.round, level.of)} · {said.worth(level.points)}
        </p>
      </section>
      {session.timer && <Start timer={session.timer} />}
    </main>
  );
}

function Start({ timer }: { timer: Timer }) {
  const seconds = useSecondsLeft(useRoom().clock, timer.deadline);
  return (
    <div class="ar-start" role="timer">
      <p>{seconds > 0 ? words().starts : '\u00a0'}</p>
      <p key={seconds} class="ar-start-count pop">
        {seconds > 0 ? seconds : words().go}
      </p>
    </div>
  );
}

/** The level's code or its first message is on the way. */
export function Waiting() {
  return (
    <main class="ar-middle">
      <p class="ar-text late">{words().noLevel}</p>
    </main>
  );
}
