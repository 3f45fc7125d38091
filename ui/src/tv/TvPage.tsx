// The TV: one world behind everything, in front of it the lobby or the game, and over both whatever is in the way just now.
import { useEffect } from 'preact/hooks';
import { gameOf } from '../games';
import { tvGame } from '../games/tv';
import { RoomContext, useRoom, type Room } from '../lib/room';
import { needsGesture } from '../lib/sound';
import type { AwayReason } from '../lib/wire';
import { Flakes, Scene, type Mood } from '../widgets/Scene';
import { Corner } from './Corner';
import { Lobby } from './Lobby';
import { PauseOver } from './PauseOver';
import { Banner, Message, SoundChip } from './Signs';
import { ShowContext, type Place, type Show } from './show';
import { words } from './words';

export function TvPage({ show }: { show: Show }) {
  const place = show.place.value;
  const room = place.at === 'room' ? place.room : null;
  return (
    <ShowContext.Provider value={show}>
      {!show.covered.value && <Scene mood={room ? mood(room) : 'calm'} />}
      <div class="tv">{room ? <RoomContext.Provider value={room}><Stage /></RoomContext.Provider> : <Outside place={place} />}</div>
      {!show.covered.value && <Flakes count={7} near />}
    </ShowContext.Provider>
  );
}

function Stage() {
  const room = useRoom();
  const { session } = room;
  const Game = session ? tvGame(session.game) : null;
  useEffect(() => Game?.prefetch(), [Game]);
  if (!session) return <Message title={words().looking} />;
  const playing = session.status !== 'pending';
  return (
    <>
      {playing && Game ? <Game key={session.session_id} /> : <Lobby />}
      {playing && session.pause && <PauseOver pause={session.pause} />}
      {playing && !gameOf(session.game).fills.tv && <Corner />}
      {room.connection.value.state === 'lost' && <Banner text={words().lost} />}
      {needsGesture.value && <SoundChip />}
    </>
  );
}

function Outside({ place }: { place: Place }) {
  const text = words();
  if (place.at === 'away') return <Message {...goodbye(place.reason)} asleep />;
  if (place.at === 'none') return <Message {...text.none} asleep />;
  return <Message title={text.looking} />;
}

function goodbye(reason: AwayReason): { title: string; text: string } {
  return reason === 'over' ? words().over : words().away;
}

function mood(room: Room): Mood {
  return room.session ? gameOf(room.session.game).mood(room) : 'calm';
}
