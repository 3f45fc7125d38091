// What a guest likes: how to aim, signs on the colours. Kept on the phone.
import { signal, type Signal } from '@preact/signals';
import { ownStorage } from '../../../lib/room';

const KEPT = 'snowparty.canvas';

/** `tap`: the crosshair goes where one taps. `middle`: it stands in the middle, and the board moves under it. */
export type Aiming = 'tap' | 'middle';

interface Kept {
  aiming?: Aiming;
  signs?: boolean;
}

export class Taste {
  readonly aiming: Signal<Aiming>;
  readonly signs: Signal<boolean>;

  constructor() {
    const kept = recall();
    this.aiming = signal(kept.aiming === 'middle' ? 'middle' : 'tap');
    this.signs = signal(kept.signs === true);
  }

  keep(): void {
    try {
      ownStorage().setItem(KEPT, JSON.stringify({ aiming: this.aiming.peek(), signs: this.signs.peek() }));
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
