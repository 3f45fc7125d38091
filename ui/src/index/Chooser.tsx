// Three big doors, for a mouse, a finger, or a remote's arrows.
import { useEffect, useRef } from 'preact/hooks';
import { Logo } from '../lib/Logo';
import { Scene } from '../widgets/Scene';
import { HostPicture, PhonePicture, TvPicture } from './pictures';
import { words } from './words';

const PICTURES = [TvPicture, PhonePicture, HostPicture];

export function Chooser() {
  const doors = useRef<HTMLElement>(null);
  useEffect(() => followArrows(doors.current), []);
  return (
    <>
      <Scene mood="calm" />
      <main class="chooser">
        <Logo />
        <h1>{words().title}</h1>
        <nav class="doors" ref={doors}>
          {words().cards.map((card, index) => {
            const Picture = PICTURES[index] ?? TvPicture;
            return (
              <a key={card.href} class="card door-card enter" href={card.href} style={{ animationDelay: `${index * 90}ms` }}>
                <Picture />
                <b>{card.title}</b>
                <span>{card.text}</span>
              </a>
            );
          })}
        </nav>
      </main>
    </>
  );
}

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A remote has arrows and OK; the first door is taken from the start. */
function followArrows(doors: HTMLElement | null): (() => void) | undefined {
  const links = doors ? Array.from(doors.querySelectorAll('a')) : [];
  links[0]?.focus();
  const move = (event: KeyboardEvent): void => {
    const step = STEP[event.key];
    if (!step) return;
    event.preventDefault();
    const at = links.findIndex((link) => link === document.activeElement);
    links[(at + step + links.length) % links.length]?.focus();
  };
  window.addEventListener('keydown', move);
  return () => window.removeEventListener('keydown', move);
}
