// Timings and rules of the next game: presets for most, every figure for those who want it.
import { useState } from 'preact/hooks';
import { Sheet } from '../lib/Sheet';
import { useRoom } from '../lib/room';
import type { LevelSetup, SessionState } from '../protocol.gen';
import { useLost } from '../widgets/held';
import { bounds, changeGame, changeLevel, lengthOf, LONG, MINI_GAMES, QUICK, rulesOf, USUAL, valid, within, type Bounds, type Rules } from './rules';
import { words } from './words';

export function RulesSheet({ session, close }: { session: SessionState; close: () => void }) {
  const room = useRoom();
  const [rules, change] = useState<Rules>(() => rulesOf(session.settings));
  const said = words().rules;
  const lost = useLost();
  const good = valid(rules) && !lost;
  const save = (): void => {
    void room.act('open', { game: session.game, settings: rules }, 'open');
    close();
  };
  return (
    <Sheet close={close} label={said.title}>
      <h2>{said.title}</h2>
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
      <div class="rules-foot">
        <button class="btn btn-go btn-wide" disabled={!good} onClick={save}>
          {said.save}
        </button>
        <button class="btn btn-quiet btn-wide" onClick={close}>
          {said.cancel}
        </button>
      </div>
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

interface FigureProps {
  word: string;
  value: number;
  bounds: Bounds;
  change: (value: number) => void;
}

/** A figure with two big buttons beside it; what is out of bounds says so. */
function Figure({ word, value, bounds: limits, change }: FigureProps) {
  const good = within(value, limits);
  const step = (by: number): void => {
    const from = Number.isFinite(value) ? value : limits.least;
    change(Math.min(limits.most, Math.max(limits.least, Math.round(from / limits.step) * limits.step + by)));
  };
  return (
    <div class={`figure ${good ? '' : 'is-bad'}`}>
      <span class="figure-word">
        {word}
        {!good && <em>{words().rules.bounds(limits.least, limits.most)}</em>}
      </span>
      <button class="figure-step" aria-label={`${word} −`} disabled={value <= limits.least} onClick={() => step(-limits.step)}>
        −
      </button>
      <input
        class="field figure-field"
        inputMode="numeric"
        value={Number.isFinite(value) ? value : ''}
        aria-label={word}
        aria-invalid={!good}
        onInput={(event) => change(parse(event.currentTarget.value))}
      />
      <button class="figure-step" aria-label={`${word} +`} disabled={value >= limits.most} onClick={() => step(limits.step)}>
        +
      </button>
    </div>
  );
}

function parse(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
}
