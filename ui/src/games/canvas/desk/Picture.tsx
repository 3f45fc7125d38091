// The canvas on a card: a lit window of pixels in the night, in which somebody paints a fir.

const EDGE = 11;
const COLOURS: Record<string, string> = { g: '#79e6b6', d: '#2f9c74', y: '#ffdb80', r: '#ff8f8f', b: '#7cc8ff', w: '#f8fbff', n: '#8a5a3b' };
/** Row by row; a dot is left unpainted. */
const PIXELS = ['.....y.....', '.b...g...w.', '....gdg....', '....grg..b.', '...gdgdg...', '.w.ggygg...', '.....n...r.'];

export function CanvasPicture() {
  return (
    <svg viewBox="0 0 160 100" aria-hidden="true">
      <rect width="160" height="100" rx="18" fill="#1b2a63" />
      <path d="M0 84c50-14 110-12 160-4v2a18 18 0 0 1-18 18H18A18 18 0 0 1 0 84Z" fill="#f4f8ff" />
      <rect x="14" y="6" width="132" height="86" rx="10" fill="#14204f" />
      {PIXELS.map((row, y) => row.split('').map((pixel, x) => <rect key={x} x={20 + x * EDGE} y={11 + y * EDGE} width={EDGE - 1} height={EDGE - 1} rx="1.5" fill={COLOURS[pixel] ?? '#31429a'} />))}
    </svg>
  );
}
