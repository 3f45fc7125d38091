// A throw of the dice: what it takes, and the dice themselves, to be flicked by whoever is asked. Friends may help.
import { useRef, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import { buzz } from '../../../lib/touch';
import type { Degree } from '../../../protocol.gen';
import { Die } from '../art/Die';
import { StatSign } from '../art/Stat';
import { chanceOf, DEGREE_SIGNS, degreeName, heroName, partText, type Chance } from '../lore';
import { askOnce, pending } from './asked';
import type { Deciding } from './Dock';
import { isFlick } from './flick';
import { words } from './index';
import { Sign, Stroke } from './Sign';
import { sumsText } from './table';

export function Check({ at, decision, opened }: Deciding) {
  const chance = chanceOf(at.party, decision);
  const mine = typeof decision.character_id === 'number' && decision.character_id === at.you.character_id;
  return (
    <>
      {chance && <Takes chance={chance} />}
      {mine ? <Dice decision={decision.decision_id} opened={opened} dice={chance?.advantage ? 3 : 2} /> : <Friend at={at} decision={decision} opened={opened} />}
    </>
  );
}

function Takes({ chance }: { chance: Chance }) {
  const said = words().check;
  return (
    <div class="qp-takes">
      <ul aria-label={said.counts}>
        {chance.parts.map((part, at) => (
          <li key={at} class="qp-chip">
            {at === 0 && <StatSign id={chance.stat} />}
            {partText(part)}
          </li>
        ))}
      </ul>
      <ul>
        <li class="qp-chip is-word">{said.need}</li>
        <Needed degree="success" from={chance.success} />
        <Needed degree="partial" from={chance.partial} to={chance.success - 1} />
      </ul>
      {chance.advantage && <p>{said.advantage}</p>}
    </div>
  );
}

/** What the dice must show for it, if they can. */
function Needed({ degree, from, to = Infinity }: { degree: Degree; from: number; to?: number }) {
  const sums = sumsText(from, to);
  if (sums === null) return null;
  return (
    <li class={`qp-chip is-${degree}`}>
      <Stroke path={DEGREE_SIGNS[degree]} />
      <b>{sums}</b> {degreeName(degree)}
    </li>
  );
}

function Friend({ at, decision, opened }: Deciding) {
  const room = useRoom();
  const said = words().check;
  const { helper, decision_id } = decision;
  const name = heroName(at.party, decision.character_id);
  if (typeof helper === 'number') return <p class="qp-quiet">{helper === at.you.character_id ? said.youHelp : said.helped(heroName(at.party, helper))}</p>;
  if (!at.own) return <p class="qp-quiet">{said.waits(name)}</p>;
  return (
    <button class="btn btn-go btn-wide" disabled={!opened || pending(room, 'help') !== null} onClick={() => askOnce(room, 'help', { decision_id })}>
      {said.help(name)}
    </button>
  );
}

function Dice({ decision, opened, dice }: { decision: number; opened: boolean; dice: number }) {
  const room = useRoom();
  const said = words().check;
  const flying = pending(room, 'skill-check')?.['decision_id'] === decision;
  const ready = opened && !flying;
  const cast = (): void => {
    if (!ready) return;
    buzz([20, 30, 20, 30, 40]);
    askOnce(room, 'skill-check', { decision_id: decision });
  };
  const { lift, hands } = useFlick(ready, cast);
  return (
    <>
      <div class={`qp-pad${flying ? ' is-flying' : ready ? ' is-ready' : ''}`} {...hands}>
        <div class="qp-pad-dice" style={flying ? {} : { transform: `translateY(${-lift}px) rotate(${lift / 6}deg)` }}>
          {Array.from({ length: dice }, (_, at) => (
            <span key={at} class="qp-die">
              <Die face={6 - at} />
            </span>
          ))}
        </div>
        <p>
          {ready && <Sign kind="drift" />}
          {flying ? said.flying : said.flick}
        </p>
      </div>
      <button class="btn btn-go btn-big" disabled={!ready} onClick={cast}>
        {said.throw}
      </button>
    </>
  );
}

interface Hands {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: () => void;
}

/** The dice follow the finger, and fly if it is quick. */
function useFlick(ready: boolean, cast: () => void): { lift: number; hands: Hands } {
  const down = useRef<{ y: number; at: number } | null>(null);
  const [lift, raise] = useState(0);
  const end = (): void => {
    down.current = null;
    raise(0);
  };
  const hands: Hands = {
    onPointerDown: (event) => {
      if (!ready) return;
      down.current = { y: event.clientY, at: event.timeStamp };
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (down.current) raise(Math.max(-30, Math.min(120, down.current.y - event.clientY)));
    },
    onPointerUp: (event) => {
      const from = down.current;
      end();
      if (from && isFlick({ up: from.y - event.clientY, ms: event.timeStamp - from.at })) cast();
    },
    onPointerCancel: end,
  };
  return { lift, hands };
}
