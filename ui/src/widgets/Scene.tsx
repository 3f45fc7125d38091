// The one world behind every page: night sky, aurora, hills, pines, a warm house, falling snow. It fills the screen, takes a mood,
// and knows nothing of games. `light` is for phones: no house, no canvas, few flakes.
import { Aurora } from './Aurora';
import { Hills } from './Hills';
import { Snowfall } from './Snowfall';
import './scene.css';

export type Mood = 'calm' | 'green' | 'yellow' | 'red' | 'joy';

export function Scene({ mood, light = false }: { mood: Mood; light?: boolean }) {
  return (
    <div class="scene" aria-hidden="true">
      <div class="scene-stars" />
      {!light && <div class="scene-stars scene-twinkle" />}
      <Aurora mood={mood} light={light} />
      <Hills light={light} />
      {light ? <Flakes count={9} /> : <Snowfall />}
    </div>
  );
}

/** A few flakes that only the compositor moves. `near`: large ones, in front of everything. */
export function Flakes({ count, near = false }: { count: number; near?: boolean }) {
  return (
    <div class={near ? 'scene-flakes scene-near' : 'scene-flakes'} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <i key={i} class="scene-flake" style={flake(i, count)} />
      ))}
    </div>
  );
}

function flake(i: number, count: number): Record<string, string> {
  const seconds = 11 + ((i * 7) % 9);
  return { left: `${(100 * (i + 0.5)) / count + ((i * 37) % 7) - 3}%`, animationDuration: `${seconds}s`, animationDelay: `${-((i * 13) % 20)}s` };
}
