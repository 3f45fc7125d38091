// The game stands still: why, and when it goes on.
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from '../lib/room';
import type { Pause } from '../protocol.gen';
import { Avatar } from '../widgets/Avatar';
import { words } from './words';

export function PauseOver({ pause }: { pause: Pause }) {
  const me = useRoom().me;
  const said = words().pause;
  const soon = typeof pause.resumes_in === 'number';
  const restart = pause.reason === 'restart';
  return (
    <div class="over" role="alert">
      {me && (
        <span class="over-face">
          <Avatar animal={me.avatar} color={me.color} face={soon ? 'joy' : 'sleep'} />
        </span>
      )}
      <h1>{soon ? said.soon : restart ? said.restart : said.host}</h1>
      <p>{soon ? said.soonText : restart ? said.restartText : said.hostText}</p>
      {soon && <Resuming key={pause.resumes_in} within={pause.resumes_in ?? 0} />}
    </div>
  );
}

/** Party time stands, so this counts by the phone's own clock from the moment the message came. */
function Resuming({ within }: { within: number }) {
  const [end] = useState(() => performance.now() + within);
  const [seconds, show] = useState(Math.ceil(within / 1000));
  useEffect(() => {
    const timer = setInterval(() => show(Math.max(1, Math.ceil((end - performance.now()) / 1000))), 100);
    return () => clearInterval(timer);
  }, [end]);
  return (
    <p key={seconds} class="over-count pop">
      {seconds}
    </p>
  );
}
