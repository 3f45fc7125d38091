// What will be played: a story that goes on from where it was left, or one that begins.
import './desk.css';
import { lang } from '../../../lib/i18n';
import type { Playing } from '../../desk';
import { storiesIn, type Library } from './library';
import { rulesOf, runOf, type Rules } from './rules';
import { useLibrary } from './shelf';
import { words } from './words';

export default function Coming({ session }: Playing) {
  const library = useLibrary();
  if (!library) return null;
  const rules = rulesOf(session.settings, lang.value);
  return <p class="quest-coming">{lineOf(rules, library)}</p>;
}

function lineOf(rules: Rules, library: Library): string {
  const said = words().coming;
  const run = runOf(rules, library);
  if (run) return said.goesOn(run.title, words().rules.scene(run.scene));
  const story = storiesIn(library, rules.language).filter((one) => one.campaign === rules.campaign)[0];
  return story ? said.begins(story.title, words().rules.minutes(story.minutes)) : '';
}
