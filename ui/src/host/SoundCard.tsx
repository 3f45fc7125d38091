// How loud the show is, wherever it is played.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../lib/Icon';
import { useRoom } from '../lib/room';
import { useLost } from '../widgets/held';
import { words } from './words';

/** While the slider is held, so often (ms). */
const EVERY = 150;

export function SoundCard() {
  const room = useRoom();
  const sound = room.topic('sound.state');
  const lost = useLost();
  const [held, hold] = useState<number | null>(null);
  const sent = useRef<number | null>(null);
  useEffect(() => {
    if (held === null) return undefined;
    const timer = setTimeout(() => {
      sent.current = held;
      void room.act('volume', { volume: held }, 'volume').then(() => {
        if (sent.current === held) hold(null);
      });
    }, EVERY);
    return () => clearTimeout(timer);
  }, [held, room]);
  if (!sound) return null;
  const volume = held ?? sound.volume;
  return (
    <section class="card sound">
      <label class="sound-label">
        <Icon sign="sound" />
        <span>{words().sound.title}</span>
        <b>{volume}</b>
      </label>
      <input
        class="slider"
        type="range"
        min="0"
        max="100"
        step="1"
        value={volume}
        aria-label={words().sound.title}
        disabled={sound.output === 'off' || lost}
        onInput={(event) => hold(Number(event.currentTarget.value))}
      />
      <p class="sound-where">{words().sound.output(sound.output)}</p>
    </section>
  );
}
