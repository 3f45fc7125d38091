// The answers' shapes: ▲ ■ ● ◆, and ★ where there are five. Colour and shape always go together.
const PATHS = [
  'M17.4 4.5a3 3 0 0 1 5.2 0l15 26.5a3 3 0 0 1-2.6 4.5H5a3 3 0 0 1-2.6-4.5Z',
  'M8 4h24a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z',
  'M20 2.5a17.5 17.5 0 1 0 0 35a17.5 17.5 0 1 0 0-35Z',
  'M17.5 2.2a3.5 3.5 0 0 1 5 0L37.8 17.5a3.5 3.5 0 0 1 0 5L22.5 37.8a3.5 3.5 0 0 1-5 0L2.2 22.5a3.5 3.5 0 0 1 0-5Z',
  'M20 2.500 25.300 14 38 15.500 28.600 24 31.100 36.500 20 30.300 8.900 36.500 11.400 24 2 15.500 14.700 14Z',
];

/** The shape of answer 0 to 4, in ink, as large as its box. */
export function Shape({ index }: { index: number }) {
  return (
    <svg class="shape" viewBox="0 0 40 40" aria-hidden="true">
      <path d={PATHS[index] ?? PATHS[0]} fill="#14204f" />
    </svg>
  );
}
