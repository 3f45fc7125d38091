// Who am I, and how do I stand: the guest's own animal, name and place.
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import { Avatar } from '../widgets/Avatar';
import { words } from './words';

export function TopBar({ openMenu }: { openMenu: () => void }) {
  const room = useRoom();
  const me = room.me;
  if (!me) return null;
  const line = room.topic('leaderboard.update')?.leaderboard.find((one) => one.player_id === me.id);
  const placed = line !== undefined && line.score > 0;
  return (
    <header class="top">
      <span class="top-face">
        <Avatar animal={me.avatar} color={me.color} face={me.online ? 'calm' : 'sleep'} />
      </span>
      <span class="top-name">{me.name}</span>
      {placed && <span class="top-place">{words().place(line.place)}</span>}
      <button class="top-menu" aria-label={words().menu.open} onClick={openMenu}>
        <Icon sign="dots" />
      </button>
    </header>
  );
}
