// A sheet opened by keys begins at its heading, and gives the focus back to what opened it.
import { useEffect, useRef } from 'preact/hooks';

export function useHeading(): { current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => void (before instanceof HTMLElement && before.focus());
  }, []);
  return heading;
}
