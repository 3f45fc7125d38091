// A new scene's title: large over its picture for a while, then small in the corner.
import { useEffect, useState } from 'preact/hooks';
import type { QuestScene } from '../../../protocol.gen';

const SHOWN_MS = 3600;

/** `wait`: something lies over the stage; the title comes after it. */
export function TitleCard({ scene, fresh, wait }: { scene: QuestScene; fresh: boolean; wait: boolean }) {
  const [shown, show] = useState(fresh ? 0 : scene.number);
  const large = shown !== scene.number && !wait;
  useEffect(() => {
    if (!large) return undefined;
    const timer = setTimeout(() => show(scene.number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [large, scene.number]);
  if (!scene.title) return null;
  if (large) return <div key={scene.number} class="q-title"><h1 class="q-title-text">{scene.title}</h1></div>;
  return <p class="q-label">{scene.title}</p>;
}
