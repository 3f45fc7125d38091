// A command of the host with its sign: nothing is commanded while the line is gone.
import { Icon, type Sign } from '../lib/Icon';
import { useLost } from '../widgets/held';

interface CommandProps {
  sign: Sign;
  word: string;
  look: string;
  off?: boolean;
  press: () => void;
}

export function Command({ sign, word, look, off = false, press }: CommandProps) {
  const lost = useLost();
  return (
    <button class={`btn ${look}`} disabled={off || lost} onClick={press}>
      <Icon sign={sign} />
      <span class="btn-word">{word}</span>
    </button>
  );
}
