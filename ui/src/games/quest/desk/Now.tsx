// What goes on in the story just now, as the host reads it.
import './desk.css';
import { useOver, useSecondsLeft } from '../../../lib/clock';
import { useRoom } from '../../../lib/room';
import type { PartyMs, QuestCombatState, QuestDecision, QuestParty, QuestScene, SessionState } from '../../../protocol.gen';
import type { Playing } from '../../desk';
import { quest } from '../game';
import { isWaiting } from '../waiting';
import { fighterOf, fightOn, heroOf, playerOf, withoutHero } from './standing';
import { words } from './words';

export default function Now({ session }: Playing) {
  const room = useRoom();
  const [party, scene] = [room.topic('party.state'), room.topic('scene.update')];
  const fight = fightOn(session, room.topic('combat.update'));
  if (session.status === 'finished') return <Finished begun={party?.begun ?? false} ending={scene?.ending?.title} />;
  if (party && session.phase === 'casting') return <Casting party={party} />;
  if (!party || !scene) return <Lines title={words().phase.casting} parts={[]} />;
  if (isWaiting(session, room.topic('room.update'))) return <Lines title={scene.title} parts={[words().asleep]} />;
  if (fight) return <Fighting party={party} scene={scene} fight={fight} />;
  return <Telling session={session} party={party} scene={scene} />;
}

function Lines({ title, parts }: { title: string; parts: readonly string[] }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{parts.join(' · ')}</p>
    </>
  );
}

function Finished({ begun, ending }: { begun: boolean; ending: string | undefined }) {
  const said = words();
  if (!begun) return <Lines title={said.phase.off} parts={[]} />;
  if (ending !== undefined) return <Lines title={ending} parts={[said.phase.end]} />;
  return <Lines title={said.phase.finale} parts={[said.saved(quest.title())]} />;
}

function Casting({ party }: { party: QuestParty }) {
  const { players } = useRoom();
  const said = words().casting;
  const { names } = words();
  const without = withoutHero(party, players).filter((player) => player.online);
  const saved = party.heroes.filter((hero) => !playerOf(hero, players));
  const have = party.heroes.length - saved.length;
  const parts = [have ? said.have(have) : said.none];
  if (have) parts.push(without.length ? said.without(names(without.map((player) => player.name))) : said.all);
  if (saved.length) parts.push(said.waiting(names(saved.map((hero) => hero.display_name))));
  return (
    <>
      <Lines title={words().phase.casting} parts={parts} />
      {typeof party.begins_at === 'number' && <Begins at={party.begins_at} />}
    </>
  );
}

function Begins({ at }: { at: PartyMs }) {
  const seconds = useSecondsLeft(useRoom().clock, at);
  return <p role="timer">{words().casting.begins(`${Math.floor(seconds / 60)}:${('0' + (seconds % 60)).slice(-2)}`)}</p>;
}

function Telling({ session, party, scene }: { session: SessionState; party: QuestParty; scene: QuestScene }) {
  const said = words();
  const number = said.scene(scene.number);
  if (scene.ending) return <Lines title={scene.ending.title} parts={[number, said.phase.end]} />;
  if (session.phase === 'combat') return <Lines title={scene.title} parts={[number, said.phase.meeting]} />;
  if (!scene.decision) return <Lines title={scene.title} parts={[number, said.reading]} />;
  return <Deciding key={scene.decision.decision_id} party={party} scene={scene} decision={scene.decision} />;
}

function Deciding({ party, scene, decision }: { party: QuestParty; scene: QuestScene; decision: QuestDecision }) {
  const open = useOver(useRoom().clock, decision.opened);
  const deciding = useDeciding(party, decision);
  return (
    <>
      <Lines title={scene.title} parts={[words().scene(scene.number)].concat(open ? deciding : [words().reading, ...deciding])} />
      {decision.options.length > 0 && (
        <ul class="quest-options" aria-label={words().options} lang={party.language}>
          {decision.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is decided, and by whom. */
function useDeciding(party: QuestParty, decision: QuestDecision): string[] {
  const room = useRoom();
  const said = words();
  const [vote, count] = [room.topic('vote.started'), room.topic('vote.update')];
  const name = heroOf(party, decision.character_id)?.display_name ?? said.anybody;
  const helper = heroOf(party, decision.helper);
  if (decision.kind === 'combat') return [said.phase.meeting];
  if (decision.kind === 'vote') return [said.vote(count?.vote_id === decision.decision_id ? count.voted : 0, vote?.vote_id === decision.decision_id ? vote.electorate.length : party.heroes.length)];
  if (decision.kind === 'choice' || !decision.stat) return [said.chooses(name)];
  return [said.throws(name, decision.stat, decision.difficulty ?? 'fair')].concat(helper ? said.helps(helper.display_name) : []);
}

function Fighting({ party, scene, fight }: { party: QuestParty; scene: QuestScene; fight: QuestCombatState }) {
  const said = words().fight;
  const { round, now, enemies } = fight.state;
  const hero = now && 'hero' in now ? fighterOf(party, now.hero) : null;
  const standing = enemies.filter((enemy) => enemy.hp > 0).length;
  const parts = [words().scene(scene.number), said.round(Math.max(1, round)), said.standing(standing, enemies.length)];
  if (now) parts.splice(2, 0, hero ? said.turn(hero.display_name) : said.enemies);
  return <Lines title={fight.name} parts={parts} />;
}
