// What the present page follows from: the dice as they fell, the vote as it went, whoever chose.
import { useEffect, useState } from 'preact/hooks';
import { useRoom, type Room } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { CharacterId, QuestParty, QuestScene, QuestVoteFinished, Throw } from '../../../protocol.gen';
import { Die } from '../art/Die';
import { ballotsText, cameOf, countedDice, DEGREE_SIGNS, degreeName, entryText, heroName, logOf, loreWords, throwParts, type Entry } from '../lore';
import { words } from './index';
import { Stroke } from './Sign';

interface Fallen {
  who: CharacterId;
  thrown: Throw;
  page: number;
}

export function Came({ party, scene }: { party: QuestParty; scene: QuestScene }) {
  const room = useRoom();
  const fallen = useFallen(room, scene.page);
  const entry = cameOf(logOf(room));
  if (fallen) return <Thrown party={party} who={fallen.who} thrown={fallen.thrown} />;
  const vote = room.topic('vote.finished');
  if (vote && follows(vote, scene, entry)) return <Voted vote={vote} />;
  return entry ? <Told entry={entry} party={party} /> : null;
}

/** A server without a log still tells its last vote. */
function follows(vote: QuestVoteFinished, scene: QuestScene, entry: Entry | null): boolean {
  if (entry) return entry.kind === 'voted' && entry.option === vote.option;
  return !!scene.decision && scene.decision.decision_id === vote.vote_id + 1;
}

/** The dice that this page follows from, if it was seen how they fell. */
function useFallen(room: Room, page: number): Fallen | null {
  const [fallen, fall] = useState<Fallen | null>(null);
  useEffect(
    () =>
      room.on('action.result', (cue) => {
        const result = resultOf(cue);
        const scene = room.topics.topic('scene.update').peek();
        if (!result || !scene) return;
        fall({ ...result, page: scene.page });
        buzz(result.thrown.degree === 'success' ? [30, 40, 90] : 60);
      }),
    [room],
  );
  return fallen && fallen.page === page ? fallen : null;
}

function resultOf(cue: unknown): Omit<Fallen, 'page'> | null {
  const { result } = cue as { result?: { character_id?: CharacterId; throw?: Throw | null } | null };
  if (!result || typeof result.character_id !== 'number' || !result.throw) return null;
  return { who: result.character_id, thrown: result.throw };
}

function Told({ entry, party }: { entry: Entry; party: QuestParty }) {
  if (entry.kind === 'threw') return <Thrown party={party} who={entry.who} thrown={entry.throw} />;
  if (entry.kind === 'fought') return <p class="qp-came">{entryText(entry, party)}</p>;
  if (entry.kind !== 'chose' && entry.kind !== 'voted') return null;
  return (
    <p class="qp-came">
      <span>{entry.kind === 'chose' ? words().came.chose(heroName(party, entry.who)) : words().came.voted}</span>
      <b>{entry.option}</b>
    </p>
  );
}

function Voted({ vote }: { vote: QuestVoteFinished }) {
  const said = words().came;
  return (
    <p class="qp-came enter">
      <span>
        {said.voted} ({ballotsText(vote.votes)})
      </span>
      <b>{vote.option}</b>
      {vote.tied.length > 0 && <span>{said.tied}</span>}
      {vote.no_quorum && <span>{said.quorum}</span>}
    </p>
  );
}

export function Thrown({ party, who, thrown }: { party: QuestParty; who: CharacterId; thrown: Throw }) {
  const { dropped } = countedDice(thrown.dice);
  const least = dropped === null ? -1 : thrown.dice.indexOf(dropped);
  return (
    <section class={`qp-thrown is-${thrown.degree} enter`}>
      <header>
        <p>{words().came.threw(heroName(party, who))}</p>
        <h2>
          <Stroke path={DEGREE_SIGNS[thrown.degree]} />
          {degreeName(thrown.degree)}
        </h2>
      </header>
      <div class="qp-thrown-dice">
        {thrown.dice.map((face, at) => (
          <span key={at} class={at === least ? 'qp-die is-dropped' : 'qp-die pop'}>
            <Die face={face} />
          </span>
        ))}
        <p class="qp-parts">
          {throwParts(thrown).map(({ n, why }, at) => (
            <span key={at}>
              <b>
                {n < 0 ? '−' : '+'}
                {Math.abs(n)}
              </b>{' '}
              {why}{' '}
            </span>
          ))}
          {dropped !== null && <span>({loreWords().dropped(dropped)})</span>}
        </p>
        <b class="qp-total">{thrown.total}</b>
      </div>
    </section>
  );
}
