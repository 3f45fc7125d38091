// Cards to choose among. Each has its colour and shape, as on the TV.
import { Shape } from '../../../widgets/Shape';
import { words } from './index';

export interface OptionCard {
  text: string;
  on: boolean;
  disabled: boolean;
  /** Why it is not for this guest. */
  note?: string | undefined;
  /** Percent of the ballots; null while they are not shown. */
  share: number | null;
}

/** The house has four shapes; a fifth card has a star. */
const SHAPES = 4;

export function Options({ cards, choose }: { cards: readonly OptionCard[]; choose: (option: number) => void }) {
  return (
    <div class={cards.length > 3 ? 'qp-options is-many' : 'qp-options'} role="group">
      {cards.map((card, at) => (
        <button key={at} class={card.on ? 'qp-option is-on' : 'qp-option'} aria-pressed={card.on} disabled={card.disabled} onClick={() => choose(at)}>
          {card.share !== null && <span class="qp-option-bar" style={{ transform: `scaleX(${card.share / 100})` }} />}
          <span class={`qp-option-shape is-${at}`}>
            {at < SHAPES ? <Shape index={at} /> : <Star />}
          </span>
          <span class="qp-option-text">
            {card.text}
            {card.note !== undefined && <span class="qp-option-note">{card.note}</span>}
          </span>
          {card.on && <span class="unseen">{words().vote.yours}</span>}
          {card.share !== null && <b class="qp-option-share">{words().vote.share(card.share)}</b>}
        </button>
      ))}
    </div>
  );
}

function Star() {
  return (
    <svg class="shape" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M20 2.500 25.300 14 38 15.500 28.600 24 31.100 36.500 20 30.300 8.900 36.500 11.400 24 2 15.500 14.700 14Z" fill="#14204f" />
    </svg>
  );
}
