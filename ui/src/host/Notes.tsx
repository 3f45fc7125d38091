// When there is no desk to stand at: what happened, and the one thing to do.
import type { ComponentChildren } from 'preact';
import { refusalWords } from '../lib/errors';
import type { Farewell } from '../lib/wire';
import type { SystemError } from '../protocol.gen';
import type { Desk } from './desk';
import { words } from './words';

export function Looking() {
  return <p class="host-late">{words().looking}</p>;
}

export function None({ desk, error }: { desk: Desk; error: SystemError }) {
  const said = words().none;
  return (
    <Note title={said.title} text={error.code === 'page/offline' ? refusalWords(error) : said.text}>
      <button class="btn btn-go btn-wide" onClick={() => void desk.look()}>
        {said.retry}
      </button>
    </Note>
  );
}

export function Gone({ desk, reason }: { desk: Desk; reason: Farewell }) {
  const said = words().gone[reason];
  return (
    <Note title={said.title} text={said.text}>
      <button class="btn btn-go btn-wide" onClick={() => desk.comeBack()}>
        {said.go}
      </button>
    </Note>
  );
}

function Note({ title, text, children }: { title: string; text: string; children: ComponentChildren }) {
  return (
    <section class="card host-note enter">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}
