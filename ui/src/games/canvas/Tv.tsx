// The canvas on the TV: the living board while it is painted, then its film and the podium.
import './tv/canvas.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../../lib/room';
import type { CanvasBoard, SessionState } from '../../protocol.gen';
import { Message } from '../../tv/Signs';
import { words as tvWords } from '../../tv/words';
import { Canvas } from './sync/canvas';
import { Finale } from './tv/Finale';
import { Painting } from './tv/Painting';

export default function CanvasTv() {
  const room = useRoom();
  const { session, party } = room;
  const [canvas] = useState(() => new Canvas({ code: party ? party.code : '', token: null, room }));
  useEffect(() => {
    canvas.start();
    return () => canvas.stop();
  }, [canvas]);
  const info = canvas.info.value;
  if (!session || !info) return <Message title={tvWords().almost} />;
  return <Scene canvas={canvas} info={info} over={isOver(session)} />;
}

function isOver(session: SessionState): boolean {
  return session.phase === 'finale' || session.status === 'finished';
}

/** Who comes after the end, or again, is not shown the whole film: it is for those who looked on. */
function Scene({ canvas, info, over }: { canvas: Canvas; info: CanvasBoard; over: boolean }) {
  const lookedOn = useRef(false);
  if (!over) lookedOn.current = true;
  return over ? <Finale canvas={canvas} info={info} film={lookedOn.current} /> : <Painting canvas={canvas} info={info} />;
}
