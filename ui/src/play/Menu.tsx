// The few things that are not play: costume, language, a word to the host, leaving.
import { useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { useBegins } from './begins';
import type { Phone } from './phone';
import { Sheet } from '../lib/Sheet';
import { words } from './words';

interface MenuProps {
  phone: Phone;
  open: (sheet: 'rename' | 'feedback') => void;
  close: () => void;
}

export function Menu({ phone, open, close }: MenuProps) {
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
      <button class="sheet-line" onClick={() => open('rename')}>
        <Icon sign="pencil" />
        {said.rename}
      </button>
      <button class="sheet-line" onClick={() => open('feedback')}>
        <Icon sign="speech" />
        {said.feedback}
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
