// What lies over the stage for a while: dice that tumble and come to rest, or what a vote came to.
import { useEffect, useState } from 'preact/hooks';
import type { Degree, QuestParty, QuestVoteFinished, Throw } from '../../../protocol.gen';
import { Die } from '../art/Die';
import { countedDice, DEGREE_SIGNS, heroName, heroOf, throwParts } from '../lore';
import { Options } from './Decision';
import { TUMBLE_MS, type Over } from './director';
import { Face } from './HeroParts';
import { verdictOf } from './views';
import { words } from './words';

const FACES = 6;
const FLIP_MS = 110;

export function OverView({ over, party }: { over: Over; party: QuestParty }) {
  return (
    <div class="q-over" key={over.n}>
      {over.kind === 'throw' ? <ThrowCard over={over} party={party} /> : <VoteCard finished={over.finished} options={over.options} />}
    </div>
  );
}

function ThrowCard({ over: { id, thrown }, party }: { over: Extract<Over, { kind: 'throw' }>; party: QuestParty }) {
  const rests = useRests();
  const hero = heroOf(party, id);
  return (
    <div class="q-card q-throw">
      <div class="q-throw-head">
        {hero && <div class="q-throw-face"><Face id={id} archetype={hero.archetype} /></div>}
        <p class="q-throw-who">{words().throws(heroName(party, id))}</p>
      </div>
      <Dice thrown={thrown} rests={rests} />
      <div class={rests ? 'q-throw-end q-throw-rests' : 'q-throw-end'}>
        <Sum thrown={thrown} />
        <DegreeSign degree={thrown.degree} />
      </div>
    </div>
  );
}

/** Do the dice lie still? With reduced motion they do from the beginning. */
function useRests(): boolean {
  const [rests, rest] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    const timer = setTimeout(() => rest(true), TUMBLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}

function Dice({ thrown, rests }: { thrown: Throw; rests: boolean }) {
  const turn = useTurning(!rests);
  const least = thrown.dice.length > 2 ? thrown.dice.indexOf(Math.min(...thrown.dice)) : -1;
  return (
    <div class="q-dice">
      {thrown.dice.map((face, i) => (
        <div key={i} class={`q-die ${rests ? 'q-die-rests' : `q-die-${i % 3}`} ${rests && i === least ? 'q-die-dropped' : ''}`}>
          <Die face={rests ? face : ((turn + i * 2) % FACES) + 1} />
        </div>
      ))}
    </div>
  );
}

/** Counts while the dice roll. */
function useTurning(on: boolean): number {
  const [turn, set] = useState(0);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => set((n) => n + 1), FLIP_MS);
    return () => clearInterval(timer);
  }, [on]);
  return turn;
}

/** "4 + 5 + wits 2 − hard 1 = 10". */
export function Sum({ thrown }: { thrown: Throw }) {
  const { counted } = countedDice(thrown.dice);
  return (
    <p class="q-sum">
      {counted.join(' + ')}
      {throwParts(thrown).map(({ n, why }) => <span key={why}>{n < 0 ? ' − ' : ' + '}<span class="q-sum-why">{why}</span> {Math.abs(n)}</span>)}
      {' = '}<b class="q-sum-total">{thrown.total}</b>
    </p>
  );
}

export function DegreeSign({ degree }: { degree: Degree }) {
  return (
    <p class={`q-degree q-degree-${degree}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d={DEGREE_SIGNS[degree]} /></svg>
      {words().degree[degree]}
    </p>
  );
}

function VoteCard({ finished, options }: { finished: QuestVoteFinished; options: readonly string[] }) {
  const text = words().vote;
  const verdict = verdictOf(finished);
  const all = options.length > finished.winner ? options : [finished.option];
  return (
    <div class="q-card q-verdict">
      <h2 class="q-verdict-title">{text.decided}</h2>
      <Options options={all} votes={all === options ? finished.votes : null} winner={all === options ? finished.winner : 0} />
      {verdict !== 'clear' && <p class="q-verdict-note"><span class="q-verdict-die"><Die face={5} /></span>{verdict === 'tie' ? text.tie : text.noQuorum}</p>}
    </div>
  );
}
