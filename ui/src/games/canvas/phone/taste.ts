// What a guest likes: how to aim, signs on the colours, the hand that holds the brush. Kept on the phone.
import { signal, type Signal } from '@preact/signals';
import { ownStorage } from '../../../lib/room';

const KEPT = 'snowparty.canvas';

/** `tap`: the crosshair goes where one taps. `middle`: it stands in the middle, and the board moves under it. */
export type Aiming = 'tap' | 'middle';

interface Kept {
  aiming?: Aiming;
  signs?: boolean;
  left?: boolean;
}

export class Taste {
  readonly aiming: Signal<Aiming>;
  readonly signs: Signal<boolean>;
  /** On a phone that lies, the controls stand at the left hand. */
  readonly left: Signal<boolean>;

  constructor() {
    const kept = recall();
    this.aiming = signal(kept.aiming === 'middle' ? 'middle' : 'tap');
    this.signs = signal(kept.signs === true);
    this.left = signal(kept.left === true);
  }

  toggle(which: 'signs' | 'left'): void {
    this[which].value = !this[which].peek();
    this.keep();
  }

  toggleAiming(): void {
    this.aiming.value = this.aiming.peek() === 'tap' ? 'middle' : 'tap';
    this.keep();
  }

  private keep(): void {
    try {
      ownStorage().setItem(KEPT, JSON.stringify({ aiming: this.aiming.peek(), signs: this.signs.peek(), left: this.left.peek() }));
    } catch {
      // A private window: it is liked as long as the page lives.
    }
  }
}

function recall(): Kept {
  try {
    return (JSON.parse(ownStorage().getItem(KEPT) ?? '{}') ?? {}) as Kept;
  } catch {
    return {};
  }
}
