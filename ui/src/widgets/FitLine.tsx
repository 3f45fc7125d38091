// One line of text that is made as much smaller as it takes to be seen whole: a name may have twenty wide letters.
import { useLayoutEffect, useRef } from 'preact/hooks';

export function FitLine({ text }: { text: string }) {
  const line = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const fit = (): void => shrink(current);
    fit();
    // The page's own font may come later than the text.
    const timer = setTimeout(fit, 600);
    window.addEventListener('resize', fit);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', fit);
    };
  }, [text]);
  return <span ref={line} style={{ display: 'inline-block', whiteSpace: 'nowrap', transformOrigin: '50% 50%' }}>{text}</span>;
}

function shrink(line: HTMLElement): void {
  const box = line.parentElement;
  if (!box || line.offsetWidth === 0) return;
  const scale = Math.min(1, box.clientWidth / line.offsetWidth);
  line.style.transform = scale < 1 ? `scale(${scale})` : 'none';
  // What is wider than its box would not be centred in it.
  line.style.marginLeft = scale < 1 ? `${(box.clientWidth - line.offsetWidth) / 2}px` : '0';
}
