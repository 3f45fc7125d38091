// The page stays away: why, and the one thing to do about it.
import type { Goodbye, Phone } from './phone';
import { Logo } from '../lib/Logo';
import { words } from './words';
import { Avatar } from '../widgets/Avatar';

export function Away({ phone, reason }: { phone: Phone; reason: Goodbye }) {
  const said = words().away[reason];
  const costume = phone.pocket.costume;
  return (
    <main class="ph ph-middle">
      <Logo />
      <section class="card enter ph-note">
        {costume && (
          <div class="ph-note-face">
            <Avatar animal={costume.avatar} color={phone.color} face="sleep" />
          </div>
        )}
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        <button class="btn btn-go btn-wide" onClick={() => phone.comeBack()}>
          {said.go}
        </button>
      </section>
    </main>
  );
}
