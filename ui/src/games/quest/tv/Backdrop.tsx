// The scene's picture, over the whole screen. Another picture comes through the one before it, which then goes. The night of the house
// is behind it, and stands still while it cannot be seen.
import { useEffect, useState } from 'preact/hooks';
import { useShow } from '../../../tv/show';
import { Picture } from '../art/Picture';

const FADE_MS = 1400;

interface Layer {
  id: string;
  mood: string;
}

export function Backdrop({ id, mood, dim = false }: Layer & { dim?: boolean }) {
  const [layers, show] = useState<readonly Layer[]>([{ id, mood }]);
  const top = layers[layers.length - 1];
  const changed = !top || top.id !== id || top.mood !== mood;
  useCover();
  useEffect(() => {
    if (changed) show((all) => all.slice(-1).concat([{ id, mood }]));
    const timer = setTimeout(() => show((all) => (all.length > 1 ? all.slice(-1) : all)), FADE_MS);
    return () => clearTimeout(timer);
  }, [id, mood]);
  return (
    <div class="q-backdrop" aria-hidden="true">
      {layers.map((layer) => <div key={`${layer.id}/${layer.mood}`} class="q-backdrop-layer"><Picture id={layer.id} mood={layer.mood} class="q-picture" /></div>)}
      <div class={dim ? 'q-shade q-shade-dim' : 'q-shade'} />
    </div>
  );
}

/** Once the first picture has come, it hides the night. */
function useCover(): void {
  const show = useShow();
  useEffect(() => {
    const timer = setTimeout(() => show.cover(true), FADE_MS);
    return () => {
      clearTimeout(timer);
      show.cover(false);
    };
  }, [show]);
}
