// A refusal is said in passing; the guest's own answer shows what came of it.
import { useEffect, useState } from 'preact/hooks';
import { refusalWords } from './errors';
import { useRoom } from './room';
import type { ActionRequest, SystemError } from '../protocol.gen';

const SHOWN = 3500;
/** Told by other means, or healed by the page itself. */
const SILENT = new Set(['action/paused', 'action/already_given', 'action/level_not_running', 'request/flood', 'system/internal']);

/** What is said of a refusal, given what was refused if the page asked for it; null says nothing. */
type Say = (error: SystemError, request: ActionRequest | null) => string | null;

interface Refused {
  error: SystemError;
  request: ActionRequest | null;
}

export function Toast({ say = refusalWords }: { say?: Say }) {
  const room = useRoom();
  const [refused, show] = useState<Refused | null>(null);
  useEffect(
    () =>
      room.on('system.error', (error) => {
        const request = error.action_id ? room.outbox.find(error.action_id) : null;
        if (!SILENT.has(error.code) && say(error, request) !== null) show({ error, request });
      }),
    [room, say],
  );
  useEffect(() => {
    if (!refused) return undefined;
    const timer = setTimeout(() => show(null), SHOWN);
    return () => clearTimeout(timer);
  }, [refused]);
  if (!refused) return null;
  return (
    <p class="toast enter" role="status">
      {say(refused.error, refused.request)}
    </p>
  );
}
