// A fight: whose turn it is, who stands where and is up to what, what happened last, and below it one's own part.
import { useRoom } from '../../../lib/room';
import type { Enemy, QuestCombatState, QuestParty, Who } from '../../../protocol.gen';
import { Creature } from '../art/Creature';
import { HeroSign } from '../HeroSign';
import { aimsAt, enemyName, fighterOf, happened, heroName, idOf, indexOf, inSight, intentionText, isSpirit, isWho, whoName } from '../lore';
import { Acts } from './Acts';
import { Bar } from './Bar';
import { Came } from './Came';
import { Effects } from './Effects';
import { Face } from './Face';
import { Health } from './Health';
import { words } from './index';
import { Lines, Strip } from './Story';
import { Split } from './Split';
import type { AtTable } from './Table';
import { isTurnOf, turnsUntil } from './table';

export interface InFight {
  at: AtTable;
  combat: QuestCombatState;
}

export function Combat({ at, combat }: InFight) {
  const { party, scene } = at;
  const said = words();
  // Until a hero has acted, the page and what it follows from are still being read, however quick the enemies are.
  const unread = combat.blows_before === 0;
  const mine = at.own !== null && isTurnOf(combat.state, indexOf(at.own.character_id));
  const above = (
    <>
      <Strip scene={{ ...scene, title: combat.name }} word={said.fight.round(Math.max(1, combat.state.round))} />
      <div class="qp-read" tabIndex={0} role="region" aria-label={said.fight.enemies}>
        {unread && <Came party={party} scene={scene} />}
        {unread && <Lines lines={scene.lines} />}
        <Enemies at={at} combat={combat} />
        <Last combat={combat} party={party} />
        <Order combat={combat} party={party} />
        <Heroes combat={combat} party={party} />
        {!unread && <h2 class="qp-h2">{said.read.again}</h2>}
        {!unread && <Lines lines={scene.lines} />}
      </div>
    </>
  );
  const turn = `${combat.fight}/${combat.turn}`;
  return <Split kind="qp-combat" about={turn} asked={mine ? turn : null} above={above} below={<Turn at={at} combat={combat} />} />;
}

function Enemies({ at, combat }: InFight) {
  return (
    <ul class="qp-foes">
      {combat.state.enemies.map((enemy, index) => (
        <li key={index} class={foeClass(enemy, isWho(combat.state.now, { enemy: index }))}>
          <Foe enemy={enemy} at={at} combat={combat} />
        </li>
      ))}
    </ul>
  );
}

function foeClass(enemy: Enemy, acts: boolean): string {
  return `qp-foe${enemy.hp === 0 ? ' is-out' : ''}${acts ? ' is-now' : ''}`;
}

/** An enemy with its strength and what it is up to. */
export function Foe({ enemy, at, combat }: InFight & { enemy: Enemy }) {
  const said = words().fight;
  const { party, own } = at;
  const out = enemy.hp === 0;
  return (
    <>
      <span class="qp-foe-face">
        <Creature id={enemy.creature} hurt={enemy.hp * 2 <= enemy.max_hp} />
      </span>
      <span class="qp-foe-text">
        <span class="qp-foe-top">
          <b>{enemyName(enemy)}</b>
          {out ? <span>{said.out}</span> : <Health hp={enemy.hp} most={enemy.max_hp} />}
        </span>
        {!out && enemy.intends.map((one, at) => <span key={at} class="qp-foe-intends">{intentionText(enemy, one, { combat, party })}</span>)}
        {own && aimsAt(enemy, own.character_id) && <b class="qp-foe-atyou">{said.atYou}</b>}
        {!out && !inSight(enemy) && <span class="qp-foe-intends">{said.hiding}</span>}
        {!out && <Effects all={enemy.effects} />}
      </span>
    </>
  );
}

function Last({ combat, party }: { combat: QuestCombatState; party: QuestParty }) {
  const told = happened({ combat, party });
  if (told.length === 0) return null;
  return (
    <section class="qp-last" aria-live="polite">
      <h2 class="qp-h2">{words().fight.last}</h2>
      {told.map((line, at) => (
        <p key={combat.blows_before + at}>{line}</p>
      ))}
    </section>
  );
}

function Order({ combat, party }: { combat: QuestCombatState; party: QuestParty }) {
  const { state } = combat;
  return (
    <section>
      <h2 class="qp-h2">{words().fight.order}</h2>
      <ol class="qp-order">
        {state.order.map((who, at) => (
          <li key={at} class={`qp-order-one${isWho(state.now, who) ? ' is-now' : ''}${isOut(who, combat) ? ' is-out' : ''}`}>
            {'hero' in who ? <HeroSign id={idOf(who.hero)} /> : <Creature id={state.enemies[who.enemy]?.creature ?? ''} />}
            {whoName(who, state, party)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function isOut(who: Who, { state }: QuestCombatState): boolean {
  return 'hero' in who ? (fighterOf(state, idOf(who.hero))?.fled ?? false) : state.enemies[who.enemy]?.hp === 0;
}

function Heroes({ combat, party }: { combat: QuestCombatState; party: QuestParty }) {
  const said = words().fight;
  return (
    <section>
      <h2 class="qp-h2">{said.heroes}</h2>
      <ul class="qp-lines">
        {combat.state.heroes.map((hero) => (
          <li key={hero.hero} class="qp-line">
            <Face id={idOf(hero.hero)} archetype={hero.archetype} fallen={isSpirit(hero)} />
            <div class="qp-line-text">
              <b>{heroName(party, idOf(hero.hero))}</b>
              {hero.fled ? <span>{said.away}</span> : isSpirit(hero) ? <span>{said.isSpirit}</span> : <Health hp={hero.hp} most={hero.max_hp} />}
              <Effects all={hero.effects} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One's own part in it: acts in one's turn, else who acts and when one's own turn comes. */
function Turn({ at, combat }: InFight) {
  const { state } = combat;
  const own = at.own && fighterOf(state, at.own.character_id);
  if (own && isTurnOf(state, own.hero)) return <Acts key={`${combat.fight}/${combat.turn}`} at={at} combat={combat} own={own} />;
  return (
    <section class="qp-decide" data-asked tabIndex={-1}>
      <header class="qp-decide-top">
        <h2 aria-live="polite">{state.now ? words().fight.now(whoName(state.now, state, at.party)) : words().fight.meets}</h2>
        {typeof combat.deadline === 'number' && <TurnBar combat={combat} />}
      </header>
      <p class="qp-quiet">{whenOwn(at, combat)}</p>
    </section>
  );
}

/** A turn's whole length is not told: the bar begins with what is left when it is first seen. */
export function TurnBar({ combat }: { combat: QuestCombatState }) {
  const { clock } = useRoom();
  const deadline = combat.deadline ?? 0;
  return <Bar key={combat.turn} opened={Math.min(deadline - 1, clock.now())} deadline={deadline} />;
}

function whenOwn({ own }: AtTable, { state }: QuestCombatState): string {
  const said = words().fight;
  const fighter = own && fighterOf(state, own.character_id);
  if (!fighter || !own) return said.watch;
  if (fighter.fled) return said.fled;
  const before = turnsUntil(state, indexOf(own.character_id));
  const when = before === null ? '' : before <= 1 ? said.next : said.after(before);
  return isSpirit(fighter) ? `${said.spirit} ${when}` : when;
}
