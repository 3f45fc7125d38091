// The sign of option `at` of a decision, the same on the TV and on phones: this shape on this colour, and beside it the number at + 1.
import { Shape } from '../../widgets/Shape';

/** The house's four answers ▲ ■ ● ◆ have theirs; a star and a cross come after them. */
const HOUSE = 4;
const MORE = ['M20 2.5 25.3 14 38 15.5 28.6 24 31.1 36.5 20 30.3 8.9 36.5 11.4 24 2 15.5 14.7 14Z', 'M14 3h12v11h11v12H26v11H14V26H3V14h11Z'] as const;
const COLORS = ['#ff8f8f', '#7cc8ff', '#ffdb80', '#79e6b6', '#d0a5f6', '#f8af6b'] as const;

/** The colour that the shape of option `at` lies on. Beyond six colours and shapes come again; numbers never do. */
export function optionColor(at: number): string {
  return COLORS[at % COLORS.length] ?? COLORS[0];
}

/** The shape of option `at`, from 0, in ink, as large as its box. */
export function OptionShape({ at }: { at: number }) {
  const shape = at % COLORS.length;
  if (shape < HOUSE) return <Shape index={shape} />;
  return (
    <svg class="shape" viewBox="0 0 40 40" aria-hidden="true">
      <path d={MORE[shape - HOUSE] ?? MORE[0]} fill="#14204f" />
    </svg>
  );
}
