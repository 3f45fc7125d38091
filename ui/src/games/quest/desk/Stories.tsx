// The campaigns that can begin.
import type { Campaign } from './library';
import { storiesIn } from './library';
import type { Editing } from './Rules';
import { words } from './words';

export function Stories({ rules, library, change }: Editing) {
  const begin = ({ campaign, language }: Campaign): void => change({ ...rules, campaign, language, run: null });
  return (
    <section class="quest-part">
      <h3>{words().rules.anew}</h3>
      {storiesIn(library, rules.language).map((story) => (
        <Story key={story.campaign} story={story} chosen={rules.run === null && story.campaign === rules.campaign} choose={() => begin(story)} />
      ))}
    </section>
  );
}

function Story({ story, chosen, choose }: { story: Campaign; chosen: boolean; choose: () => void }) {
  const said = words().rules;
  const [from, to] = story.players;
  const facts = [said.minutes(story.minutes), said.players(from, to)].concat(story.own ? [] : said.brought);
  return (
    <button class="quest-book" aria-pressed={chosen} onClick={choose}>
      <b lang={story.language}>{story.title}</b>
      <span lang={story.language}>{story.about}</span>
      <span class="quest-facts">{facts.join(' · ')}</span>
    </button>
  );
}
