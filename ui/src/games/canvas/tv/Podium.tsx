// The podium beside the finished board: third, second, first, confetti, and whom the evening remembers.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { BoardLine, CanvasBoard, CanvasStats } from '../../../protocol.gen';
import { FitName } from '../../../tv/FitName';
import { useSteps } from '../../../tv/steps';
import { Avatar } from '../../../widgets/Avatar';
import { Confetti } from '../../../widgets/Confetti';
import { FitLine } from '../../../widgets/FitLine';
import { TeamSign } from '../../../widgets/TeamSign';
import type { Board } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { wholeFrame, type Size } from './frame';
import { Pane } from './Pane';
import { Painter } from './painter';
import { Sheet, useLosses } from './Sheet';
import { pixelsFor, useRem, windowFor } from './size';
import { feats, firstNames, PLACES, teamLines, whoPainted, type Feat, type TeamLine } from './standing';
import { words } from './words';

/** ms: third, second, first, superlatives. */
const STEPS = [900, 2300, 4200, 6600] as const;
const REVEALED = STEPS[3];
/** rem: the room for the finished board. */
const ROOM = { width: 47, height: 43 };
const TOP = 14.5;
const LEFT = 3.5;
const STAGE = 120;

/** Whoever stands on a block. */
interface Winner {
  key: number;
  place: number;
  name: string;
  score: number;
  sign: ComponentChildren;
}

/** `done`: all of it has been revealed before. */
export function Podium({ canvas, info, done = false }: { canvas: Canvas; info: CanvasBoard; done?: boolean }) {
  const room = useRoom();
  const [since] = useState(() => performance.now() - (done ? REVEALED : 0));
  const step = useSteps(since, STEPS);
  const stats = useStats(canvas);
  const board = canvas.board.value;
  const size = windowFor(info, ROOM);
  const told = room.topic('canvas.teams');
  const painted = whoPainted(room.topic('leaderboard.update')?.leaderboard ?? []);
  const lines = painted.slice(0, PLACES);
  const teams = told && info.teams > 0 ? teamLines(told, told.at).filter(({ score }) => score > 0) : [];
  const winners = teams.length > 0 ? teams.slice(0, 3).map(teamWinner) : lines.map(winner);
  return (
    <div class="canvas-tv">
      <Headline step={step} lines={painted} teams={teams} />
      {step >= 3 && winners.length > 0 && <Confetti count={130} />}
      {board && <Pane size={size} left={winners.length > 0 ? LEFT + (ROOM.width - size.width) / 2 : (STAGE - size.width) / 2} top={TOP + (ROOM.height - size.height) / 2}><Finished board={board} info={info} size={size} /></Pane>}
      <div class="stand">{winners.map((one, i) => <Block key={one.key} winner={one} at={i} up={step >= 3 - i} />)}</div>
      {step >= 4 && stats && <Feats feats={feats(stats, room.players)} />}
    </div>
  );
}

function useStats(canvas: Canvas): CanvasStats | null {
  const [stats, set] = useState<CanvasStats | null>(null);
  useEffect(() => {
    let wanted = true;
    void canvas.stats().then((answer) => wanted && answer.ok && set(answer.value));
    return () => void (wanted = false);
  }, [canvas]);
  return stats;
}

function Headline({ step, lines, teams }: { step: number; lines: readonly BoardLine[]; teams: readonly TeamLine[] }) {
  const text = words();
  if (lines.length === 0 && teams.length === 0) {
    return <div class="ending"><h1 class="ending-title tv-enter"><FitLine text={text.nobody.title} /></h1><p class="ending-text">{text.nobody.text}</p></div>;
  }
  if (step < 3) return <div class="ending"><h1 class="ending-drums">{text.drums}</h1></div>;
  const first = teams.filter(({ place }) => place === 1).map(({ team }) => team);
  return <div class="ending"><h1 class="ending-title ending-pop"><FitLine text={teams.length > 0 ? text.teamWins(first) : text.winner(firstNames(lines))} /></h1></div>;
}

function winner(line: BoardLine): Winner {
  return { key: line.player_id, place: line.place, name: line.name, score: line.score, sign: <Avatar animal={line.avatar} color={line.color} face="joy" /> };
}

function teamWinner(line: TeamLine): Winner {
  return { key: line.team, place: line.place, name: words().team(line.team), score: Math.floor(line.score), sign: <TeamSign team={line.team} /> };
}

function Block({ winner: { place, name, score, sign }, at, up }: { winner: Winner; at: number; up: boolean }) {
  return (
    <div class={`stone stone-${at + 1} ${up ? 'stone-up' : ''}`}>
      <div class="stone-face"><div class={up ? 'stone-dance' : ''}>{sign}</div></div>
      <div class="stone-card">
        <p class="stone-place">{place}</p>
        <FitName name={name} class="stone-name" />
        <p class="stone-score">{words().figure(score)}</p>
      </div>
    </div>
  );
}

function Finished({ board, info, size }: { board: Board; info: CanvasBoard; size: Size }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = pixelsFor(size, useRem());
  const losses = useLosses();
  useEffect(() => {
    const pen = canvas.current?.getContext('2d', { alpha: false });
    if (!pen) return undefined;
    const painter = new Painter(board, info.palette.map(({ rgb }) => rgb));
    const draw = (): void => {
      painter.paintAll(board.cells);
      painter.draw(pen, wholeFrame(board, size.width / size.height));
    };
    draw();
    return board.on(draw);
  }, [board, pixels.width, losses]);
  return <Sheet key={losses} of={canvas} size={pixels} />;
}

function Feats({ feats: all }: { feats: readonly Feat[] }) {
  const { players } = useRoom();
  return (
    <div class="feats">
      {all.map((feat, i) => {
        const player = players.get(feat.seat);
        return player && (
          <div key={feat.kind} class="feat" style={{ animationDelay: `${i * 350}ms` }}>
            <div class="feat-face"><Avatar animal={player.avatar} color={player.color} face="joy" /></div>
            <div class="feat-words">
              <p class="feat-kind">{words().feat(feat.kind)}{feat.value !== null && <b> {words().figure(feat.value)}</b>}</p>
              <p class="feat-name">{player.name}</p>
            </div>
          </div>
        );
      })}
    </div>
  );
}
