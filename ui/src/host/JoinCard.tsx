// How guests come in: the QR code, the code, and the address for those who type.
import { qrUrl } from '../lib/api';
import type { PartyInfo } from '../protocol.gen';
import { words } from './words';

export function JoinCard({ party }: { party: PartyInfo }) {
  const said = words().join;
  return (
    <section class="card join">
      <img class="join-qr" src={qrUrl(party)} alt={said.qr} width="168" height="168" />
      <div class="join-words">
        <h2>{said.title}</h2>
        <p class="join-code" aria-label={`${said.code} ${party.code}`}>
          {party.code}
        </p>
        <p class="join-small">{said.address}</p>
        <p class="join-address">{party.address}</p>
        {party.other_addresses.length > 0 && (
          <details class="join-others">
            <summary>{said.others}</summary>
            {party.other_addresses.map((address) => (
              <p key={address}>{address}</p>
            ))}
          </details>
        )}
      </div>
    </section>
  );
}
