// The PIN opens the desk; after too many wrong ones the door says how long it stays shut.
import { useEffect, useRef, useState } from 'preact/hooks';
import { refusalWords } from '../lib/errors';
import type { SystemError } from '../protocol.gen';
import type { Desk } from './desk';
import { words } from './words';

export function PinDoor({ desk, error, busy }: { desk: Desk; error: SystemError | null; busy: boolean }) {
  const [pin, type] = useState('');
  const shut = useShut(error);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (shut === 0 && !busy) field.current?.focus();
  }, [shut === 0, busy]);
  const said = words().pin;
  const knock = (event: Event): void => {
    event.preventDefault();
    if (busy || shut > 0 || pin.trim() === '') return;
    void desk.knock(pin.trim());
    type('');
  };
  return (
    <form class="card host-note enter" onSubmit={knock}>
      <h1>{said.title}</h1>
      <p>{said.text}</p>
      <input
        class="field pin-field"
        value={pin}
        inputMode="text"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        autocomplete="one-time-code"
        maxLength={12}
        aria-label={said.field}
        placeholder="• • • •"
        disabled={shut > 0}
        ref={field}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {error && <Sorry error={error} shut={shut > 0} />}
      <button class="btn btn-go btn-wide" disabled={busy || shut > 0 || pin.trim() === ''}>
        {shut > 0 ? said.wait(shut) : busy ? said.going : said.go}
      </button>
    </form>
  );
}

/** How long the door stays shut is counted on its button alone. */
function Sorry({ error, shut }: { error: SystemError; shut: boolean }) {
  const closed = error.code === 'auth/pin_closed';
  if (closed && !shut) return null;
  return (
    <p class="host-sorry" role="alert">
      {closed ? words().pin.closed : refusalWords(error)}
    </p>
  );
}

/** Seconds for which the door stays shut. */
function useShut(error: SystemError | null): number {
  const [left, tell] = useState(0);
  useEffect(() => {
    const closed = error && error.code === 'auth/pin_closed' ? error.params?.['retry_after'] : null;
    if (typeof closed !== 'number') {
      tell(0);
      return undefined;
    }
    const end = performance.now() + closed * 1000;
    const look = (): void => tell(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
