// Any moment of the match: a slider over its past, and the board as it was then, to look at and to keep.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../../lib/Icon';
import { useRoom } from '../../../lib/room';
import type { PartyMs } from '../../../protocol.gen';
import type { Snapshot } from '../sync/wire';
import { clockText } from '../clock';
import { DeskIcon } from './DeskIcon';
import { Keep } from './Keep';
import { momentAt, placeOf, spanOf, stepsOf, type Span } from './moments';
import { usualScale } from './scales';
import { useInSight } from './sight';
import { paintsOf, Surface } from './surface';
import type { Bench } from './Tools';
import { words } from './words';

/** The slider has to rest so long (ms) before the board is asked for: the server plays the match anew up to there. */
const REST = 200;

/** A look into the past: over which span, at which moment. */
export interface Visit {
  span: Span;
  time: PartyMs;
}

/** Begins where the match is now. The figures tell when it began, since a match without an end has no timer that would. */
export function useVisit({ canvas, info }: Bench): () => Promise<Visit> {
  const room = useRoom();
  return async () => {
    const told = await canvas.stats();
    const began = told.ok ? told.value.from_ms : null;
    const session = room.topics.topic('session.state').peek() ?? {};
    const span = spanOf({ session, began, endsAt: info.ends_at ?? null, now: room.clock.now() });
    return { span, time: span.to };
  };
}

interface Then {
  picture: HTMLCanvasElement | null;
  cells: Uint8Array | null;
  missing: boolean;
}

/** The board as it was; until that has come, the moment before stays to be seen. */
export function useThen({ canvas, info }: Bench, time: PartyMs | null): Then {
  const [seen, see] = useState<Snapshot | 'missing' | null>(null);
  useEffect(() => {
    if (time === null) return see(null);
    let wanted = true;
    const look = async (): Promise<void> => {
      const snapshot = await canvas.at(time);
      if (wanted) see(snapshot ?? 'missing');
    };
    const timer = setTimeout(() => void look(), REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [canvas, time]);
  const snapshot = time === null || typeof seen === 'string' ? null : seen;
  const picture = useMemo(() => snapshot && pictureOf(snapshot, paintsOf(info.palette)), [snapshot, info.palette]);
  return { picture, cells: snapshot && snapshot.cells, missing: time !== null && seen === 'missing' };
}

function pictureOf(snapshot: Snapshot, paints: Uint32Array): HTMLCanvasElement {
  const surface = new Surface(snapshot, paints);
  surface.lay(snapshot.cells);
  return surface.element;
}

interface PastProps {
  bench: Bench;
  visit: Visit;
  missing: boolean;
  go: (visit: Visit | null) => void;
}

export function Past({ bench, visit: { span, time }, missing, go }: PastProps) {
  const said = words().past;
  const bar = useInSight<HTMLDivElement>(span);
  const since = clockText(time - span.from);
  const shown = said.at(since, clockText(span.to - span.from));
  return (
    <div class="marked" ref={bar}>
      <div class="marked-head">
        <b role="status">{missing ? said.missing : shown}</b>
        <button class="guest-remove" aria-label={said.now} onClick={() => go(null)}>
          <Icon sign="cross" />
        </button>
      </div>
      <Slider span={span} time={time} shown={shown} move={(moment) => go({ span, time: moment })} />
      <div class="acts">
        <button class="act" onClick={() => go(null)}>
          <DeskIcon sign="back" />
          {said.now}
        </button>
        <Keep look="act" sign="picture" word={said.picture} path={`picture.png?time=${time}&scale=${usualScale(bench.board)}`} file={`-${since.replace(/:/g, '.')}.png`} />
      </div>
    </div>
  );
}

interface SliderProps extends Visit {
  shown: string;
  move: (time: PartyMs) => void;
}

function Slider({ span, time, shown, move }: SliderProps) {
  return (
    <input
      class="slider"
      type="range"
      min="0"
      max={stepsOf(span).last}
      step="1"
      value={placeOf(span, time)}
      aria-label={words().past.title}
      aria-valuetext={shown}
      onInput={(event) => move(momentAt(span, Number(event.currentTarget.value)))}
    />
  );
}
