// The host page: one view for each place where the host can be.
import type { ComponentChildren } from 'preact';
import { Logo } from '../lib/Logo';
import { Icon } from '../lib/Icon';
import { RoomContext, type Room } from '../lib/room';
import { ownName } from '../widgets/partyName';
import { Scene } from '../widgets/Scene';
import type { Desk } from './desk';
import { DeskView } from './DeskView';
import { HostKey } from './key';
import { Gone, Looking, None } from './Notes';
import { PinDoor } from './PinDoor';
import { words } from './words';

export function HostPage({ desk }: { desk: Desk }) {
  const place = desk.place.value;
  return (
    <>
      <Scene mood="calm" light />
      <div class="host">
        <header class="host-top">
          <Logo />
          {place.at === 'desk' && <PartyName room={place.room} />}
          <button class="host-lang" onClick={() => desk.otherLang()}>
            <Icon sign="globe" />
            {words().other}
          </button>
        </header>
        {place.at === 'looking' && <Looking />}
        {place.at === 'none' && <None desk={desk} error={place.error} />}
        {place.at === 'pin' && <PinDoor desk={desk} error={place.error} busy={place.busy} />}
        {place.at === 'gone' && <Gone desk={desk} reason={place.reason} />}
        {place.at === 'desk' && (
          <Inside>
            <RoomContext.Provider value={place.room}>
              <HostKey.Provider value={place.key}>
                <DeskView />
              </HostKey.Provider>
            </RoomContext.Provider>
          </Inside>
        )}
      </div>
    </>
  );
}

function PartyName({ room }: { room: Room }) {
  const name = room.party && ownName(room.party);
  return name ? <p class="host-party" title={name}>{name}</p> : null;
}

function Inside({ children }: { children: ComponentChildren }) {
  return <main class="desk">{children}</main>;
}
