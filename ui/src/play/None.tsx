// Before a party is found.
import type { SystemError } from '../protocol.gen';
import { Refusal } from './later';
import { Logo } from '../lib/Logo';
import type { Phone } from './phone';
import { words } from './words';

export function Looking() {
  return (
    <main class="ph ph-middle">
      <Logo />
      <p class="ph-hint late">{words().looking}</p>
    </main>
  );
}

export function None({ phone, error }: { phone: Phone; error: SystemError }) {
  const offline = error.code === 'page/offline';
  return (
    <main class="ph ph-middle">
      <Logo />
      <section class="card enter ph-note">
        <h1>{words().none.title}</h1>
        <p>{offline ? <Refusal error={error} /> : words().none.text}</p>
        <button class="btn btn-go btn-wide" onClick={() => void phone.look()}>
          {words().none.retry}
        </button>
      </section>
    </main>
  );
}
