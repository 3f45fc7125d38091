// One's own turn in a fight: what to do, and then, if need be, with what and to whom.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { Act, Hero, Who } from '../../../protocol.gen';
import { ItemSign } from '../art/Item';
import { fighterOf, heroName, idOf, isSpirit, itemAbout, itemName, named, signed, skillOf, statName } from '../lore';
import { archetypes } from '../rules.gen';
import { askOnce, pending } from './asked';
import { Foe, TurnBar, type InFight } from './Combat';
import { Effects } from './Effects';
import { Face } from './Face';
import { Health } from './Health';
import { words } from './index';
import { Sign, type QuestSign } from './Sign';
import { actOf, deedsOf, hindrance, type Deed, type Thing } from './table';

interface ActsProps extends InFight {
  own: Hero;
}

/** What is asked for step by step. */
interface Plan {
  deed: Deed;
  thing: Thing | null;
}

export function Acts({ at, combat, own }: ActsProps) {
  const room = useRoom();
  const [plan, make] = useState<Plan | null>(null);
  const sent = pending(room, 'combat')?.['turn'] === combat.turn;
  const back = (): void => make(plan && plan.thing ? { deed: plan.deed, thing: null } : null);
  useEscape(plan !== null, back);
  const section = useFocus(plan);
  const act = (act: Act | null): void => {
    if (!act) return;
    buzz(20);
    askOnce(room, 'combat', { turn: combat.turn, act });
  };
  return (
    <section class="qp-decide is-mine" ref={section} data-asked tabIndex={-1}>
      <header class="qp-decide-top">
        <h2 aria-live="polite">{plan && !sent ? planText(plan) : words().fight.mine}</h2>
        <TurnBar combat={combat} />
      </header>
      {sent ? (
        <p class="qp-quiet">{words().fight.sent}</p>
      ) : plan ? (
        <Next at={at} combat={combat} own={own} plan={plan} make={make} act={act} back={back} />
      ) : (
        <Deeds combat={combat} at={at} own={own} make={make} act={act} />
      )}
    </section>
  );
}

function planText({ deed, thing }: Plan): string {
  const said = words().fight;
  switch (deed.deed) {
    case 'attack':
    case 'help':
    case 'haunt':
    case 'inspire':
      return said.target[deed.deed];
    case 'skill':
      return skillText(deed.id);
    case 'bag':
      return thing ? itemName(thing.id) : said.which;
    case 'flee':
      return said.flee;
    default:
      return said.mine;
  }
}

function skillText(id: string): string {
  const skill = skillOf(id);
  return skill ? named(skill.name) : id;
}

/** Step by step backwards, as a browser's own back would. */
function useEscape(on: boolean, back: () => void): void {
  useEffect(() => {
    if (!on) return undefined;
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') back();
    };
    window.addEventListener('keydown', escape);
    return () => window.removeEventListener('keydown', escape);
  });
}

/** Whoever moves by keys goes on where the next step is. */
function useFocus(plan: Plan | null): { current: HTMLElement | null } {
  const section = useRef<HTMLElement>(null);
  const before = useRef(plan);
  useEffect(() => {
    if (before.current === plan) return;
    before.current = plan;
    if (!document.documentElement.hasAttribute('data-keys')) return;
    const first = section.current && section.current.querySelector('button:not([disabled])');
    if (first instanceof HTMLElement) first.focus();
  }, [plan]);
  return section;
}

interface DeedsProps extends ActsProps {
  make: (plan: Plan) => void;
  act: (act: Act | null) => void;
}

/** Those that need nothing more and can be taken at once. */
const AT_ONCE: ReadonlySet<Deed['deed']> = new Set(['defend', 'drift']);

