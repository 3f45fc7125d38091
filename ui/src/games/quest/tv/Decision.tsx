// What is to be decided, below the page: the party's vote with live bars, one hero's choice, or a throw of dice.
import type { ComponentChildren } from 'preact';
import type { QuestDecision, QuestParty } from '../../../protocol.gen';
import { Shape } from '../../../widgets/Shape';
import { StatSign } from '../art/Stat';
import { chanceOf, heroName, heroOf, partText, statName, loreWords } from '../lore';
import { Clock } from './Clock';
import { Face } from './HeroParts';
import { ballots, shares, type DecisionView } from './views';
import { words } from './words';

export function Decision({ view, party, open }: { view: DecisionView; party: QuestParty; open: boolean }) {
  if (view.view === 'none') return null;
  if (view.view === 'vote') return <Vote view={view} open={open} />;
  if (view.view === 'choice') return <Choice decision={view.decision} party={party} open={open} />;
  return <Check decision={view.decision} party={party} open={open} />;
}

interface HeadProps {
  decision: QuestDecision;
  title: string;
  note?: string | undefined;
  open: boolean;
  face?: ComponentChildren;
  children?: ComponentChildren;
}

function Head({ decision, title, note, open, face, children }: HeadProps) {
  return (
    <div class="q-ask-head">
      {face}
      <div class="q-ask-words"><h2 class="q-ask-title">{title}</h2>{note && <p class="q-ask-note">{note}</p>}</div>
      {children}
      {open ? <Clock deadline={decision.deadline} /> : <div class="q-clock" />}
    </div>
  );
}

function Vote({ view, open }: { view: Extract<DecisionView, { view: 'vote' }>; open: boolean }) {
  const text = words().vote;
  const { decision, votes } = view;
  return (
    <div class="q-ask">
      <Head decision={decision} title={text.title} note={view.hidden ? text.hidden : undefined} open={open}>
        {view.of > 0 && <p class="q-ask-voted"><Ballots voted={view.voted} of={view.of} />{text.voted(view.voted, view.of)}</p>}
      </Head>
      <Options options={decision.options} votes={votes} />
    </div>
  );
}

/** One little ballot for each who may vote; those that are in are marked with a tick. */
function Ballots({ voted, of }: { voted: number; of: number }) {
  return (
    <span class="q-ballots" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <svg key={i} viewBox="0 0 24 24" class={i < voted ? 'q-ballot q-ballot-in' : 'q-ballot'}><rect x="3" y="3" width="18" height="18" rx="5" /><path d="m7 12.500 3.500 3.500L17 9" /></svg>
      ))}
    </span>
  );
}

/** Each has the shape that it has on the phones, and its number. `votes`: null while they are hidden, or where there are none. */
export function Options({ options, votes, winner = null }: { options: readonly string[]; votes: readonly number[] | null; winner?: number | null }) {
  const bars = shares(votes ?? []);
  return (
    <ol class={options.length > 3 ? 'q-options q-options-two' : 'q-options'}>
      {options.map((option, i) => (
        <li key={i} class={`q-option ${winner === i ? 'q-option-won' : ''} ${winner !== null && winner !== i ? 'q-option-lost' : ''}`}>
          {votes && <div class="q-option-bar" style={{ transform: `scaleX(${bars[i] ?? 0})` }} />}
          <span class={`q-option-shape q-option-shape-${i}`}><Shape index={i} /></span>
          <span class="q-option-number">{winner === i ? <Tick /> : i + 1}</span>
          <span class="q-option-text">{option}</span>
          {votes && <span class="q-option-votes">{ballots(votes[i] ?? 0)}</span>}
        </li>
      ))}
    </ol>
  );
}

function Tick() {
  return <svg viewBox="0 0 24 24" class="q-tick" aria-hidden="true"><path d="m5 13 5 5L20 7" /></svg>;
}

function Choice({ decision, party, open }: { decision: QuestDecision; party: QuestParty; open: boolean }) {
  const hero = heroOf(party, decision.character_id);
  const text = words().choice;
  return (
    <div class="q-ask">
      <Head decision={decision} title={hero ? text.title(hero.display_name) : text.open} open={open} face={hero && <div class="q-ask-face"><Face id={hero.character_id} archetype={hero.archetype} /></div>} />
      <Options options={decision.options} votes={null} />
    </div>
  );
}

function Check({ decision, party, open }: { decision: QuestDecision; party: QuestParty; open: boolean }) {
  const hero = heroOf(party, decision.character_id);
  const chance = chanceOf(party, decision);
  const text = words().check;
  return (
    <div class="q-ask">
      <Head decision={decision} title={text.title(heroName(party, decision.character_id))} note={typeof decision.helper === 'number' ? text.helper(heroName(party, decision.helper)) : text.noHelper} open={open} face={hero && <div class="q-ask-face"><Face id={hero.character_id} archetype={hero.archetype} /></div>} />
      <div class="q-check">
        {decision.stat && <span class="q-check-stat"><StatSign id={decision.stat} />{statName(decision.stat)}</span>}
        {decision.difficulty && <span class="q-chip">{loreWords().difficulty[decision.difficulty]}</span>}
        {chance && chance.parts.map((part) => <span key={part.why} class="q-chip q-chip-soft">{partText(part)}</span>)}
      </div>
      <p class="q-ask-foot">{text.needs}</p>
    </div>
  );
}
