// A hero's name in at most two lines, as much smaller as it takes for its longest word to stay whole.
import { useLayoutEffect, useRef } from 'preact/hooks';

const LEAST = 0.68;
const SHARES = [1, 0.93, 0.86, 0.8, 0.74, LEAST];

/** `crowd` tells how much room there is: when it changes, the name is fitted anew. `least`: the least share of its size. */
export function Name({ name, kind, crowd, least = LEAST }: { name: string; kind: string; crowd: number; least?: number }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const again = (): void => fit(current, least);
    again();
    // The page's own font may come later than the name.
    const timer = setTimeout(again, 600);
    return () => clearTimeout(timer);
  }, [name, crowd, least]);
  return <p ref={line} class={`q-name ${kind}`}>{name}</p>;
}

function fit(line: HTMLElement, least: number): void {
  line.style.overflowWrap = 'normal';
  const holds = SHARES.filter((share) => share >= least).some((share) => {
    line.style.fontSize = '';
    line.style.fontSize = `${share * inRem(line)}rem`;
    return line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight + 2;
  });
  if (!holds) line.style.overflowWrap = '';
}

/** In rem, so that it keeps its share when the window changes. */
function inRem(line: HTMLElement): number {
  const size = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
  return size(line) / size(document.documentElement);
}
