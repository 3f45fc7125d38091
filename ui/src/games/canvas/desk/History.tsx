// What can be kept of the canvas: the picture at any size, and the film.
import { useState } from 'preact/hooks';
import { inParty } from '../../../lib/bearer';
import { useRoom } from '../../../lib/room';
import type { CanvasBoard } from '../../../protocol.gen';
import { DeskIcon, type DeskSign } from './DeskIcon';
import { words } from './words';

const SCALES = [1, 2, 4, 8, 16];
/** A picture wider or taller than this is of no use to anybody. */
const LARGEST = 8192;

export function History({ info }: { info: CanvasBoard }) {
  const code = useRoom().party?.code ?? '';
  const [scale, choose] = useState(() => usual(info));
  const said = words().history;
  return (
    <section class="card tool">
      <h2>{said.title}</h2>
      <p class="tool-label">{said.scale}</p>
      <div class="chips chips-narrow" role="group" aria-label={said.scale}>
        {scales(info).map((one) => (
          <button key={one} class="chip" aria-pressed={one === scale} onClick={() => choose(one)}>
            ×{one}
          </button>
        ))}
      </div>
      <p class="board-hint">{said.size(info.width * scale, info.height * scale)}</p>
      <Keep sign="picture" word={said.picture} href={inParty(code, `canvas/picture.png?scale=${scale}`)} file={`snowparty-${code}.png`} />
      <Keep sign="film" word={said.film} href={inParty(code, 'canvas/film.gif')} file={`snowparty-${code}.gif`} />
    </section>
  );
}

function scales({ width, height }: CanvasBoard): number[] {
  return SCALES.filter((scale) => scale === 1 || Math.max(width, height) * scale <= LARGEST);
}

/** Large enough for a screen. */
function usual(info: CanvasBoard): number {
  return scales(info).find((scale) => info.width * scale >= 1000) ?? 1;
}

interface KeepProps {
  sign: DeskSign;
  word: string;
  href: string;
  file: string;
}

function Keep({ sign, word, href, file }: KeepProps) {
  return (
    <a class="btn btn-pale btn-wide keep" href={href} download={file}>
      <DeskIcon sign={sign} />
      <span class="btn-word">{word}</span>
    </a>
  );
}
