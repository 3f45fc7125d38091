// A short call over the scene when something happens: a new leader, a picture made whole.
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { GameEvent, Player } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './words';

const STANDS = 2600;

interface Call {
  id: number;
  player: Player;
  text: string;
}

export function Shout() {
  const room = useRoom();
  const [call, shout] = useState<Call | null>(null);
  useEffect(() => {
    let [count, timer] = [0, 0];
    const end = room.on('game.event', (event) => {
      const player = room.topics.players.peek().get(Number(event.payload.player_id));
      const text = player && wording(event, player);
      if (!player || !text) return;
      shout({ id: ++count, player, text });
      clearTimeout(timer);
      timer = window.setTimeout(() => shout(null), STANDS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [room]);
  if (!call) return null;
  return (
    <div key={call.id} class="shout">
      <div class="shout-face"><Avatar animal={call.player.avatar} color={call.player.color} face="joy" /></div>
      <p class="shout-text">{call.text}</p>
    </div>
  );
}

function wording(event: GameEvent, player: Player): string | null {
  if (event.kind === 'lead_changed') return words().lead(player.name);
  if (event.kind === 'player_finished') return words().finished(player.name);
  return null;
}
