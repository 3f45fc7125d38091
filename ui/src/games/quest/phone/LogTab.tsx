// The story so far in prose, oldest first; it opens at its end.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { QuestParty } from '../../../protocol.gen';
import { DEGREE_SIGNS, entryText, logOf, type Entry } from '../lore';
import { words } from './index';
import { recapOf } from './recap';
import { Stroke } from './Sign';

export function LogTab({ party }: { party: QuestParty }) {
  const entries = logOf(useRoom());
  const recap = recapOf(party);
  const said = words().log;
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
  }, [entries.length]);
  return (
    <div class="qp-scroll" ref={pane} tabIndex={0} role="region" aria-label={said.title}>
      <h1 class="qp-h1">{said.title}</h1>
      {recap.length > 0 && (
        <section class="qp-panel">
          <h2 class="qp-h2">{said.previously}</h2>
          {recap.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </section>
      )}
      {entries.length === 0 && <p class="qp-panel qp-quiet">{said.empty}</p>}
      {entries.length > 0 && (
        <div class="qp-panel qp-log">
          {entries.map((entry) => (
            <Line key={entry.n} entry={entry} party={party} />
          ))}
        </div>
      )}
    </div>
  );
}

function Line({ entry, party }: { entry: Entry; party: QuestParty }) {
  const text = entryText(entry, party);
  if (entry.kind === 'scene' || entry.kind === 'ending') return <h2 class="qp-h2">{text}</h2>;
  return (
    <p class={`qp-log-line is-${entry.kind}`}>
      {entry.kind === 'threw' && <Stroke path={DEGREE_SIGNS[entry.throw.degree]} />}
      {text}
    </p>
  );
}
