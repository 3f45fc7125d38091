// A name of at most two lines that is made as much smaller as it takes for its longest word to stay whole.
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Smaller than the last cannot be read from the sofa: such a word is broken. */
const SHARES = [1, 0.93, 0.86, 0.8, 0.74, 0.68];

/** `crowd` tells how much room there is: when it changes, the name is fitted anew. */
export function FitName({ name, crowd }: { name: string; crowd: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const again = (): void => fit(current);
    again();
    // The page's own font may come later than the name.
    const timer = setTimeout(again, 600);
    return () => clearTimeout(timer);
  }, [name, crowd]);
  return <p ref={line} class="guest-name">{name}</p>;
}

function fit(line: HTMLElement): void {
  line.style.overflowWrap = 'normal';
  line.style.fontSize = '';
  const whole = parseFloat(getComputedStyle(line).fontSize);
  for (const share of SHARES) {
    line.style.fontSize = `${whole * share}px`;
    if (line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight + 1) break;
  }
  // In rem, so that it keeps its share when the window changes.
  line.style.fontSize = `${parseFloat(line.style.fontSize) / parseFloat(getComputedStyle(document.documentElement).fontSize)}rem`;
  line.style.overflowWrap = '';
}
