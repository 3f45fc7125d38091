// The door: a name and an animal are already there, so one tap is enough.
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { lang } from '../lib/i18n';
import type { SystemError } from '../protocol.gen';
import { CostumePicker, drawCostume, type Picked } from './CostumePicker';
import { Refusal } from './later';
import { Logo } from '../lib/Logo';
import { funnyName } from './names';
import type { Phone } from './phone';
import { words } from './words';

interface Props {
  phone: Phone;
  code: string;
  error: SystemError | null;
  busy: boolean;
}

export function Door({ phone, code, error, busy }: Props) {
  const [picked, change] = useState<Picked>(() => lastCostume(phone) ?? drawCostume());
  const spoken = lang.value;
  // A name of ours is spoken in the guest's language; a typed one is the guest's own.
  useEffect(() => change((before) => (before.own ? before : { ...before, name: funnyName(spoken, before.avatar, Math.random()) })), [spoken]);
  const gone = error !== null && (error.code === 'party/unknown' || error.code === 'party/ended');
  const enter = (): void => {
    if (!busy) void phone.enter(code, picked);
  };
  return (
    <main class="ph door">
      <header class="door-top">
        <Logo />
        <button class="ph-lang" onClick={() => phone.otherLang()}>
          <Icon sign="globe" />
          {words().other}
        </button>
      </header>
      <section class="card door-card enter">
        <h1>{words().join.title}</h1>
        <CostumePicker picked={picked} color={null} change={change} submit={enter} />
      </section>
      <div class="ph-foot">
        {error && (
          <p class="ph-sorry enter" role="alert">
            <Refusal error={error} />
          </p>
        )}
        {gone ? (
          <button class="btn btn-go btn-big" onClick={() => void phone.look()}>
            {words().none.retry}
          </button>
        ) : (
          <button class="btn btn-go btn-big" disabled={busy} onClick={enter}>
            {busy ? words().join.going : words().join.go}
          </button>
        )}
        <p class="ph-hint">{words().join.code(code)}</p>
      </div>
    </main>
  );
}

function lastCostume(phone: Phone): Picked | null {
  const worn = phone.pocket.costume;
  return worn ? { ...worn, own: true } : null;
}
