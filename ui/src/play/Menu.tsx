// The few things that are not play: costume, language, leaving.
import { useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { useBegins } from './begins';
import type { Phone } from './phone';
import { Sheet } from '../lib/Sheet';
import { words } from './words';

export function Menu({ phone, rename, close }: { phone: Phone; rename: () => void; close: () => void }) {
  const [asked, ask] = useState(false);
  const leaving = phone.leaving.value;
  useBegins(close);
  const said = words().menu;
  if (asked || leaving) {
    const stay = (): void => {
      phone.stay();
      close();
    };
    return (
      <Sheet close={stay} label={said.leaveTitle}>
        <h2>{leaving ? said.leaving : said.leaveTitle}</h2>
        <p class="sheet-text">{said.leaveText}</p>
        <button class="btn btn-go btn-wide" onClick={stay}>
          {said.leaveNo}
        </button>
        {!leaving && (
          <button class="btn btn-warn btn-wide" onClick={() => phone.leave()}>
            {said.leaveYes}
          </button>
        )}
      </Sheet>
    );
  }
  return (
    <Sheet close={close} label={said.open}>
      <button class="sheet-line" onClick={rename}>
        <Icon sign="pencil" />
        {said.rename}
      </button>
      <button class="sheet-line" onClick={() => phone.otherLang()}>
        <Icon sign="globe" />
        {said.lang}
      </button>
      <button class="sheet-line" onClick={() => ask(true)}>
        <Icon sign="door" />
        {said.leave}
      </button>
      <button class="btn btn-go btn-wide" onClick={close}>
        {said.close}
      </button>
    </Sheet>
  );
}
