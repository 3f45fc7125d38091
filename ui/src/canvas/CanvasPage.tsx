// The canvas's own page: a laptop whose browser holds a seat plays here, anybody else watches.
import type { ComponentChildren } from 'preact';
import CanvasPlay from '../games/canvas/Play';
import { words as canvasWords } from '../games/canvas/phone';
import { Note } from '../games/canvas/phone/Notes';
import { Studio } from '../games/canvas/phone/Studio';
import { refusalWords } from '../lib/errors';
import { RoomContext, useRoom } from '../lib/room';
import Backdrop from '../play/Backdrop';
import { Banner } from '../play/Banner';
import { PauseOver } from '../play/PauseOver';
import type { Visit } from './visit';
import { words } from './words';

export function CanvasPage({ visit }: { visit: Visit }) {
  const place = visit.place.value;
  return (
    <>
      <Backdrop mood="calm" />
      {place.at === 'looking' && <Middle>{place.error ? refusalWords(place.error) : words().looking}</Middle>}
      {place.at === 'window' && <Watching visit={visit} canvas={place.canvas} code={place.code} />}
      {place.at === 'seat' && (
        <RoomContext.Provider value={place.room}>
          <Seated code={place.code} />
        </RoomContext.Provider>
      )}
    </>
  );
}

function Middle({ children }: { children: ComponentChildren }) {
  return (
    <main class="cv">
      <p class="cv-coming">{children}</p>
    </main>
  );
}

type WindowOf = { visit: Visit; code: string; canvas: Parameters<typeof Studio>[0]['canvas'] };

function Watching({ visit, canvas, code }: WindowOf) {
  const { watching, over, offline } = canvasWords();
  const state = canvas.state.value;
  const painted = state !== 'over' && visit.painted.value;
  const note = painted ? watching : over;
  return <Studio canvas={canvas} room={null} clock={painted ? visit.clock.value : null} instead={<Door title={state === 'offline' ? offline : note.title} text={note.text} go={note.go} code={code} />} />;
}

function Door({ title, text, go, code }: { title: string; text: string; go: string; code: string }) {
  return (
    <Note title={title} text={text}>
      <a class="btn btn-go btn-wide" href={`/play?session=${encodeURIComponent(code)}`}>
        {go}
      </a>
    </Note>
  );
}

function Seated({ code }: { code: string }) {
  const room = useRoom();
  const { session } = room;
  const connection = room.connection.value;
  if (connection.state === 'away' && connection.reason !== 'afk') return <Elsewhere />;
  if (!session) return <Middle>{words().looking}</Middle>;
  const painted = session.game === 'canvas' && session.status !== 'pending';
  return (
    <>
      {painted ? <CanvasPlay /> : <NotNow code={code} />}
      {session.pause && <PauseOver pause={session.pause} />}
      <Banner />
    </>
  );
}

function Elsewhere() {
  const room = useRoom();
  const said = words().again;
  return (
    <main class="cv">
      <div class="cv-foot">
        <Note title={said.title} text={said.text} me={room.me} face="sleep">
          <button class="btn btn-go btn-wide" onClick={() => room.comeBack()}>
            {said.go}
          </button>
        </Note>
      </div>
    </main>
  );
}

function NotNow({ code }: { code: string }) {
  return (
    <main class="cv">
      <div class="cv-foot">
        <Door {...canvasWords().over} code={code} />
      </div>
    </main>
  );
}
