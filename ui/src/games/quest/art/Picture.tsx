// The stage of a scene: its layers over each other, tinted by the mood. Fills its box; what moves, moves on a layer of its own, so that nothing is painted twice.
import { useState } from 'preact/hooks';
import { memo } from '../../../widgets/memo';
import { moodOf } from './scenes/moods';
import { area, edge, Paints, type Air, type Art, type Layer } from './scenes/paint';
import { sceneOf } from './scenes';
import './pictures.css';

const ALL = 'M0 0H1600V900H0z';

let drawn = 0;

/** Two pictures may be on a page while one fades into the other, even two of one place: each names its paints after its id and its own number. */
export function Picture(props: { id: string; mood: string; class?: string }) {
  const [own] = useState(() => (drawn += 1));
  return <Stage {...props} own={own} />;
}

const Stage = memo(function Stage({ id, mood, class: more = '', own }: { id: string; mood: string; class?: string; own: number }) {
  const paints = new Paints(`pic-${id}-${own}-`, moodOf(mood));
  const { layers, air } = sceneOf(id)(paints);
  const veil: Art[] = [area(paints.mood.tint, ALL), area(edge(paints, paints.mood.edge), ALL)];
  const veiled = Math.max(...layers.map(({ motion }, i) => (motion === 'still' || motion === 'drift' ? i : 0)));
  return (
    <div class={`pic ${more}`} aria-hidden="true">
      {layers.map(({ motion, art }, i) => <Sheet motion={motion} art={i === veiled ? art.concat(veil) : art} />)}
      <svg class="pic-sheet">{paints.defs()}</svg>
      {air && <Afloat air={air} />}
    </div>
  );
});

function Sheet({ motion, art }: Layer) {
  return <svg class={`pic-sheet pic-${motion}`} viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid slice">{art as Art}</svg>;
}

const COUNT: Record<Air, number> = { snow: 16, gale: 22, embers: 10, dust: 9 };

function Afloat({ air }: { air: Air }) {
  return <div class={`pic-air pic-${air}`}>{Array.from({ length: COUNT[air] }, (_, i) => <i key={i} style={course(i, COUNT[air])} />)}</div>;
}

function course(i: number, count: number): Record<string, string> {
  return { left: `${(100 * (i + 0.5)) / count + ((i * 37) % 7) - 3}%`, animationDuration: `${9 + ((i * 7) % 9)}s`, animationDelay: `${-((i * 13) % 20)}s` };
}
