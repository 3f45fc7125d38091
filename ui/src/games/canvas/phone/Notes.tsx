// What stands in the way of painting, each with the one thing to do about it: dozed off, in the queue, barred, only watching.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Player } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import type { Canvas } from '../sync/canvas';
import type { Brush } from './brush';
import { words } from './index';

interface Noted {
  title: string;
  text: string;
  me?: Player | null;
  face?: 'sleep' | 'calm' | 'joy';
  children?: ComponentChildren;
}

export function Note({ title, text, me = null, face = 'calm', children }: Noted) {
  return (
    <section class="card enter cv-note" role="status">
      {me && (
        <span class="cv-note-face">
          <Avatar animal={me.avatar} color={me.color} face={face} />
        </span>
      )}
      <div class="cv-note-words">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}

/** One button leads back. */
export function Away({ canvas, brush, me }: { canvas: Canvas; brush: Brush; me: Player | null }) {
  const [asking, ask] = useState(false);
  const said = words().afk;
  const play = async (): Promise<void> => {
    ask(true);
    const answer = await canvas.queue();
    ask(false);
    if (!answer.ok && answer.error.code !== 'canvas/already_in') brush.say({ error: answer.error, act: 'queue' });
  };
  const first = brush.placed.value === 0;
  const text = canvas.state.value === 'offline' ? words().offline : first ? said.firstText : said.text;
  return (
    <Note title={first ? said.first : said.title} text={text} me={me} face={first ? 'joy' : 'sleep'}>
      <button class="btn btn-go btn-big" disabled={asking} onClick={() => void play()}>
        {asking ? said.asking : said.go}
      </button>
    </Note>
  );
}

/** The card folds away into one line, for whoever looks at the board meanwhile. */
export function Queue({ brush, me }: { brush: Brush; me: Player | null }) {
  const [folded, fold] = useState(false);
  const place = brush.you?.place ?? 1;
  const said = words().queue;
  if (folded) return <Folded place={place} unfold={() => fold(false)} />;
  return (
    <Note title={said.title(place)} text={said.text} me={me} face={place <= 1 ? 'joy' : 'calm'}>
      <button class="btn btn-wide btn-quiet" onClick={() => fold(true)}>
        {said.look}
      </button>
    </Note>
  );
}

function Folded({ place, unfold }: { place: number; unfold: () => void }) {
  const said = words().queue;
  return (
    <button class="cv-folded enter" aria-label={`${said.title(place)}. ${said.back}`} onClick={unfold}>
      <span role="status">{said.title(place)}</span>
    </button>
  );
}
