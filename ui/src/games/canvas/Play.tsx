// The canvas on a phone: painted together, and at the end a card to take home.
import { useEffect, useMemo } from 'preact/hooks';
import { useRoom, type Room } from '../../lib/room';
import { Finale } from './phone/Finale';
import { Studio } from './phone/Studio';
import { Canvas } from './sync/canvas';

export default function CanvasPlay() {
  const room = useRoom();
  const { session } = room;
  const canvas = useCanvas(room);
  if (!session) return null;
  if (session.phase === 'finale' || session.status === 'finished') return <Finale canvas={canvas} room={room} />;
  return <Studio canvas={canvas} room={room} clock={room.clock} />;
}

function useCanvas(room: Room): Canvas {
  const canvas = useMemo(() => new Canvas({ ...room.ticket, room }), [room]);
  useEffect(() => {
    canvas.start();
    return () => canvas.stop();
  }, [canvas]);
  return canvas;
}
