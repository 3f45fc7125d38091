// The phone page: what stands in the background, and the one view that fits where the guest is.
import { RoomContext } from '../lib/room';
import { Away } from './Away';
import { Door } from './Door';
import { Backdrop, RoomView } from './later';
import { None, Looking } from './None';
import type { Phone } from './phone';

export function PhonePage({ phone }: { phone: Phone }) {
  const place = phone.place.value;
  switch (place.at) {
    case 'looking':
      return <Backed><Looking /></Backed>;
    case 'none':
      return <Backed><None phone={phone} error={place.error} /></Backed>;
    case 'door':
      return <Backed><Door key={place.code} phone={phone} code={place.code} error={place.error} busy={place.busy} /></Backed>;
    case 'away':
      return <Backed><Away phone={phone} reason={place.reason} /></Backed>;
    case 'room':
      return (
        <RoomContext.Provider value={place.room}>
          <RoomView phone={phone} instead={<Backed><Looking /></Backed>} />
        </RoomContext.Provider>
      );
  }
}

function Backed({ children }: { children: preact.ComponentChildren }) {
  return (
    <>
      <Backdrop mood="calm" />
      {children}
    </>
  );
}
