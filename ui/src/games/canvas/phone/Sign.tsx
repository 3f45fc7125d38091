// The signs of the canvas's buttons, in the stroke style of the house.
const SIGNS = {
  brush: 'M21 3 11.500 12.500M9 12l3 3c1 4-3 6-9 5 2.500-1.500 1.500-3 2-5 .500-2 2-3 4-3Z',
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  pick: 'M11 7l6 6M13 9l-8.500 8.500L4 20l2.500-.500L15 11M14 7.500l3-3a1.800 1.800 0 0 1 2.600 2.600l-3 3',
  aim: 'M12 2v6M12 16v6M2 12h6M16 12h6M12 12v.01M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z',
  tools: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  turn: 'M20 12a8 8 0 1 1-3-6.200M20 3v5h-5',
  mirror: 'M12 3v18M8 7 3 17h5ZM16 7l5 10h-5Z',
  whole: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  signs: 'M7 4l4 7H3ZM17 4a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM4 14h6v6H4ZM17 13.500v7M13.500 17h7',
  hand: 'M8 13V6a1.500 1.500 0 0 1 3 0v5V4.500a1.500 1.500 0 0 1 3 0V11 6a1.500 1.500 0 0 1 3 0v8a7 7 0 0 1-7 7c-3 0-4-2-7-7a1.600 1.600 0 0 1 2.600-1.800L8 14',
  arrow: 'M4 12h14M12 5l7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 3',
  cross: 'M6 6l12 12M18 6 6 18',
  save: 'M12 4v11M7 10l5 5 5-5M4 20h16',
} as const;

export type SignKind = keyof typeof SIGNS;

export function Sign({ kind }: { kind: SignKind }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[kind]} />
    </svg>
  );
}
