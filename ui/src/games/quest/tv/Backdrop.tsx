// The scene's picture, over the whole screen. Another picture comes through the one before it, which then goes.
import { useEffect, useState } from 'preact/hooks';
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
