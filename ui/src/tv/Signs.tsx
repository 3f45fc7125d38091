// What stands over a scene or in place of it: messages, the banner of a lost line, the wish for a key.
import { useEffect, useState } from 'preact/hooks';
import { Avatar } from '../widgets/Avatar';
import { ANIMALS } from '../widgets/animals';
import { words } from './words';

/** ms for which the wish for a key is said in words. */
const SAYS = 12_000;

/** In the middle of the night, with or without a friend who sleeps. */
export function Message({ title, text, asleep = false }: { title: string; text?: string; asleep?: boolean }) {
  return (
    <div class="tv-message tv-enter">
      {asleep && (
        <div class="tv-message-friends">
          {[1, 9, 14].map((animal, i) => <div key={animal} class="tv-message-friend"><Avatar animal={ANIMALS[animal] as string} color={i + 1} face="sleep" /></div>)}
        </div>
      )}
      <h1 class="tv-title">{title}</h1>
      {text && <p class="tv-text">{text}</p>}
    </div>
  );
}

export function Banner({ text }: { text: string }) {
  return (
    <div class="tv-banner">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 10c5-4.5 11-4.5 16 0M7 13.5c3-2.6 7-2.6 10 0M12 18v.01M4 3l16 18" /></svg>
      <span>{text}</span>
    </div>
  );
}

/** Small, below everything that is read; after a while its sign alone. */
export function SoundChip() {
  const [said, say] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => say(true), SAYS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="tv-sound" aria-label={words().sound}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9.5v5h4l5 4v-13l-5 4ZM17 9c1.5 2 1.5 4 0 6M19.5 6.5c3 3.5 3 7.5 0 11" /></svg>
      {!said && <span>{words().sound}</span>}
    </div>
  );
}
