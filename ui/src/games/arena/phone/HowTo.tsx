// A small moving picture says how it is played before the sentence is read.
import type { MiniGameKind } from '../../../protocol.gen';
import { Mitten } from './Mitten';
import { Shape } from '../../../widgets/Shape';

export function HowTo({ game }: { game: MiniGameKind }) {
  if (game === 'tap') return <TapHow />;
  return game === 'choose' ? <ChooseHow /> : <PuzzleHow />;
}

function TapHow() {
  return (
    <div class="how how-tap" aria-hidden="true">
      <i class="how-thumb">
        <Mitten side="left" />
      </i>
      <i class="how-ball" />
      <i class="how-thumb how-thumb-right">
        <Mitten side="right" />
      </i>
    </div>
  );
}

function ChooseHow() {
  return (
    <div class="how how-choose" aria-hidden="true">
      {[0, 1, 2, 3].map((index) => (
        <i key={index} class={`how-answer ans-${index}`}>
          <Shape index={index} />
        </i>
      ))}
    </div>
  );
}

function PuzzleHow() {
  return (
    <div class="how how-puzzle" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((tile) => (
        <i key={tile} class={`how-tile how-tile-${tile}`} />
      ))}
    </div>
  );
}
