// The signs of buttons, drawn in one stroke style.
const SIGNS = {
  dots: 'M12 5v.01M12 12v.01M12 19v.01',
  dice: 'M6 3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3ZM8 8v.01M16 8v.01M12 12v.01M8 16v.01M16 16v.01',
  left: 'M15 5 8 12l7 7',
  right: 'm9 5 7 7-7 7',
  up: 'm6 14 6-6 6 6',
  down: 'm6 10 6 6 6-6',
  check: 'm5 13 5 5L20 7',
  cross: 'M6 6l12 12M18 6 6 18',
  pencil: 'M4 20l1-5L16 4l4 4L9 19l-5 1ZM14 6l4 4',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9s.5-6 3.500-9Z',
  door: 'M14 4H6v16h8M11 12h10M17 8l4 4-4 4',
  wifi: 'M4 10c5-4.500 11-4.500 16 0M7 13.500c3-2.600 7-2.600 10 0M12 18v.01',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4l12 8-12 8Z',
  skip: 'M5 5l9 7-9 7ZM19 5v14',
  stop: 'M6 6h12v12H6Z',
  again: 'M20 12a8 8 0 1 1-3-6.200M20 3v5h-5',
  sound: 'M4 9.500v5h4l5 4v-13l-5 4ZM17 9c1.500 2 1.500 4 0 6M19.500 6.500c3 3.500 3 7.500 0 11',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 3',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  tv: 'M3 5h18v12H3ZM8 21h8',
  phone: 'M7 3h10v18H7ZM11 18h2',
  star: 'm12 3 2.700 5.800 6.300.800-4.600 4.300 1.200 6.300L12 17l-5.600 3.200 1.200-6.300L3 9.600l6.300-.800Z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  speech: 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8 9h8M8 12.500h5',
} as const;

export type Sign = keyof typeof SIGNS;

export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[sign]} />
    </svg>
  );
}
