// The scene's picture, over the whole screen. Another picture comes through the one before it, which goes once it cannot be seen. The
// night of the house is behind them, and stands still meanwhile.
import { useEffect, useState } from 'preact/hooks';
import { useShow } from '../../../tv/show';
import { Picture } from '../art/Picture';

interface Layer {
  id: string;
  mood: string;
}

export function Backdrop({ id, mood, dim = false }: Layer & { dim?: boolean }) {
  const [layers, show] = useState<readonly Layer[]>([{ id, mood }]);
  const cover = useCover();
  const top = layers[layers.length - 1];
  const changed = !top || top.id !== id || top.mood !== mood;
  useEffect(() => {
    if (changed) show((all) => all.slice(-1).concat([{ id, mood }]));
  }, [id, mood]);
  // By its own end, not by a clock: a slow TV would be left without any picture.
  const come = (layer: Layer, event: AnimationEvent): void => {
    if (event.target !== event.currentTarget) return;
    cover();
    show((all) => all.slice(all.indexOf(layer)));
  };
  return (
    <div class="q-backdrop" aria-hidden="true">
      {layers.map((layer) => <div key={`${layer.id}/${layer.mood}`} class="q-backdrop-layer" onAnimationEnd={(event) => come(layer, event)}><Picture id={layer.id} mood={layer.mood} class="q-picture" /></div>)}
      <div class={dim ? 'q-shade q-shade-dim' : 'q-shade'} />
    </div>
  );
}

/** Hides the night, until the pictures go. */
function useCover(): () => void {
  const show = useShow();
  useEffect(() => () => show.cover(false), [show]);
  return () => show.cover(true);
}
