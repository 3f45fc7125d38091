// The canvas on the TV: the living board while it is painted, then its film and the podium.
import './tv/canvas.css';
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from '../../lib/room';
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
  const over = session.phase === 'finale' || session.status === 'finished';
  return over ? <Finale canvas={canvas} info={info} /> : <Painting canvas={canvas} info={info} />;
}
