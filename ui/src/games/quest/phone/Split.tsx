// Above what can be read, below what is to be done. On a small phone the lower half can be folded away for as long as one reads.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from './index';
import { Sign } from './Sign';

interface SplitProps {
  kind?: string;
  /** What there is to do: something else begins at its top. */
  about: string;
  /** What is asked just now, if it takes room: something else unfolds it again. */
  asked: string | null;
  above: ComponentChildren;
  below: ComponentChildren;
}

export function Split({ kind = '', about, asked, above, below }: SplitProps) {
  const [folded, fold] = useState<string | null>(null);
  const isFolded = asked !== null && folded === asked;
  return (
    <div class={`qp-split ${kind}${isFolded ? ' is-folded' : ''}`}>
      <div class="qp-left">
        {above}
        {asked !== null && (
          <button class="qp-fold" aria-expanded={!isFolded} onClick={() => fold(isFolded ? null : asked)}>
            <Sign kind={isFolded ? 'up' : 'story'} />
            {isFolded ? words().read.back : words().read.more}
          </button>
        )}
      </div>
      <div class="qp-dock" key={about}>
        {below}
      </div>
    </div>
  );
}
