// A hero's name in at most two lines, as much smaller as it takes for its longest word to stay whole, and as can be read.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { onFonts } from '../../../tv/fonts';
import { sizesOf } from './sizes';

/** `crowd` tells how much room there is: when it changes, the name is fitted anew. */
export function Name({ name, kind, crowd }: { name: string; kind: string; crowd: number }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const again = (): void => fit(current);
    again();
    return onFonts(again);
  }, [name, crowd]);
  return <p ref={line} class={`q-name ${kind}`}>{name}</p>;
}

function fit(line: HTMLElement): void {
  line.style.overflowWrap = 'normal';
  line.style.fontSize = '';
  const holds = sizesOf(inRem(line)).some((size) => {
    line.style.fontSize = `${size}rem`;
    return line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight + 2;
  });
  if (!holds) line.style.overflowWrap = '';
}

/** In rem, so that it keeps its share when the window changes. */
function inRem(line: HTMLElement): number {
  const size = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
  return size(line) / size(document.documentElement);
}
