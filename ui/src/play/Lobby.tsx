// Before the start: this is you, and are you ready?
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import { buzz } from '../lib/touch';
import { Avatar } from '../widgets/Avatar';
import { words } from './words';

export function Lobby({ rename }: { rename: () => void }) {
  const room = useRoom();
  const me = room.me;
  const counts = room.topic('room.update');
  if (!me) return null;
  const toggle = (): void => {
    buzz(20);
    void room.act('ready', { ready: !me.confirmed }, 'ready');
  };
  return (
    <main class="lobby">
      <section class="lobby-me">
        <button class="lobby-face pop" key={me.avatar} aria-label={words().lobby.rename} onClick={rename}>
          <Avatar animal={me.avatar} color={me.color} face={me.confirmed ? 'joy' : 'calm'} />
        </button>
        <h1>{words().lobby.in}</h1>
        <p class="lobby-look">{words().lobby.look}</p>
        <button class="lobby-rename" onClick={rename}>
          <Icon sign="pencil" />
          {words().lobby.rename}
        </button>
      </section>
      <div class="ph-foot">
        <button class={`btn btn-big ${me.confirmed ? 'btn-ready' : 'btn-go'}`} aria-pressed={me.confirmed} onClick={toggle}>
          {me.confirmed && <Icon sign="check" />}
          {me.confirmed ? words().lobby.isReady : words().lobby.ready}
        </button>
        <p class="ph-hint">
          {me.confirmed && counts && counts.confirmed >= counts.players ? words().lobby.wait : counts ? words().lobby.counts(counts.players, counts.confirmed) : words().lobby.wait}
        </p>
      </div>
    </main>
  );
}
