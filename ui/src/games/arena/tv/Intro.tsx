// A level is announced: its colour, its game, how it is played, what it is worth.
import type { JSX } from 'preact';
import { useRoom } from '../../../lib/room';
import type { Level, LevelMsg, MiniGameKind, SessionState } from '../../../protocol.gen';
import { Avatar } from '../../../widgets/Avatar';
import { Shape } from '../../../widgets/Shape';
import { words as shared } from '../phone';
import { PictureTile } from '../puzzle/pictures';
import { Countdown, LevelSign } from './Head';
import { words } from './words';

const LEVELS: readonly Level[] = ['green', 'yellow', 'red'];

export function Intro({ session, level }: { session: SessionState; level: LevelMsg }) {
  return (
    <div class="scene-level">
      <Lanterns level={level.level} />
      {session.timer && <div class="intro-clock"><Countdown timer={session.timer} /></div>}
      <div class="intro">
        <div class="intro-sign tv-enter"><LevelSign level={level.level} /><p class="intro-round">{shared().round(level.round, level.of)}</p></div>
        <h1 class="intro-title">{shared().game(level.mini_game)}</h1>
        <div class="intro-picture">{PICTURES[level.mini_game]()}</div>
        <p class="intro-how">{words().how(level.mini_game)}</p>
        <p class="intro-worth">{shared().worth(level.points)}</p>
      </div>
    </div>
  );
}

/** Three lanterns in the snow; those that have been reached are lit. */
function Lanterns({ level }: { level: Level }) {
  const reached = LEVELS.indexOf(level);
  return (
    <div class="lanterns" aria-hidden="true">
      {LEVELS.map((one, i) => (
        <div key={one} class={`lantern lantern-${one} ${i <= reached ? 'lantern-lit' : ''} ${i === reached ? 'lantern-now' : ''}`}>
          <div class="lantern-glow" />
          <svg viewBox="0 0 60 130">
            <path d="M27 44h6v86h-6Z" fill="#0c1540" />
            <path d="M14 14h32l4 34H10Z" fill="currentColor" /><path d="M14 14h32l4 34H10Z" fill="none" stroke="#0c1540" stroke-width="4" stroke-linejoin="round" />
            <path d="M6 14Q30-6 54 14Q48 19 42 14Q36 20 30 15Q24 20 18 14Q12 19 6 14Z" fill="#f8fbff" /><path d="M8 48h44v6H8Z" fill="#0c1540" />
            <path d="M14 130Q30 114 46 130Z" fill="#f8fbff" />
          </svg>
        </div>
      ))}
    </div>
  );
}

const PICTURES: Record<MiniGameKind, () => JSX.Element> = { tap: () => <Thumbs />, choose: () => <Answers />, puzzle: () => <Tiles /> };

function Thumbs() {
  const first = Array.from(useRoom().players.values())[0];
  return (
    <div class="how-tap">
      <Mitten left />
      <div class="how-ball"><div class="how-ball-face"><Avatar animal={first ? first.avatar : 'penguin'} color={first ? first.color : 3} face="joy" /></div></div>
      <Mitten />
    </div>
  );
}

function Mitten({ left = false }: { left?: boolean }) {
  return (
    <div class={left ? 'how-mitten how-mitten-left' : 'how-mitten'}>
      <svg viewBox="0 0 100 120" style={left ? { transform: 'scaleX(-1)' } : {}}>
        <path d="M24 84V44Q24 8 54 8Q84 8 84 44V84Z" fill="#f58173" /><path d="M30 52Q18 36 8 44Q0 54 12 70L28 84Z" fill="#e0604f" />
        <path d="M40 26q14-12 28 0M36 44h36M36 58h36" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round" opacity=".7" />
        <path d="M16 82h76q6 0 6 8v18q0 8-6 8H16q-6 0-6-8V90q0-8 6-8Z" fill="#f8fbff" />
      </svg>
    </div>
  );
}

function Answers() {
  return <div class="how-choose">{[0, 1, 2, 3].map((i) => <div key={i} class={`how-answer answer-${i}`}><Shape index={i} /></div>)}</div>;
}

function Tiles() {
  return (
    <div class="how-puzzle">
      {[0, 1, 2, 3].map((i) => <div key={i} class={`how-tile how-tile-${i}`}><PictureTile name="bear" size={2} index={i} /></div>)}
    </div>
  );
}
