// The rules of the next canvas: three presets for most, every figure for those who want it. A wall stands beside the party instead of
// taking its evening.
import './desk.css';
import { useEffect, useState } from 'preact/hooks';
import { Figure } from '../../../host/Figure';
import { RulesFoot } from '../../../host/RulesFoot';
import { Sheet } from '../../../lib/Sheet';
import type { Colour, Preset } from '../../../protocol.gen';
import type { RulesProps, Settings } from '../../desk';
import { nameOf, paletteOf, PALETTE_NAMES, PALETTES } from './palettes';
import { BOUNDS, FIGURES, PRESETS, rulesOf, setupOf, TEAMS, valid, type Rules } from './rules';
import { words } from './words';

/** The server keeps so many letters. */
const LONGEST_NAME = 20;

interface Editing {
  rules: Rules;
  change: (rules: Rules) => void;
}

export default function CanvasRules({ settings, save, aside, close }: RulesProps) {
  const [rules, change] = useState<Rules>(() => rulesOf(settings));
  const [name, call] = useState('');
  const said = words().rules;
  const setup = (): Settings => ({ ...setupOf(rules) });
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
        <button key={preset} class="preset" aria-pressed={preset === rules.preset} onClick={() => change({ ...PRESETS[preset], palette: rules.palette })}>
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
          <button key={teams} class="chip" aria-label={teams ? undefined : said.noTeams} aria-pressed={teams === rules.teams} onClick={() => change({ ...rules, teams })}>
            {teams || '–'}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Opens by itself when a figure is out of bounds; closing is left to the host. */
function Details({ rules, change }: Editing) {
  const said = words().rules;
  const wrong = !valid(rules);
  const [open, show] = useState(wrong);
  useEffect(() => {
    if (wrong) show(true);
  }, [wrong]);
  return (
    <details class="rules-level rules-details" open={open} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{said.details}</summary>
      {FIGURES.map((key) => (
        <Figure key={key} word={said[key]} value={rules[key]} bounds={BOUNDS[key]} change={(value) => change({ ...rules, [key]: value })} />
      ))}
      <Palettes rules={rules} change={change} />
    </details>
  );
}

function Palettes({ rules, change }: Editing) {
  const said = words().rules;
  if (rules.teams > 0) return <p class="board-hint">{said.teamColours}</p>;
  const chosen = nameOf(rules.palette);
  return (
    <div class="palettes" role="group" aria-label={said.palette}>
      <p class="tool-label">{said.palette}</p>
      {rules.palette && chosen === null && <PaletteChip word={said.ownPalette(rules.palette.length)} colours={rules.palette} chosen choose={() => undefined} />}
      {PALETTE_NAMES.map((name) => (
        <PaletteChip key={name} word={said.palettes[name](PALETTES[name].length)} colours={PALETTES[name]} chosen={name === chosen} choose={() => change({ ...rules, palette: paletteOf(name) })} />
      ))}
    </div>
  );
}

interface PaletteChipProps {
  word: string;
  colours: readonly Colour[];
  chosen: boolean;
  choose: () => void;
}

function PaletteChip({ word, colours, chosen, choose }: PaletteChipProps) {
  return (
    <button class="palette" aria-pressed={chosen} onClick={choose}>
      <span>{word}</span>
      <span class="palette-swatches" aria-hidden="true">
        {colours.map(({ rgb }) => (
          <i key={rgb} style={{ background: rgb }} />
        ))}
      </span>
    </button>
  );
}
