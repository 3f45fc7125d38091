// A new name or animal, without losing the seat.
import { useState } from 'preact/hooks';
import type { Player } from '../protocol.gen';
import { useBegins } from './begins';
import { CostumePicker, type Picked } from './CostumePicker';
import type { Phone } from './phone';
import { Sheet } from '../lib/Sheet';
import { words } from './words';

export function Rename({ phone, me, close }: { phone: Phone; me: Player; close: () => void }) {
  const [picked, change] = useState<Picked>({ name: me.name, avatar: me.avatar, own: true });
  const said = words().rename;
  const save = (): void => {
    phone.rename({ name: picked.name, avatar: picked.avatar });
    close();
  };
  // What was begun is worn, if it is a name at all.
  useBegins(() => {
    const changed = picked.name !== me.name || picked.avatar !== me.avatar;
    if (changed && picked.name.trim() !== '') save();
    else close();
  });
  return (
    <Sheet close={close} label={said.title}>
      <h2>{said.title}</h2>
      <CostumePicker picked={picked} color={me.color} change={change} submit={save} />
      <button class="btn btn-go btn-wide" onClick={save}>
        {said.save}
      </button>
      <button class="btn btn-wide btn-quiet" onClick={close}>
        {said.cancel}
      </button>
    </Sheet>
  );
}
