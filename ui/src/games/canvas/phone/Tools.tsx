// The sheet with what is needed now and then: turning, mirroring, signs, the whole board.
import { Sheet } from '../../../lib/Sheet';
import type { Easel } from './easel';
import { words } from './index';
import { Sign, type SignKind } from './Sign';
import type { Taste } from './taste';

/** A keyboard is likely where a fine pointer is. */
const hasKeys = (): boolean => matchMedia('(pointer: fine)').matches;

/** Only then do the controls stand at one hand. */
const isLying = (): boolean => matchMedia('(orientation: landscape) and (max-height: 520px)').matches;

export function Tools({ easel, taste, close }: { easel: Easel; taste: Taste; close: () => void }) {
  const said = words().sheet;
  const then = (act: () => void) => (): void => {
    act();
    close();
  };
  return (
    <Sheet close={close} label={words().tools}>
      <div class="cv-lines">
        <Line kind="whole" text={said.whole} act={then(() => easel.obey({ do: 'whole' }))} />
        <Line kind="turn" text={said.turn} act={then(() => easel.turn())} />
        <Line kind="mirror" text={said.mirror} act={then(() => easel.mirror())} />
        <Line kind="signs" text={said.signs} on={taste.signs.value} act={() => easel.toggleSigns()} />
        <Line kind="aim" text={said.aiming} on={taste.aiming.value === 'middle'} act={() => easel.toggleAiming()} />
        {isLying() && <Line kind="hand" text={said.left} on={taste.left.value} act={() => taste.toggle('left')} />}
      </div>
      {hasKeys() && <p class="cv-keys">{words().keys}</p>}
      <button class="btn btn-wide btn-quiet" onClick={close}>
        {said.close}
      </button>
    </Sheet>
  );
}

function Line({ kind, text, on, act }: { kind: SignKind; text: string; on?: boolean; act: () => void }) {
  const state = on === undefined ? {} : { role: 'switch' as const, 'aria-checked': on };
  return (
    <button class="sheet-line" {...state} onClick={act}>
      <Sign kind={kind} />
      <span class="cv-line-text">{text}</span>
      {on !== undefined && <span class={on ? 'cv-switch is-on' : 'cv-switch'}>{on ? words().sheet.on : words().sheet.off}</span>}
    </button>
  );
}
