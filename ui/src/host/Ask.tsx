// What cannot be undone is asked once more.
import { Sheet } from '../lib/Sheet';
import { useLost } from '../widgets/held';

interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
}

export function Ask({ said, confirm, close }: { said: Question; confirm: () => void; close: () => void }) {
  const lost = useLost();
  const agree = (): void => {
    close();
    confirm();
  };
  return (
    <Sheet close={close} label={said.title}>
      <h2>{said.title}</h2>
      <p class="sheet-text">{said.text}</p>
      <div class="ask">
        <button class="btn btn-warn" disabled={lost} onClick={agree}>
          {said.yes}
        </button>
        <button class="btn btn-go" onClick={close}>
          {said.no}
        </button>
      </div>
    </Sheet>
  );
}
