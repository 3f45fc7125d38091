// A refusal is said in passing; the guest's own answer shows what came of it.
import { useEffect, useState } from 'preact/hooks';
import { refusalWords } from './errors';
import { useRoom } from './room';
import type { SystemError } from '../protocol.gen';

const SHOWN = 3500;
/** Told by other means, or healed by the page itself. */
const SILENT = new Set(['action/paused', 'action/already_given', 'action/level_not_running', 'request/flood', 'system/internal']);

export function Toast() {
  const room = useRoom();
  const [error, show] = useState<SystemError | null>(null);
  useEffect(() => room.on('system.error', (refused) => !SILENT.has(refused.code) && show(refused)), [room]);
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
