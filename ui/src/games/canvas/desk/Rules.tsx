// The rules of the next canvas: three presets for most, every figure for those who want it. A wall stands beside the party instead of
// taking its evening.
import './desk.css';
import { useState } from 'preact/hooks';
import { Figure } from '../../../host/Figure';
import { RulesFoot } from '../../../host/RulesFoot';
import { Sheet } from '../../../lib/Sheet';
import type { Preset } from '../../../protocol.gen';
import type { RulesProps, Settings } from '../../desk';
import { BOUNDS, FIGURES, PRESETS, rulesOf, setupOf, TEAMS, valid, type Rules } from './rules';
import { words } from './words';

const LONGEST_NAME = 40;

interface Editing {
  rules: Rules;
  change: (rules: Rules) => void;
}

export default function CanvasRules({ settings, save, aside, close }: RulesProps) {
  const [rules, change] = useState<Rules>(() => rulesOf(settings));
  const [name, call] = useState('');
  const said = words().rules;
  const setup = (): Settings => ({ ...setupOf(rules, settings) });
  const wall = rules.preset === 'wall';
  return (
    <Sheet close={close} label={said.title}>
      <h2>{said.title}</h2>
      <p class="sheet-text">{said.text}</p>
      <Presets rules={rules} change={change} />
      {wall && <input class="field rules-wall" value={name} maxLength={LONGEST_NAME} placeholder={said.name} aria-label={said.name} onInput={(event) => call(event.currentTarget.value)} />}
      <Teams rules={rules} change={change} />
      <Details rules={rules} change={change} />
      {wall ? (
        <RulesFoot word={said.wall} good={valid(rules)} save={() => aside(name.trim() || said.usualName, setup())} close={close} />
      ) : (
        <RulesFoot good={valid(rules)} save={() => save(setup())} close={close} />
      )}
    </Sheet>
  );
}

function Presets({ rules, change }: Editing) {
  const said = words().rules;
  return (
    <div class="presets" role="group">
      {(Object.keys(PRESETS) as Preset[]).map((preset) => (
        <button key={preset} class="preset" aria-pressed={preset === rules.preset} onClick={() => change(PRESETS[preset])}>
          <b>{said.presets[preset]}</b>
          <span>{said.abouts[preset]}</span>
        </button>
      ))}
    </div>
  );
}

function Teams({ rules, change }: Editing) {
  const said = words().rules;
  return (
    <fieldset class="rules-level">
      <div class="figure-word">{said.teams}</div>
      <div class="chips chips-narrow" role="group" aria-label={said.teams}>
        {TEAMS.map((teams) => (
          <button key={teams} class="chip" aria-pressed={teams === rules.teams} onClick={() => change({ ...rules, teams })}>
            {teams || said.noTeams}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Details({ rules, change }: Editing) {
  const said = words().rules;
  return (
    <details class="rules-level rules-details" open={!valid(rules)}>
      <summary>{said.details}</summary>
      {FIGURES.map((key) => (
        <Figure key={key} word={said[key]} value={rules[key]} bounds={BOUNDS[key]} change={(value) => change({ ...rules, [key]: value })} />
      ))}
    </details>
  );
}
