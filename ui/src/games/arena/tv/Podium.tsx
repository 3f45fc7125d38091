// The end: silence, third, second, first; confetti; the stars of the evening; then everyone's place, in turns.
import { figure, lang } from '../../../lib/i18n';
import { useRoom } from '../../../lib/room';
import type { Award, BoardLine, SessionState } from '../../../protocol.gen';
import { useShow } from '../../../tv/show';
import { useBeat, useSteps } from '../../../tv/steps';
import { Avatar } from '../../../widgets/Avatar';
import { Confetti } from '../../../widgets/Confetti';
import { FitLine } from '../../../widgets/FitLine';
import { words as shared } from '../phone';
import { Ranking } from './Ranking';
import { words } from './words';

/** ms: third, second, first, awards. */
const STEPS = [1400, 3600, 6400, 11_000] as const;
/** ms: the first full ranking; from then on it and the awards stand in turns. */
const RANKING_AT = 26_000;
const TURN = 16_000;
const ON_PODIUM = 3;

export function PodiumScene(_: { session: SessionState }) {
  const room = useRoom();
  const board = room.topic('leaderboard.update');
  const podium = room.topic('arena.podium');
  const since = useShow().moment.value.since;
  const step = useSteps(since, STEPS);
  useBeat(1000);
  const lines = board ? board.leaderboard : [];
  const ranking = lines.length > ON_PODIUM && turnOf(performance.now() - since);
  return (
    <div class="scene-level">
      {step >= 3 && <Confetti key={`c${since}`} count={130} />}
      {ranking ? <Ranking lines={lines} count={board ? board.count : 0} /> : <Stand lines={lines} step={step} awards={podium ? podium.awards : []} />}
    </div>
  );
}

/** Is it the full ranking's turn, so long after the beginning? */
function turnOf(passed: number): boolean {
  return passed >= RANKING_AT && Math.floor((passed - RANKING_AT) / TURN) % 2 === 0;
}

function Stand({ lines, step, awards }: { lines: readonly BoardLine[]; step: number; awards: readonly Award[] }) {
  const winner = lines[0];
  const aside = step >= 4 && awards.length > 0;
  return (
    <>
      {step < 3 || !winner ? <h1 class="podium-drums">{words().drums}</h1> : <h1 class="podium-title"><FitLine text={words().winner(winners(lines))} /></h1>}
      <div class={aside ? 'podium podium-aside' : 'podium'}>
        {lines.slice(0, ON_PODIUM).map((line, i) => <Block key={line.player_id} line={line} at={i} up={step >= ON_PODIUM - i} />)}
      </div>
      {aside && <Awards awards={awards} />}
    </>
  );
}

/** Whoever shares the first place shares the headline. */
function winners(lines: readonly BoardLine[]): string {
  return lines.filter(({ place }) => place === 1).slice(0, ON_PODIUM).map(({ name }) => name).join(' · ');
}

function Block({ line, at, up }: { line: BoardLine; at: number; up: boolean }) {
  return (
    <div class={`block block-${at + 1} ${up ? 'block-up' : ''}`}>
      <div class="block-face"><div class={up ? 'block-dance' : ''}><Avatar animal={line.avatar} color={line.color} face="joy" /></div></div>
      <div class="block-card">
        <p class="block-place">{line.place}</p>
        <p class="block-name">{line.name}</p>
        <p class="block-score">{figure(lang.value, line.score)}</p>
      </div>
    </div>
  );
}

function Awards({ awards }: { awards: readonly Award[] }) {
  const { players } = useRoom();
  const known = awards.map((award) => ({ award, player: players.get(award.player_id) })).filter(({ player }) => player !== undefined);
  return (
    <div class="awards">
      <p class="awards-title">{words().awards}</p>
      {known.map(({ award, player }, i) => player && (
        <div key={award.kind} class="award" style={{ animationDelay: `${i * 350}ms` }}>
          <div class="award-face"><Avatar animal={player.avatar} color={player.color} face="joy" /></div>
          <div class="award-words">
            <p class="award-kind">{shared().award(award.kind)}</p>
            <p class="award-name"><span>{player.name}</span><b>{words().value(award.kind, award.value)}</b></p>
          </div>
        </div>
      ))}
    </div>
  );
}
