// A fight: the creatures and what they are about to do, what happens blow by blow, the heroes, the order, and whose turn it is.
import { useRoom } from '../../../lib/room';
import type { Enemy, Hero, Intention, QuestCombatState, QuestParty, Who } from '../../../protocol.gen';
import { Creature } from '../art/Creature';
import { Die } from '../art/Die';
import { EffectSign } from '../art/Effect';
import { HeroSign } from '../HeroSign';
import { aimsAtAll, aimText, enemyName, heroName, idOf, isWho, moveWords } from '../lore';
import { Clock } from './Clock';
import type { Mark } from './beats';
import type { Staged, Told } from './director';
import { isHero, keyOf } from './fold';
import { Effects, Face, Health } from './HeroParts';
import { Asleep, useAway } from './Heroes';
import { Name } from './Name';
import { isIn, upcoming } from './views';
import { words } from './words';

/** Chips of the order that have room. */
const ORDER = 10;
/** Heroes of one row. */
const FEW = 4;
const SIX = 6;

export function Combat({ stage, party }: { stage: Staged; party: QuestParty }) {
  const { combat, fight } = stage;
  return (
    <div class={fight.heroes.length > FEW ? 'q-fight' : 'q-fight q-fight-few'} key={combat.fight}>
      <Top stage={stage} party={party} />
      <ul class={`q-foes ${fight.enemies.length === 1 ? 'q-foes-one' : fight.enemies.length > 5 ? 'q-foes-many' : ''}`}>
        {fight.enemies.map((enemy, i) => <Foe key={i} enemy={enemy} index={i} stage={stage} party={party} />)}
      </ul>
      <Ticker told={stage.told} />
      <ul class={`q-band q-band-${bandOf(fight.heroes.length)}`}>
        {fight.heroes.map((hero) => <Fighter key={hero.hero} hero={hero} stage={stage} party={party} />)}
      </ul>
      {stage.n === 0 && !stage.settled && !stage.outcome && <Intro combat={combat} />}
      {stage.outcome && <Outcome combat={combat} />}
    </div>
  );
}

/** One row, or two of three or four. */
function bandOf(heroes: number): 'few' | 'six' | 'many' {
  if (heroes <= FEW) return 'few';
  return heroes <= SIX ? 'six' : 'many';
}

function Top({ stage: { combat, fight }, party }: { stage: Staged; party: QuestParty }) {
  return (
    <div class="q-top">
      <div class="q-top-name"><h2 class="q-top-title">{combat.name}</h2><p class="q-top-round">{words().fight.round(fight.round)}</p></div>
      {/* Keyed by place: Chromium does not style anew what Preact moves, and a ring would stay on whose turn is over. */}
      <ol class="q-order">
        {upcoming(fight).slice(0, ORDER).map((who, i) => <li key={i} class={i === 0 ? 'q-turn q-turn-now' : 'q-turn'}><Chip who={who} stage={fight} /></li>)}
      </ol>
      <Turn party={party} />
    </div>
  );
}

function Chip({ who, stage }: { who: Who; stage: Staged['fight'] }) {
  if (!isHero(who)) return <div class="q-turn-foe"><Creature id={stage.enemies[who.enemy]?.creature ?? ''} /></div>;
  const hero = stage.heroes.find((one) => one.hero === who.hero);
  return <Face id={idOf(who.hero)} archetype={hero ? hero.archetype : ''} fallen={hero ? hero.hp <= 0 : false} />;
}

/** Whose turn it really is, however far the telling is: that hero's time runs. */
function Turn({ party }: { party: QuestParty }) {
  const combat = useRoom().topic('combat.update');
  const now = combat?.state.now;
  if (!combat || combat.outcome || !now || !isHero(now) || typeof combat.deadline !== 'number') return <div class="q-top-turn" />;
  return (
    <div class="q-top-turn">
      <p class="q-top-who">{words().fight.turn(heroName(party, idOf(now.hero)))}</p>
      <Clock deadline={combat.deadline} />
    </div>
  );
}

function Foe({ enemy, index, stage, party }: { enemy: Enemy; index: number; stage: Staged; party: QuestParty }) {
  const who = { enemy: index };
  const out = !isIn(stage.fight, who);
  const marks = marksOn(stage, who);
  const hurt = marks.some(({ kind }) => kind === 'hit');
  return (
    <li class={`q-foe ${out ? 'q-foe-out' : ''} ${isWho(stage.fight.now, who) ? 'q-foe-now' : ''}`} style={out ? {} : widthOf(enemy)}>
      <Intentions enemy={enemy} stage={stage} party={party} />
      <div key={hurt ? stage.n : 'still'} class={hurt ? 'q-foe-body q-shake' : 'q-foe-body'}><Creature id={enemy.creature} hurt={out || enemy.hp * 2 <= enemy.max_hp} /></div>
      <p class="q-foe-name">{enemyName(enemy)}</p>
      <div class="q-foe-state"><Health hp={enemy.hp} most={enemy.max_hp} /><Effects ids={enemy.effects.map((effect) => effect.id)} /></div>
      <Marks marks={marks} n={stage.n} />
    </li>
  );
}

/** Who is about to do several things has room to say them side by side. */
function widthOf({ intends }: Enemy): Record<string, string | number> {
  const moves = Math.max(1, intends.length);
  return { flexGrow: moves, maxWidth: `${moves * 28}rem` };
}

