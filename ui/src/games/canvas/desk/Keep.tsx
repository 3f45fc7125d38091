// Something of the canvas that the host's own device keeps.
import { inParty } from '../../../lib/bearer';
import { useRoom } from '../../../lib/room';
import { DeskIcon, type DeskSign } from './DeskIcon';

interface KeepProps {
  sign: DeskSign;
  word: string;
  /** Of the canvas's answers. */
  path: string;
  /** What the file's name ends with, behind the party's code. */
  file: string;
  look?: string;
}

export function Keep({ sign, word, path, file, look = 'btn btn-pale btn-wide' }: KeepProps) {
  const code = useRoom().party?.code ?? '';
  return (
    <a class={`${look} keep`} href={inParty(code, `canvas/${path}`)} download={`snowparty-${code}${file}`}>
      <DeskIcon sign={sign} />
      <span class="btn-word">{word}</span>
    </a>
  );
}
