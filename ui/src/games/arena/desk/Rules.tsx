// Timings and rules of the next arena: presets for most, every figure for those who want it.
import { useState } from 'preact/hooks';
import { Figure } from '../../../host/Figure';
import { RulesFoot } from '../../../host/RulesFoot';
import { Sheet } from '../../../lib/Sheet';
import type { LevelSetup } from '../../../protocol.gen';
import type { RulesProps } from '../../desk';
import { bounds, changeGame, changeLevel, lengthOf, LONG, MINI_GAMES, QUICK, rulesOf, USUAL, valid, type Rules } from './rules';
import { words } from './words';

export default function ArenaRules({ settings, save, close }: RulesProps) {
  const [rules, change] = useState<Rules>(() => rulesOf(settings));
  const said = words().rules;
  return (
    <Sheet close={close} label={said.title}>
      <h2>{said.title}</h2>
      <p class="sheet-text">{said.text}</p>
      <Presets rules={rules} change={change} />
      <p class="rules-about" role="status">
        {said.about(Math.max(1, Math.round(lengthOf(rules) / 60)))}
      </p>
      {rules.levels.map((level, at) => (
        <LevelRules key={level.level} level={level} game={(game) => change(changeGame(rules, at, game))} change={(part) => change(changeLevel(rules, at, part))} />
      ))}
      <fieldset class="rules-level">
        <Figure word={said.intro} value={rules.intro_seconds} bounds={bounds.intro()} change={(intro_seconds) => change({ ...rules, intro_seconds })} />
        <Figure word={said.reveal} value={rules.reveal_seconds} bounds={bounds.reveal()} change={(reveal_seconds) => change({ ...rules, reveal_seconds })} />
        <Figure word={said.board} value={rules.board_seconds} bounds={bounds.board()} change={(board_seconds) => change({ ...rules, board_seconds })} />
        <Figure word={said.gift} value={rules.gift_points} bounds={bounds.gift()} change={(gift_points) => change({ ...rules, gift_points })} />
      </fieldset>
      <RulesFoot good={valid(rules)} save={() => save({ ...rules })} close={close} />
    </Sheet>
  );
}

function Presets({ rules, change }: { rules: Rules; change: (rules: Rules) => void }) {
  const said = words().rules.presets;
  const offered: [string, Rules][] = [
    [said.quick, QUICK],
    [said.usual, USUAL],
    [said.long, LONG],
  ];
  return (
    <div class="chips" role="group">
      {offered.map(([word, preset]) => (
        <button key={word} class="chip" aria-pressed={JSON.stringify(preset) === JSON.stringify(ordered(rules))} onClick={() => change(preset)}>
          {word}
        </button>
      ))}
    </div>
  );
}

/** The fields in our order, however the server wrote them. */
function ordered(rules: Rules): Rules {
  const { intro_seconds, board_seconds, reveal_seconds, gift_points } = rules;
  const levels = rules.levels.map(({ level, mini_game, seconds, points }) => ({ level, mini_game, seconds, points }));
  return { levels, intro_seconds, board_seconds, reveal_seconds, gift_points };
}

interface LevelProps {
  level: LevelSetup;
  game: (game: LevelSetup['mini_game']) => void;
  change: (part: Partial<LevelSetup>) => void;
}

function LevelRules({ level, game, change }: LevelProps) {
  const said = words();
  return (
    <fieldset class="rules-level">
      <legend class={`rules-name is-${level.level}`}>{said.level(level.level)}</legend>
      <div class="chips" role="group" aria-label={said.rules.game}>
        {MINI_GAMES.map((one) => (
          <button key={one} class="chip" aria-pressed={one === level.mini_game} onClick={() => game(one)}>
            {said.game(one)}
          </button>
        ))}
      </div>
      <Figure
        word={level.mini_game === 'choose' ? said.rules.secondsEach : said.rules.seconds}
        value={level.seconds}
        bounds={bounds.seconds(level.mini_game)}
        change={(seconds) => change({ seconds })}
      />
      <Figure word={said.rules.points} value={level.points} bounds={bounds.points()} change={(points) => change({ points })} />
    </fieldset>
  );
}
