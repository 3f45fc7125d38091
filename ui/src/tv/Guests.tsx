// Guests in the lobby. A few stand large with their names; a crowd stands close together, and the names are called one after another.
import { Avatar } from '../widgets/Avatar';
import type { Player } from '../protocol.gen';
import { fit } from './fit';
import { FitName } from './FitName';
import { useBeat } from './steps';
import { words } from './words';

/** rem: the room that the lobby leaves for them. */
const WIDTH = 69;
const HEIGHT = 22.5;
const NAMED = 24;
const MOST = 60;

export function Guests({ players }: { players: readonly Player[] }) {
  const guests = players.slice().sort((a, b) => a.id - b.id);
  return guests.length <= NAMED ? <Named guests={guests} /> : <Crowd guests={guests} />;
}

function Named({ guests }: { guests: readonly Player[] }) {
  const many = guests.length > 12;
  const columns = guests.length <= 4 || many ? 4 : 6;
  const tall = guests.length <= 4 ? 'guests-large' : guests.length <= 6 ? 'guests-middle' : many ? 'guests-lines' : 'guests-small';
  return (
    <div class={`guests ${tall}`}>
      {guests.map((guest, i) => (
        <div key={guest.id} class="guest" style={{ width: `${WIDTH / columns}rem` }}>
          <Hop guest={guest} look={toward(i, guests.length - 1, columns)} />
          {many ? <p class="guest-name">{guest.name}</p> : <FitName name={guest.name} crowd={tall} />}
        </div>
      ))}
    </div>
  );
}

function Crowd({ guests }: { guests: readonly Player[] }) {
  const shown = guests.slice(-MOST);
  const side = fit(shown.length, WIDTH, HEIGHT - 5.2);
  const hidden = guests.length - shown.length;
  return (
    <div>
      <RollCall guests={guests} />
      <div class="guests guests-crowd">
        {shown.map((guest) => (
          <div key={guest.id} class="guest" style={{ width: `${side}rem`, height: `${side}rem` }}><Hop guest={guest} look={0} /></div>
        ))}
        {hidden > 0 && <p class="guests-more">+{hidden}</p>}
      </div>
    </div>
  );
}

/** Whoever came last is called first; then everyone has a turn. */
function RollCall({ guests }: { guests: readonly Player[] }) {
  const beat = useBeat(2400);
  const newest = guests[guests.length - 1] as Player;
  const start = beat % 4 === 0 ? guests.length - 1 : (beat * 3) % guests.length;
  const called = beat % 4 === 0 ? [newest] : [0, 1, 2].map((i) => guests[(start + i) % guests.length] as Player);
  return (
    <div class="rollcall">
      {called.length === 1 && <p class="rollcall-new">{words().joined}</p>}
      {called.map((guest) => (
        <div key={`${beat}/${guest.id}`} class="rollcall-one">
          <div class="rollcall-face"><Avatar animal={guest.avatar} color={guest.color} face="joy" /></div>
          <p class="rollcall-name">{guest.name}</p>
        </div>
      ))}
    </div>
  );
}

function Hop({ guest, look }: { guest: Player; look: number }) {
  return (
    <div class="guest-hop">
      <Avatar animal={guest.avatar} color={guest.color} face={guest.online ? (guest.confirmed ? 'joy' : 'calm') : 'sleep'} lookX={look} lookY={look === 0 ? 0 : 0.4} />
    </div>
  );
}

/** Everyone looks at the newest guest. */
function toward(from: number, to: number, columns: number): number {
  return Math.max(-1, Math.min(1, (to % columns) - (from % columns)));
}
