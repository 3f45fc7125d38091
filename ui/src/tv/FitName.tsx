// A name of a few lines that is made as much smaller as it takes for its longest word to stay whole.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { onFonts } from './fonts';

/** Smaller than the least cannot be read from the sofa: such a word is broken. */
const LEAST = 0.68;
const SHARES = [1, 0.93, 0.86, 0.8, 0.74, LEAST];
/** A box is measured in whole pixels, and what overflows it by a part of one is cut all the same. */
const SPARE = 0.98;

interface FitNameProps {
  name: string;
  /** Tells how much room there is: when it changes, the name is fitted anew. */
  crowd?: string;
  class?: string;
}

export function FitName({ name, crowd = '', class: looks = 'guest-name guest-fit' }: FitNameProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const again = (): void => fit(current);
    again();
    return onFonts(again);
  }, [name, crowd]);
  return <p ref={line} class={looks}>{name}</p>;
}

function fit(line: HTMLElement): void {
  line.style.fontSize = '';
  line.style.overflowWrap = 'normal';
  const whole = parseFloat(getComputedStyle(line).fontSize);
  const size = SHARES.map((share) => whole * share).find((tried) => holds(line, tried));
  if (size === undefined) line.style.overflowWrap = '';
  // In rem, so that it keeps its share when the window changes.
  line.style.fontSize = `${((size ?? whole * LEAST) * SPARE) / parseFloat(getComputedStyle(document.documentElement).fontSize)}rem`;
}

/** Is the name seen whole at this size? Less than half a line too high is the room below its letters. */
function holds(line: HTMLElement, size: number): boolean {
  line.style.fontSize = `${size}px`;
  return line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight + size / 2;
}
