// A lost connection is seen at once, and what the guest did meanwhile is said to be kept.
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import { words } from './words';

/** After so many tries the Wi-Fi is worth a look. */
const PATIENT = 4;

export function Banner() {
  const room = useRoom();
  const connection = room.connection.value;
  if (connection.state !== 'lost') return null;
  const said = words().banner;
  const kept = room.outbox.count.value > 0;
  return (
    <div class="banner" role="status">
      <Icon sign="wifi" />
      <span>
        <b>{connection.tries > PATIENT ? said.still : said.lost}</b>
        {kept && <span class="banner-kept">{said.waiting}</span>}
      </span>
    </div>
  );
}
