// What comes up below the board is brought into sight: a laptop's screen ends above it.
import { useEffect, useRef } from 'preact/hooks';

/** The element is brought into sight whenever `when` changes to something; what is in sight already stays where it is. */
export function useInSight<T extends HTMLElement>(when: unknown): { current: T | null } {
  const element = useRef<T>(null);
  useEffect(() => {
    if (when) element.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [when]);
  return element;
}
