// A small command of the canvas's desk.
import { useLost } from '../../../widgets/held';
import { DeskIcon, type DeskSign } from './DeskIcon';

interface ActProps {
  sign: DeskSign;
  word: string;
  warn?: boolean;
  press: () => void;
}

export function Act({ sign, word, warn = false, press }: ActProps) {
  const lost = useLost();
  return (
    <button class={warn ? 'act is-warn' : 'act'} disabled={lost} onClick={press}>
      <DeskIcon sign={sign} />
      {word}
    </button>
  );
}
