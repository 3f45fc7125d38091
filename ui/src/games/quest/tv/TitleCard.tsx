// A new scene's title: large over its picture for a while, then small in the corner.
import { useEffect, useState } from 'preact/hooks';
import type { QuestScene } from '../../../protocol.gen';
import type { Director } from './director';

const SHOWN_MS = 3600;

/** What lies over the stage is waited for. A title is shown large once, also if a fight comes between two pages of its scene. */
export function TitleCard({ scene, director }: { scene: QuestScene; director: Director }) {
  const [shown, show] = useState(director.titled);
  const large = shown !== scene.number && director.over.value === null;
  useEffect(() => {
    if (!large) return undefined;
    const timer = setTimeout(() => show((director.titled = scene.number)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [large, scene.number]);
  if (!scene.title) return null;
  if (large) return <div key={scene.number} class="q-title"><h1 class="q-title-text">{scene.title}</h1></div>;
  return <p class="q-label">{scene.title}</p>;
}
