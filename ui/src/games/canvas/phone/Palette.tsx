// The colours within the thumb's reach: two rows that scroll sideways if they must. A team sees its own three shades, large.
import { useEffect, useRef } from 'preact/hooks';
import type { Colour } from '../../../protocol.gen';
import { memo } from '../../../widgets/memo';
import { contrast, glyphOf, STROKE } from './glyphs';
import { words } from './index';

interface Choice {
  palette: readonly Colour[];
  colors: readonly number[];
  chosen: number;
  signs: boolean;
  choose: (color: number) => void;
}

/** Up to so many colours get one large row. */
const FEW = 6;

export const Palette = memo(function Palette({ palette, colors, chosen, signs, choose }: Choice) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (): void => {
      const swatch = row.current?.querySelector('[aria-checked=true]');
      if (row.current && swatch) bringIntoSight(row.current, swatch);
    };
    show();
    // A phone that is turned has its colours elsewhere.
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [chosen, colors.length]);
  return (
    <div class={colors.length <= FEW ? 'cv-palette is-few' : 'cv-palette'} ref={row} role="radiogroup" aria-label={words().colors}>
      <div class="cv-swatches">
        {colors.map((color) => (
          <Swatch key={color} color={color} of={palette[color]} chosen={color === chosen} signs={signs} choose={choose} />
        ))}
      </div>
    </div>
  );
});

// `scrollIntoView` of an old Safari would move the whole page.
function bringIntoSight(row: Element, swatch: Element): void {
  const [outer, inner] = [row.getBoundingClientRect(), swatch.getBoundingClientRect()];
  if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left + inner.width;
  if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right + inner.width;
  if (inner.top < outer.top) row.scrollTop -= outer.top - inner.top;
  if (inner.bottom > outer.bottom) row.scrollTop += inner.bottom - outer.bottom;
}

interface SwatchOf {
  color: number;
  of: Colour | undefined;
  chosen: boolean;
  signs: boolean;
  choose: (color: number) => void;
}

const Swatch = memo(function Swatch({ color, of, chosen, signs, choose }: SwatchOf) {
  if (!of) return null;
  return (
    <button class="cv-swatch" role="radio" aria-checked={chosen} aria-label={words().color(of.name)} onClick={() => choose(color)}>
      <span class="cv-paint" style={{ background: of.rgb }}>
        {signs ? <ColorSign color={color} rgb={of.rgb} /> : chosen && <Dot rgb={of.rgb} />}
      </span>
    </button>
  );
});

function Dot({ rgb }: { rgb: string }) {
  return <i class="cv-dot" style={{ background: contrast(rgb) }} />;
}

/** The sign of a colour, as it lies on the cells. */
export function ColorSign({ color, rgb }: { color: number; rgb: string }) {
  const glyph = glyphOf(color);
  if (!glyph) return null;
  const paint = contrast(rgb);
  return (
    <svg class="cv-glyph" viewBox="-14 -14 28 28" aria-hidden="true">
      {Array.from({ length: glyph.dots }, (_, dot) => (
        <rect key={dot} x={-12 + dot * 4} y={-12} width="2.5" height="2.5" fill={paint} />
      ))}
      <path d={glyph.path} transform={`rotate(${glyph.turn})`} fill={glyph.filled ? paint : 'none'} stroke={glyph.filled ? 'none' : paint} stroke-width={STROKE} />
    </svg>
  );
}
