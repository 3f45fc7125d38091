// The campaign's long memory: the chronicle to keep, and what the party did that will matter.
import { inParty } from '../../../lib/bearer';
import { useRoom } from '../../../lib/room';
import { words } from './words';

export function Chronicle({ flags }: { flags: readonly string[] }) {
  const code = useRoom().party?.code ?? '';
  const said = words().chronicle;
  return (
    <section class="card quest-chronicle">
      <h2>{said.title}</h2>
      <p>{said.text}</p>
      <div class="quest-links">
        <a class="btn btn-pale" href={inParty(code, 'quest/chronicle.html')} target="_blank" rel="noopener">
          {said.page}
        </a>
        <a class="btn btn-pale" href={inParty(code, 'quest/chronicle.md')} download={`snowparty-${code}.md`}>
          {said.markdown}
        </a>
      </div>
      {flags.length > 0 && <Flags flags={flags} />}
    </section>
  );
}

function Flags({ flags }: { flags: readonly string[] }) {
  const said = words().chronicle;
  return (
    <details class="quest-earlier">
      <summary>
        {said.flags} · {flags.length}
      </summary>
      <p>{said.flagsText}</p>
      <p class="quest-marks">
        {flags.map((flag) => (
          <span key={flag} class="quest-mark">
            {flag.replace(/_/g, ' ')}
          </span>
        ))}
      </p>
    </details>
  );
}
