// Cards to choose among. Each has its colour, shape and number, as on the TV.
import { OptionShape, optionColor } from '../OptionShape';
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

interface OptionsProps {
  cards: readonly OptionCard[];
  /** Shares are shown sooner or later: their room is kept, so that nothing moves below a finger. */
  counts?: boolean;
  choose: (option: number) => void;
}

export function Options({ cards, counts = false, choose }: OptionsProps) {
  return (
    <div class={cards.length > 3 ? 'qp-options is-many' : 'qp-options'} role="group">
      {cards.map((card, at) => (
        <button key={at} class={card.on ? 'qp-option is-on' : 'qp-option'} aria-pressed={card.on} disabled={card.disabled} onClick={() => choose(at)}>
          {card.share !== null && <span class="qp-option-bar" style={{ transform: `scaleX(${card.share / 100})` }} />}
          <Sign at={at} />
          <span class="qp-option-text">
            {card.text}
            {card.note !== undefined && <span class="qp-option-note">{card.note}</span>}
          </span>
          {card.on && <span class="unseen">{words().vote.yours}</span>}
          {counts && <b class="qp-option-share">{card.share !== null && words().vote.share(card.share)}</b>}
        </button>
      ))}
    </div>
  );
}

function Sign({ at }: { at: number }) {
  return (
    <span class="qp-option-sign" style={{ backgroundColor: optionColor(at) }}>
      <OptionShape at={at} />
      <b>{at + 1}</b>
    </span>
  );
}
