// The canvas that the desk commands: the room's, with the host's key.
import { useMemo } from 'preact/hooks';
import { useHostKey } from '../../../host/key';
import { useRoom } from '../../../lib/room';
import { Canvas } from '../sync/canvas';

/** One that only commands; whoever wants to see the board has to start it. */
export function useCanvas(): Canvas {
  const room = useRoom();
  const token = useHostKey();
  const code = room.party?.code ?? '';
  return useMemo(() => new Canvas({ code, token, room }), [room, token, code]);
}
