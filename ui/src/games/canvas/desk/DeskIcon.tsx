// Signs that only the canvas's desk needs, in the stroke style of lib/Icon.
const SIGNS = {
  lock: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  unlock: 'M6 11h12v9H6ZM8.500 11V7.500a3.500 3.500 0 0 1 6.800-1.200',
  back: 'M4 9h10a5.500 5.500 0 0 1 0 11H8M8 5 4 9l4 4',
  bar: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.800 5.800l12.400 12.400',
  past: 'M4.500 12a7.500 7.500 0 1 0 2.500-5.600L4 9M4 4v5h5M12 8v4.500l3 2',
  zoom: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500 20 20M10.500 8v5M8 10.500h5',
  whole: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  heat: 'M12 3c1 4 5 6 5 11a5 5 0 0 1-10 0c0-2 1-3.500 2-4.500.300 2 1 2.500 1.500 2.500C12 10 10.500 6 12 3Z',
  picture: 'M4 5h16v14H4ZM4 16l5-5 4 4 2.500-2.500L20 17M15 9v.01',
  film: 'M4 5h16v14H4ZM8 5v14M16 5v14M4 9.500h4M4 14.500h4M16 9.500h4M16 14.500h4',
  clear: 'M4 7h16M9 7V4h6v3M6.500 7l1 13h9l1-13M10 11v5M14 11v5',
} as const;

export type DeskSign = keyof typeof SIGNS;

export function DeskIcon({ sign }: { sign: DeskSign }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[sign]} />
    </svg>
  );
}
