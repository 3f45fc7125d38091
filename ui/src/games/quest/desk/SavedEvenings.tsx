// The evenings that can go on where they were left; the latest is in sight.
import { lang } from '../../../lib/i18n';
import type { SavedRun } from './library';
import { unfinished } from './library';
import type { Editing } from './Rules';
import { goOn } from './rules';
import { words } from './words';

const IN_SIGHT = 1;

export function SavedEvenings(editing: Editing) {
  const runs = unfinished(editing.library);
  const earlier = runs.slice(IN_SIGHT);
  if (runs.length === 0) return null;
  const said = words().rules;
  return (
    <section class="quest-part">
      <h3>{said.goOn}</h3>
      <Runs {...editing} runs={runs.slice(0, IN_SIGHT)} />
      {earlier.length > 0 && (
        <details class="quest-earlier" open={earlier.some((one) => one.run === editing.rules.run)}>
          <summary>{said.earlier(earlier.length)}</summary>
          <Runs {...editing} runs={earlier} />
        </details>
      )}
    </section>
  );
}

function Runs({ runs, rules, change }: Editing & { runs: readonly SavedRun[] }) {
  return (
    <>
      {runs.map((one) => (
        <Evening key={one.run} saved={one} chosen={one.run === rules.run} choose={() => change(goOn(rules, one))} />
      ))}
    </>
  );
}

function Evening({ saved, chosen, choose }: { saved: SavedRun; chosen: boolean; choose: () => void }) {
  const { rules: said, names } = words();
  return (
    <button class="quest-book" aria-pressed={chosen} onClick={choose}>
      <b lang={saved.language}>{saved.title}</b>
      <span>
        {said.scene(saved.scene)} · {said.when(new Date(saved.saved_at), new Date())}
      </span>
      <span>{names(saved.heroes)}</span>
      {saved.language !== lang.value && <span class="quest-facts">{said.told(saved.language)}</span>}
    </button>
  );
}
