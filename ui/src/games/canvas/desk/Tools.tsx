// The canvas's part of the desk: the live board and what is marked on it, then order, the ghost, and what can be kept.
import './desk.css';
import { useEffect, useState } from 'preact/hooks';
import { useRoom } from '../../../lib/room';
import type { CanvasArea, CanvasBoard } from '../../../protocol.gen';
import type { Playing } from '../../desk';
import type { Board } from '../sync/board';
import type { Canvas } from '../sync/canvas';
import { BoardCard } from './BoardCard';
import { useCanvas } from './canvas';
import { Clear } from './Clear';
import { Ghost } from './Ghost';
import { History } from './History';
import { Order } from './Order';
import { Preview, type Rollback } from './Preview';
import type { Draft } from './painter';
import { words } from './words';

export default function Tools({ session }: Playing) {
  const canvas = useCanvas();
  useEffect(() => {
    canvas.start();
    return () => canvas.stop();
  }, [canvas]);
  const board = canvas.board.value;
  const told = useRoom().topic('canvas.board');
  const info = canvas.info.value ?? told;
  if (!board || !info) return <section class="card">{words().board.loading}</section>;
  return <Bench key={`${board.width}x${board.height}`} canvas={canvas} board={board} info={info} open={session.status === 'active'} />;
}

/** What every tool of the desk is given. */
export interface Bench {
  canvas: Canvas;
  board: Board;
  info: CanvasBoard;
}

function Bench({ open, ...bench }: Bench & { open: boolean }) {
  const [area, choose] = useState<CanvasArea | null>(null);
  const [draft, lay] = useState<Draft | null>(null);
  const [rollback, rollBack] = useState<Rollback | null>(null);
  // Nothing can be done to a finished picture: what was begun goes.
  useEffect(() => {
    if (open) return;
    choose(null);
    lay(null);
    rollBack(null);
  }, [open]);
  return (
    <>
      <BoardCard {...bench} open={open} area={area} choose={choose} draft={open ? draft : null} rollBack={rollBack} />
      <div class="bench">
        {open && (
          <div class="bench-part">
            <Order {...bench} rollBack={rollBack} />
            <Clear {...bench} />
          </div>
        )}
        <div class="bench-part">
          {open && <Ghost {...bench} area={area} draft={draft} lay={lay} />}
          <History info={bench.info} />
        </div>
      </div>
      {rollback && <Preview {...bench} rollback={rollback} close={() => rollBack(null)} />}
    </>
  );
}
