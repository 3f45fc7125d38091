// The board between levels: it shows the old order, then everyone moves to the new place; after the gift once more. What the last level
// brought stays covered at the top, for the podium to tell.
import { useRef } from 'preact/hooks';
import { figure, lang } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import type { BoardLine, LevelMsg } from '../../../protocol.gen';
import { useShow } from '../../../tv/show';
import { useSteps } from '../../../tv/steps';
import { Avatar } from '../../../widgets/Avatar';
import { LevelSign, Star } from './Head';
import { beforeLevel, play, type Act } from './order';
import { Score } from './Score';
import { words } from './words';

const LISTED = 10;
const FEW = 5;
/** Those on the podium. */
const COVERED = 3;
/** ms: the old order stands, the points are counted in, then places change. */
const COUNT_AT = 500;
const MOVE_AT = 1600;
/** rem. */
const HEIGHT = 46;

/** `under` a gift it is out of sight, and knows afterwards what it has shown. */
export function BoardScene({ level, under }: { level: LevelMsg; under: boolean }) {
  const act = useAct(under);
  const step = useSteps(act.since, [COUNT_AT, MOVE_AT]);
  const { lines } = act;
  const count = useRoom().topic('leaderboard.update')?.count ?? 0;
  return (
    <div class={under ? 'scene-level board-under' : 'scene-level'}>
      <div class="head tv-enter"><LevelSign level={level.level} /><p class="head-title">{words().after(level.level)}</p></div>
      <div class={`board ${lines.length > LISTED ? 'board-many' : lines.length <= FEW ? 'board-few' : ''}`}>
        <List key={act.nth} act={act} last={level.round === level.of} counted={step >= 1} moved={step >= 2} />
        {lines.length > LISTED && <Rest lines={lines.slice(LISTED)} count={count} />}
      </div>
    </div>
  );
}

function useAct(under: boolean): Act {
  const lines = useRoom().topic('leaderboard.update')?.leaderboard ?? [];
  const { since } = useShow().moment.value;
  const act = useRef<Act>({ nth: 0, since, from: null, lines, under: null });
  act.current = play(act.current, lines, under, performance.now(), MOVE_AT);
  return act.current;
}

interface ListProps {
  act: Act;
  last: boolean;
  counted: boolean;
  moved: boolean;
}

function List({ act, last, counted, moved }: ListProps) {
  const from = act.from ?? beforeLevel(act.lines);
  const shown = act.lines.slice(0, LISTED);
  const tall = Math.min(shown.length <= FEW ? 9 : 6.8, HEIGHT / Math.max(1, shown.length));
  return (
    <div class="board-list" style={{ height: `${tall * shown.length}rem` }}>
      {shown.map((line, i) => {
        if (last && line.place <= COVERED) return <Covered key={`covered ${i}`} place={line.place} tall={tall} y={i * tall} />;
        const start = from.get(line.player_id) ?? { score: line.score, place: line.place, at: i };
        // Who passes whom would tell who is covered.
        const before = last ? i : Math.min(LISTED, start.at);
        const at = moved ? i : before;
        const change = { ...line, gained: line.score - start.score, moved: start.place - line.place };
        return <Row key={line.player_id} line={change} tall={tall} y={at * tall} hidden={!moved && before >= LISTED} counted={counted} moved={moved} again={act.from !== null} />;
      })}
    </div>
  );
}

/** One of the first three after the last level: wrapped up. */
function Covered({ place, tall, y }: { place: number; tall: number; y: number }) {
  return (
    <div class="row" style={{ height: `${tall}rem`, transform: `translateY(${y.toFixed(2)}rem)` }}>
      <div class="row-card row-covered" style={{ height: `${tall - 0.5}rem` }}>
        <p class="row-place">{place}</p>
        <p class="row-secret"><span>?</span></p>
      </div>
    </div>
  );
}

interface RowProps {
  line: BoardLine;
  tall: number;
  y: number;
  hidden: boolean;
  counted: boolean;
  moved: boolean;
  /** Have its points and places been shown already, before a gift? */
  again: boolean;
}

function Row({ line, tall, y, hidden, counted, moved, again }: RowProps) {
  const place = moved ? line.place : line.place + line.moved;
  const first = place === 1 && (moved || again);
  return (
    <div class={hidden ? 'row row-hidden' : 'row'} style={{ height: `${tall}rem`, transform: `translateY(${y.toFixed(2)}rem)`, zIndex: line.moved > 0 ? 2 : 1 }}>
      <div class={first ? 'row-card row-first' : 'row-card'} style={{ height: `${tall - 0.5}rem` }}>
        <p class="row-place">{place}</p>
        <div class="row-face" style={{ width: `${tall - 0.9}rem`, height: `${tall - 0.9}rem` }}><Avatar animal={line.avatar} color={line.color} face={moved && line.moved > 0 ? 'joy' : 'calm'} /></div>
        <p class="row-name">{line.name}</p>
        {moved && line.moved !== 0 && <Move by={line.moved} />}
        {line.gained !== 0 && <p class={counted ? 'row-gain row-gain-in' : 'row-gain'}>+{figure(lang.value, line.gained)}</p>}
        <p class="row-score"><Score from={line.score - line.gained} to={line.score} go={counted} /></p>
      </div>
    </div>
  );
}

function Move({ by }: { by: number }) {
  return (
    <p class={by > 0 ? 'row-move row-up' : 'row-move row-down'}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d={by > 0 ? 'M10 3 18 16H2Z' : 'M10 17 2 4h16Z'} fill="currentColor" /></svg>
      {Math.abs(by)}
    </p>
  );
}

/** Those behind the first ten: small, each with its place. */
function Rest({ lines, count }: { lines: readonly BoardLine[]; count: number }) {
  const hidden = count - LISTED - lines.length;
  return (
    <div class="rest">
      {lines.map((line) => (
        <div key={line.player_id} class="rest-one">
          <div class="rest-face"><Avatar animal={line.avatar} color={line.color} face={line.moved > 0 ? 'joy' : 'calm'} /></div>
          <p class="rest-place">{line.place}{line.moved > 2 && <Star />}</p>
        </div>
      ))}
      {hidden > 0 && <p class="rest-more">+{hidden}</p>}
    </div>
  );
}
