// A refusal is said in passing; the guest's own answer shows what came of it.
import { useEffect, useState } from 'preact/hooks';
import { refusalWords } from './errors';
import { useRoom } from './room';
import type { ActionRequest, SystemError } from '../protocol.gen';

const SHOWN = 3500;
/** Told by other means, or healed by the page itself. */
const SILENT = new Set(['action/paused', 'action/already_given', 'action/level_not_running', 'request/flood', 'system/internal']);

/** `hush` keeps quiet about what the page sent by itself. */
export function Toast({ hush = () => false }: { hush?: (refused: ActionRequest) => boolean }) {
  const room = useRoom();
  const [error, show] = useState<SystemError | null>(null);
  useEffect(
    () =>
      room.on('system.error', (refused) => {
        const request = refused.action_id ? room.outbox.find(refused.action_id) : null;
        if (!SILENT.has(refused.code) && !(request && hush(request))) show(refused);
      }),
    [room],
  );
  useEffect(() => {
    if (!error) return undefined;
    const timer = setTimeout(() => show(null), SHOWN);
    return () => clearTimeout(timer);
  }, [error]);
  if (!error) return null;
  return (
    <p class="toast enter" role="status">
      {refusalWords(error)}
    </p>
  );
}
