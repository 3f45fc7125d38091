// The way in for whoever comes late: the QR code and the letters, small, in the same corner during the whole play.
import { qrUrl } from '../lib/api';
import { useRoom } from '../lib/room';

export function Corner() {
  const { party } = useRoom();
  if (!party) return null;
  return (
    <div class="tv-corner">
      <img class="tv-corner-qr" src={qrUrl(party)} alt="" />
      <p class="tv-corner-code">{party.code}</p>
    </div>
  );
}