function Deeds({ combat, own, make, act }: DeedsProps) {
  return (
    <div class={isSpirit(own) ? 'qp-deeds is-few' : 'qp-deeds'}>
      {deedsOf(combat.state, own).map((deed) => {
        const barred = hindrance(deed);
        const { sign, name, text } = deedWords(deed, own);
        return (
          <button key={'id' in deed ? deed.id : deed.deed} class={`qp-deed is-${deed.deed}`} disabled={barred !== null} onClick={() => (AT_ONCE.has(deed.deed) ? act(actOf(deed, null, null)) : make({ deed, thing: null }))}>
            <Sign kind={sign} />
            <span>
              <b>{name}</b>
              <span>{barred === 'rests' && deed.deed === 'skill' ? words().fight.rests(deed.rests) : barred === 'nobody' ? words().fight.nobody : text}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

interface DeedWords {
  sign: QuestSign;
  name: string;
  text: string;
}

function deedWords(deed: Deed, own: Hero): DeedWords {
  const said = words().fight;
  const kind = archetypes[own.archetype];
  switch (deed.deed) {
    case 'attack':
      return { sign: 'attack', name: kind ? named(kind.attack.name) : deed.deed, text: kind ? statText(own, kind.attack.stat) : '' };
    case 'skill': {
      const skill = skillOf(deed.id);
      return { sign: 'skill', name: skillText(deed.id), text: skill ? statText(own, skill.stat) : '' };
    }
    case 'flee':
      return { sign: 'flee', name: said.flee, text: statText(own, 'nimble') };
    case 'defend':
      return { sign: 'defend', name: said.defend, text: said.defendText };
    case 'drift':
      return { sign: 'drift', name: said.drift, text: said.driftText };
    case 'help':
      return { sign: 'help', name: said.help, text: said.helpText };
    case 'haunt':
      return { sign: 'haunt', name: said.haunt, text: said.hauntText };
    case 'inspire':
      return { sign: 'help', name: said.inspire, text: said.inspireText };
    case 'bag':
      return { sign: 'bag', name: said.items, text: said.itemsText(deed.things.reduce((sum, thing) => sum + thing.count, 0)) };
  }
}

function statText(own: Hero, stat: 'might' | 'nimble' | 'wits' | 'heart'): string {
  return `${statName(stat)} ${signed(archetypes[own.archetype]?.stats[stat] ?? 0)}`;
}

interface NextProps extends DeedsProps {
  plan: Plan;
  back: () => void;
}

function Next({ at, combat, plan, make, act, back }: NextProps) {
  const said = words().fight;
  const { deed, thing } = plan;
  const picksThing = deed.deed === 'bag' && !thing;
  const targets = thing ? thing.targets : 'targets' in deed ? deed.targets : null;
  const about = aboutOf(plan);
  return (
    <div class="qp-plan">
      {about && <p class="qp-about">{about}</p>}
      {deed.deed === 'bag' && picksThing ? (
        <Things things={deed.things} pick={(one) => make({ deed, thing: one })} />
      ) : targets === null ? (
        <button class="btn btn-go btn-wide" onClick={() => act(actOf(deed, thing, null))}>
          {said.do}
        </button>
      ) : (
        <Targets at={at} combat={combat} targets={targets} take={(target) => act(actOf(deed, thing, target))} />
      )}
      <button class="btn btn-soft btn-wide" onClick={back}>
        {said.back}
      </button>
    </div>
  );
}

function aboutOf({ deed, thing }: Plan): string {
  if (thing) return itemAbout(thing.id);
  if (deed.deed === 'flee') return words().fight.fleeAbout;
  const skill = deed.deed === 'skill' ? skillOf(deed.id) : undefined;
  return skill ? named(skill.about) : '';
}

function Things({ things, pick }: { things: readonly Thing[]; pick: (thing: Thing) => void }) {
  const said = words();
  return (
    <div class="qp-targets">
      {things.map((thing) => {
        const barred = thing.state !== 'ready' || (thing.targets !== null && thing.targets.length === 0);
        return (
          <button key={thing.id} class="qp-target" disabled={barred} onClick={() => pick(thing)}>
            <span class="qp-thing">
              <ItemSign id={thing.id} />
            </span>
            <span class="qp-foe-text">
              <b>
                {itemName(thing.id)} {thing.count > 1 && said.bag.times(thing.count)}
              </b>
              <span>{thing.state === 'used' ? said.fight.used : itemAbout(thing.id)}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

function Targets({ at, combat, targets, take }: InFight & { targets: readonly Who[]; take: (target: Who) => void }) {
  if (targets.length === 0) return <p class="qp-quiet">{words().fight.nobody}</p>;
  return (
    <div class="qp-targets">
      {targets.map((who) => (
        <button key={'hero' in who ? `h${who.hero}` : `e${who.enemy}`} class="qp-target" onClick={() => take(who)}>
          <Target who={who} at={at} combat={combat} />
        </button>
      ))}
    </div>
  );
}

function Target({ who, at, combat }: InFight & { who: Who }): ComponentChildren {
  if ('enemy' in who) {
    const enemy = combat.state.enemies[who.enemy];
    return enemy ? <Foe enemy={enemy} at={at} combat={combat} /> : null;
  }
  const id = idOf(who.hero);
  const hero = fighterOf(combat.state, id);
  if (!hero) return null;
  return (
    <>
      <Face id={id} archetype={hero.archetype} fallen={isSpirit(hero)} />
      <span class="qp-foe-text">
        <b>{heroName(at.party, id)}</b>
        {isSpirit(hero) ? <span>{words().fight.isSpirit}</span> : <Health hp={hero.hp} most={hero.max_hp} />}
        <Effects all={hero.effects} />
      </span>
    </>
  );
}
