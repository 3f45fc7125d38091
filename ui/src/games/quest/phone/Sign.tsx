// The signs of the quest's buttons and tabs, in the stroke style of the house.
const SIGNS = {
  story: 'M12 6C9 4 6 3.500 3 4v14c3-.5 6 0 9 2 3-2 6-2.500 9-2V4c-3-.5-6 0-9 2ZM12 6v14',
  hero: 'M12 3.500a4.200 4.200 0 1 0 0 8.400 4.200 4.200 0 0 0 0-8.400ZM4 21c.5-5 3.500-7 8-7s7.500 2 8 7',
  bag: 'M6 9h12l1.500 11h-15ZM9 9V7a3 3 0 0 1 6 0v2',
  secrets: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  log: 'M7 3h11v15a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3h9a3 3 0 0 0 3 3M7 3a2 2 0 0 0-2 2v13M10 8h5M10 12h5',
  party: 'M8.500 5a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400ZM2.500 19.500c.4-4 2.500-5.500 6-5.500s5.600 1.500 6 5.500M16 5.500a3 3 0 0 1 0 5.800M18 14.500c2.200.7 3.300 2.300 3.500 5',
  attack: 'M14 4h6v6L9 21l-6-6ZM6 12l6 6M3 21l3-3',
  defend: 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6Z',
  help: 'M12 21c-5-3.500-8.500-7-8.500-11.500A4.600 4.600 0 0 1 12 7a4.600 4.600 0 0 1 8.500 2.500C20.500 14 17 17.500 12 21ZM12 10v5M9.500 12.500h5',
  skill: 'm12 3 2.700 5.800 6.300.800-4.600 4.300 1.200 6.300L12 17l-5.600 3.200 1.200-6.300L3 9.600l6.300-.800Z',
  flee: 'M4 6h9M2.500 11h7M4 16h5M15 5l6 7-6 7M20.500 12H12',
  haunt: 'M5 21V11a7 7 0 0 1 14 0v10l-2.500-2-2.200 2-2.300-2-2.300 2-2.200-2ZM9.500 11v.01M14.500 11v.01',
  drift: 'M3 9c3-3 5 2 8 0s5-3 8 0M3 15c3-3 5 2 8 0s5-3 8 0',
  lock: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  heart: 'M12 20.500C6.500 16.500 3 13 3 8.900A4.700 4.700 0 0 1 12 7a4.700 4.700 0 0 1 9 1.900c0 4.100-3.500 7.600-9 11.600Z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  up: 'm5 15 7-7 7 7',
  give: 'M4 12h12M12 6l6 6-6 6M20 5v14',
} as const;

export type QuestSign = keyof typeof SIGNS;

export function Sign({ kind }: { kind: QuestSign }) {
  return <Stroke path={SIGNS[kind]} />;
}

/** A sign by its path. */
export function Stroke({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
