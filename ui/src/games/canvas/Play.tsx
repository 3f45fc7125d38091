// The canvas on a phone: painted together, and at the end a card to take home.
import { useEffect, useMemo } from 'preact/hooks';
import { useRoom, type Room } from '../../lib/room';
import { Pocket } from '../../play/seat';
import { Finale } from './phone/Finale';
import { Studio } from './phone/Studio';
import { Canvas } from './sync/canvas';

export default function CanvasPlay() {
  const room = useRoom();
  const { session } = room;
  const canvas = useCanvas(room);
  if (!session || !canvas) return null;
  if (session.phase === 'finale' || session.status === 'finished') return <Finale canvas={canvas} room={room} />;
  return <Studio canvas={canvas} room={room} clock={room.clock} />;
}

function useCanvas(room: Room): Canvas | null {
  const code = room.party?.code ?? null;
  const canvas = useMemo(() => code && new Canvas({ code, token: new Pocket().seat(code), room }), [code, room]);
  useEffect(() => {
    if (!canvas) return undefined;
    canvas.start();
    return () => canvas.stop();
  }, [canvas]);
  return canvas || null;
}
