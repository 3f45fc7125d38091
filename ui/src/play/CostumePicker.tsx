// A name and an animal: drawn to begin with, changed by a tap. As long as the name is one of ours, it follows the animal.
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { lang } from '../lib/i18n';
import { buzz } from '../lib/touch';
import { ANIMALS } from '../widgets/animals';
import { Avatar } from '../widgets/Avatar';
import { funnyName } from './names';
import type { Costume } from './seat';
import { words } from './words';

/** More is cut by the server: it counts 20 graphemes, which may be several characters each. */
const LONGEST = 60;

/** So long a keyboard takes to slide in. */
const KEYBOARD = 350;

export interface Picked extends Costume {
  /** Was the name typed by the guest? */
  own: boolean;
}

export function drawCostume(): Picked {
  const avatar = ANIMALS[Math.floor(Math.random() * ANIMALS.length)] ?? 'fox';
  return { avatar, name: funnyName(lang.peek(), avatar, Math.random()), own: false };
}

interface Props {
  picked: Picked;
  color: number | null;
  change: (picked: Picked) => void;
  submit: () => void;
}

export function CostumePicker({ picked, color, change, submit }: Props) {
  const hops = useRef(0);
  const [draws, setDraws] = useState(0);
  const at = ANIMALS.indexOf(picked.avatar);
  const turn = (by: number): void => {
    hops.current += 1;
    buzz(12);
    const avatar = ANIMALS[(at + by + ANIMALS.length) % ANIMALS.length] ?? picked.avatar;
    change({ ...picked, avatar, name: picked.own ? picked.name : funnyName(lang.peek(), avatar, Math.random()) });
  };
  const redraw = (): void => {
    setDraws(draws + 1);
    change({ ...picked, name: otherName(picked), own: false });
  };
  return (
    <>
      <div class="pick">
        <button type="button" class="pick-turn" aria-label={words().join.lastAnimal} onClick={() => turn(-1)}>
          <Icon sign="left" />
        </button>
        <button type="button" class="pick-face" aria-label={words().join.nextAnimal} onClick={() => turn(1)}>
          <span key={hops.current} class="pop">
            <Avatar animal={picked.avatar} color={color ?? at} face="joy" />
          </span>
        </button>
        <button type="button" class="pick-turn" aria-label={words().join.nextAnimal} onClick={() => turn(1)}>
          <Icon sign="right" />
        </button>
      </div>
      <div class="pick-name">
        <input
          class="field"
          value={picked.name}
          maxLength={LONGEST}
          aria-label={words().join.name}
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          enterkeyhint="go"
          onFocus={(event) => show(event.currentTarget)}
          onInput={(event) => change({ ...picked, name: event.currentTarget.value, own: true })}
          onKeyDown={(event) => event.key === 'Enter' && submit()}
        />
        <button type="button" class="pick-dice" aria-label={words().join.another} onClick={redraw}>
          <Icon sign="dice" />
        </button>
      </div>
    </>
  );
}

// The keyboard shrinks the page and may cover the field.
function show(field: HTMLInputElement): void {
  field.select();
  setTimeout(() => field.scrollIntoView({ block: 'center' }), KEYBOARD);
}

function otherName(picked: Picked): string {
  for (let tries = 0; tries < 8; tries++) {
    const name = funnyName(lang.peek(), picked.avatar, Math.random());
    if (name !== picked.name) return name;
  }
  return picked.name;
}
