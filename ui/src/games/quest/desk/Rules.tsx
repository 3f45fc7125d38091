// The rules of the next quest: an evening that goes on or a story that begins, its language, who decides, and how fast.
import './desk.css';
import { useState } from 'preact/hooks';
import { RulesFoot } from '../../../host/RulesFoot';
import { lang } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import { Sheet } from '../../../lib/Sheet';
import type { RulesProps } from '../../desk';
import { useHeading } from './focus';
import { languagesOf, type Library } from './library';
import { offered, rulesOf, runOf, settled, setupOf, TURNS, WEIGHTS, type Rules } from './rules';
import { SavedEvenings } from './SavedEvenings';
import { useLibrary } from './shelf';
import { Stories } from './Stories';
import { words } from './words';

/** What every part of the sheet is given. */
export interface Editing {
  rules: Rules;
  library: Library;
  change: (rules: Rules) => void;
}

export default function QuestRules({ settings, save, close }: RulesProps) {
  const library = useLibrary();
  const heading = useHeading();
  // The evening that has just ended is the likeliest to go on.
  const evening = useRoom().topic('party.state')?.campaign_run_id;
  const [chosen, change] = useState<Rules>(() => rulesOf(evening === undefined ? settings : { ...settings, run: evening }, lang.peek()));
  const said = words().rules;
  const rules = library ? settled(chosen, library) : chosen;
  const goesOn = library !== null && runOf(rules, library) !== null;
  return (
    <Sheet close={close} label={said.title}>
      <h2 class="quest-head" ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <p class="sheet-text">{said.text}</p>
      {library ? <Choices rules={rules} library={library} change={change} /> : <p class="rules-about">{said.looking}</p>}
      {library && <Bring />}
      <RulesFoot word={goesOn ? said.saveRun : said.save} good={library !== null} save={() => save({ ...setupOf(rules) })} close={close} />
    </Sheet>
  );
}

/** Stories come in where the party was started: a file is read there, and judged by line. */
function Bring() {
  const said = words().rules.bring;
  return (
    <p class="quest-bring">
      {said} <code>snowparty campaign import</code>
    </p>
  );
}

function Choices(editing: Editing) {
  return (
    <>
      <SavedEvenings {...editing} />
      <Stories {...editing} />
      {editing.rules.run === null && <Languages {...editing} />}
      <Audience {...editing} />
      <Turn {...editing} />
    </>
  );
}

function Languages({ rules, library, change }: Editing) {
  const said = words().rules;
  const languages = languagesOf(library, rules.campaign);
  if (languages.length < 2) return null;
  return (
    <fieldset class="rules-level">
      <legend class="quest-legend">{said.language}</legend>
      <div class="chips">
        {languages.map((language) => (
          <button key={language} class="chip" aria-pressed={language === rules.language} onClick={() => change({ ...rules, language })}>
            {NAMES[language] ?? language.toUpperCase()}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Each calls itself by its own name. */
const NAMES: Record<string, string | undefined> = { en: 'English', ru: 'Русский' };

function Audience({ rules, change }: Editing) {
  const said = words().rules;
  return (
    <fieldset class="rules-level">
      <legend class="quest-legend">{said.audience}</legend>
      <div class="chips quest-pairs">
        {offered(WEIGHTS, rules.audience_weight).map((audience_weight) => (
          <button key={audience_weight} class="chip" aria-pressed={audience_weight === rules.audience_weight} onClick={() => change({ ...rules, audience_weight })}>
            {said.weight(audience_weight)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Turn({ rules, change }: Editing) {
  const said = words().rules;
  return (
    <fieldset class="rules-level">
      <legend class="quest-legend">{said.turn}</legend>
      <div class="chips quest-pairs">
        {offered(TURNS, rules.turn_seconds).map((turn_seconds) => (
          <button key={turn_seconds} class="chip" aria-pressed={turn_seconds === rules.turn_seconds} onClick={() => change({ ...rules, turn_seconds })}>
            {said.pace(turn_seconds)} <small>{said.seconds(turn_seconds)}</small>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