/** "crouches to leap → Anna, 6". */
function Intentions({ enemy, stage, party }: { enemy: Enemy; stage: Staged; party: QuestParty }) {
  if (enemy.hp <= 0 || enemy.intends.length === 0) return <div class="q-intends" />;
  return (
    <div class="q-intends">
      {enemy.intends.map((one, i) => (
        <div key={i} class="q-intent">
          <p>{moveWords(enemy, one.move).intention}</p>
          {one.targets.length > 0 && <Aim one={one} stage={stage} party={party} />}
        </div>
      ))}
    </div>
  );
}

/** Whatever is cut of a long name, the number and the effect are seen. */
function Aim({ one, stage, party }: { one: Intention; stage: Staged; party: QuestParty }) {
  const [target] = one.targets;
  const seen = { combat: { ...stage.combat, state: stage.fight }, party };
  return (
    <p class="q-aim">
      <span class="q-aim-arrow">→</span>
      {one.targets.length === 1 && target !== undefined && <span class="q-aim-sign"><HeroSign id={idOf(target)} /></span>}
      {aimsAtAll(one, seen) ? <span class="q-aim-all">{words().fight.all}</span> : <span class="q-aim-name">{aimText(one, seen)}</span>}
      {one.harm > 0 && <span class="q-aim-harm">{`, ${one.harm}`}</span>}
      {one.effect && <span class="q-intent-effect"><EffectSign id={one.effect} /></span>}
    </p>
  );
}

function Fighter({ hero, stage, party }: { hero: Hero; stage: Staged; party: QuestParty }) {
  const who = { hero: hero.hero };
  const marks = marksOn(stage, who);
  const hurt = marks.some(({ kind }) => kind === 'hit');
  const spirit = hero.hp <= 0;
  const now = isWho(stage.fight.now, who);
  const away = useAway(party.heroes.find((one) => one.character_id === idOf(hero.hero)) ?? EMPTY);
  return (
    <li class={`q-fighter ${now ? 'q-fighter-now' : ''} ${spirit ? 'q-fighter-spirit' : ''} ${hero.fled ? 'q-fighter-fled' : ''}`}>
      <div key={hurt ? stage.n : 'still'} class={hurt ? 'q-fighter-face q-shake' : 'q-fighter-face'}>
        <Face id={idOf(hero.hero)} archetype={hero.archetype} fallen={spirit} />
        {away && <Asleep why={away} />}
      </div>
      <div class="q-fighter-text">
        <Name name={heroName(party, idOf(hero.hero))} kind="q-fighter-name" crowd={stage.fight.heroes.length} />
        <div class="q-fighter-state">
          {hero.fled ? <p class="q-fighter-word">{words().fled}</p> : spirit ? <p class="q-fighter-word">{words().spirit}</p> : <Health hp={hero.hp} most={hero.max_hp} />}
          <Effects ids={hero.effects.map((effect) => effect.id)} />
        </div>
      </div>
      <Marks marks={marks} n={stage.n} />
    </li>
  );
}

const EMPTY = { character_id: 0, archetype: '', display_name: '', hp: 0, max_hp: 0, effects: [], items: [] };

function marksOn({ beat }: Staged, who: Who): Mark[] {
  return beat ? beat.marks.filter((mark) => keyOf(mark.who) === keyOf(who)) : [];
}

function Marks({ marks, n }: { marks: readonly Mark[]; n: number }) {
  return <>{marks.map((mark, i) => <span key={`${n}/${i}`} class={`q-mark q-mark-${mark.kind}`}><MarkText mark={mark} /></span>)}</>;
}

function MarkText({ mark: { kind, n, effect } }: { mark: Mark }) {
  if (kind === 'hit') return <>{`−${n}`}</>;
  if (kind === 'heal' || kind === 'rise') return <>{`+${n}`}</>;
  if (kind === 'effect') return <EffectSign id={effect ?? ''} />;
  const path = kind === 'fall' ? 'M6 6l12 12M18 6 6 18' : kind === 'held' ? 'M12 3 20 6V12C20 17 16 20 12 22 8 20 4 17 4 12V6Z' : 'M3 15c4-8 8 4 18-6';
  return <svg viewBox="0 0 24 24" class="q-mark-sign"><path d={path} /></svg>;
}

/** The last sentences; what is told now is the largest. */
function Ticker({ told }: { told: readonly Told[] }) {
  const last = told[told.length - 1];
  return (
    <div class="q-ticker">
      {told.map((one) => (
        <p key={one.n} class={one === last ? 'q-told q-told-now' : 'q-told'}>
          {one === last && one.dice && <span class="q-told-dice">{one.dice.dice.map((face, i) => <span key={i} class="q-told-die"><Die face={face} /></span>)}<b class="q-told-total">{one.dice.total}</b></span>}
          <span>{one.text}</span>
        </p>
      ))}
    </div>
  );
}

function Intro({ combat }: { combat: QuestCombatState }) {
  return <div class="q-banner q-banner-intro"><p class="q-banner-kicker">{words().fight.begins}</p><h1 class="q-banner-title">{combat.name}</h1></div>;
}

function Outcome({ combat: { outcome, name } }: { combat: QuestCombatState }) {
  if (!outcome) return null;
  const text = words().fight;
  return (
    <div class={`q-banner q-banner-${outcome}`}>
      <p class="q-banner-kicker">{name}</p>
      <h1 class="q-banner-title"><OutcomeSign outcome={outcome} />{text.outcome[outcome]}</h1>
      <p class="q-banner-text">{text.after[outcome]}</p>
    </div>
  );
}

function OutcomeSign({ outcome }: { outcome: 'won' | 'fled' | 'lost' }) {
  const path = { won: 'm5 13 5 5L20 7', fled: 'M4 12h15M13 6l6 6-6 6', lost: 'M6 6l12 12M18 6 6 18' }[outcome];
  return <svg class="q-banner-sign" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>;
}
