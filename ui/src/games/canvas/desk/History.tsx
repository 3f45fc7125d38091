// What can be kept of the canvas: the picture at any size, and the film.
import { useState } from 'preact/hooks';
import type { CanvasBoard } from '../../../protocol.gen';
import { Keep } from './Keep';
import { scales, usualScale } from './scales';
import { words } from './words';

export function History({ info }: { info: CanvasBoard }) {
  const [scale, choose] = useState(() => usualScale(info));
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
      <Keep sign="picture" word={said.picture} path={`picture.png?scale=${scale}`} file=".png" />
      <Keep sign="film" word={said.film} path="film.gif" file=".gif" />
    </section>
  );
}
