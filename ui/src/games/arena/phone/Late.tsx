// Who comes in the middle of a level watches it on the TV, and plays from the next one on.
import { useRoom } from '../../../lib/room';
import { Avatar } from '../../../widgets/Avatar';
import { words } from './index';

export function Late() {
  const me = useRoom().me;
  return (
    <main class="ar-middle">
      {me && (
        <span class="ar-face pop">
          <Avatar animal={me.avatar} color={me.color} face="joy" />
        </span>
      )}
      <h1>{words().late.title}</h1>
      <p class="ar-text">{words().late.text}</p>
    </main>
  );
}
