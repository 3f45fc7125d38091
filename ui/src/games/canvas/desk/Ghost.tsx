// Together: a picture that the host lays under the board, for everyone to paint over.
import { useEffect, useState } from 'preact/hooks';
import { Figure } from '../../../host/Figure';
import { notice, noticed } from '../../../host/notice';
import { useLost } from '../../../widgets/held';
import type { CanvasArea, TemplateInfo } from '../../../protocol.gen';
import type { Board } from '../sync/board';
import { insist } from '../sync/insist';
import { FREE, type Template } from '../sync/wire';
import { DeskIcon } from './DeskIcon';
import type { Draft } from './painter';
import { pngOf, readPicture } from './picture';
import type { Bench } from './Tools';
import { placed, whole } from './view';
import { words } from './words';

const COUNT_EVERY = 2000;

interface GhostProps extends Bench {
  area: CanvasArea | null;
  draft: Draft | null;
  lay: (draft: Draft | null) => void;
}

export function Ghost({ canvas, board, info, area, draft, lay }: GhostProps) {
  const said = words().ghost;
  const choose = async (file: Blob): Promise<void> => {
    const read = await readPicture(file, board);
    if (typeof read === 'string') {
      lay(null);
      return notice(said[read]);
    }
    lay({ picture: read.picture, at: placed(read.picture, area ?? middle(board)) });
  };
  const send = async ({ picture, at }: Draft): Promise<void> => {
    const png = await pngOf(picture, at);
    if (!png) return notice(said.broken);
    if (noticed(await canvas.host.layTemplate(png, at), said.laid)) lay(null);
  };
  return (
    <section class="card tool">
      <h2>{said.title}</h2>
      <p class="tool-text">{said.text}</p>
      {info.template && !draft && <Lies canvas={canvas} board={board} template={info.template} />}
      {draft && <Place board={board} draft={draft} area={area} move={(at) => lay({ ...draft, at })} send={() => void send(draft)} cancel={() => lay(null)} />}
      <PickPicture word={draft || info.template ? said.other : said.choose} choose={(file) => void choose(file)} />
    </section>
  );
}

/** Most of the board, with its edge free. */
function middle(board: Board): CanvasArea {
  const { width, height } = whole(board);
  const [left, top] = [Math.floor(width / 8), Math.floor(height / 8)];
  return { x: left, y: top, width: width - 2 * left, height: height - 2 * top };
}

function PickPicture({ word, choose }: { word: string; choose: (file: Blob) => void }) {
  const lost = useLost();
  return (
    <label class={lost ? 'btn btn-pale btn-wide pick is-off' : 'btn btn-pale btn-wide pick'}>
      <DeskIcon sign="picture" />
      <span class="btn-word">{word}</span>
      <input
        class="pick-file"
        type="file"
        accept="image/*"
        disabled={lost}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) choose(file);
        }}
      />
    </label>
  );
}

interface PlaceProps {
  board: Board;
  draft: Draft;
  area: CanvasArea | null;
  move: (at: CanvasArea) => void;
  send: () => void;
  cancel: () => void;
}

function Place({ board, draft: { picture, at }, area, move, send, cancel }: PlaceProps) {
  const said = words().ghost;
  const lost = useLost();
  const widen = (width: number): void => move({ ...at, width, height: Math.max(1, Math.round((width * picture.height) / picture.width)) || at.height });
  const lies = at.x + at.width <= board.width && at.y + at.height <= board.height;
  return (
    <>
      <div class="rules-level">
        <Figure word={said.x} value={at.x} bounds={{ least: 0, most: board.width - 1, step: 1 }} change={(x) => move({ ...at, x })} />
        <Figure word={said.y} value={at.y} bounds={{ least: 0, most: board.height - 1, step: 1 }} change={(y) => move({ ...at, y })} />
        <Figure word={said.width} value={at.width} bounds={{ least: 1, most: Math.min(board.width, picture.width), step: 1 }} change={widen} />
        <p class="board-hint">{lies ? said.tall(at.height) : said.outside}</p>
      </div>
      {area && (
        <button class="chip" onClick={() => move(placed(picture, area))}>
          {said.here}
        </button>
      )}
      <button class="btn btn-go btn-wide" disabled={!lies || lost} onClick={send}>
        {said.lay}
      </button>
      <button class="btn btn-quiet btn-wide" onClick={cancel}>
        {said.cancel}
      </button>
    </>
  );
}

function Lies({ canvas, board, template }: Pick<Bench, 'canvas' | 'board'> & { template: TemplateInfo }) {
  const said = words().ghost;
  const lost = useLost();
  const right = useRight({ canvas, board, id: template.id });
  const remove = async (): Promise<void> => void noticed(await canvas.host.untemplate(), said.removed);
  return (
    <div class="ghost-lies">
      <p role="status">{right === null ? said.lies(template.cells) : said.progress(right, template.cells)}</p>
      <div class="ghost-bar">
        <i style={{ transform: `scaleX(${(right ?? 0) / Math.max(1, template.cells)})` }} />
      </div>
      <button class="btn btn-pale btn-wide" disabled={lost} onClick={() => void remove()}>
        {said.remove}
      </button>
    </div>
  );
}

/** How many cells have the colour that the picture wants, counted now and then; null until it is known. */
function useRight({ canvas, board, id }: Pick<Bench, 'canvas' | 'board'> & { id: number }): number | null {
  const [template, know] = useState<Template | null>(null);
  const [right, tell] = useState<number | null>(null);
  useEffect(() => insist(() => canvas.template(), know), [canvas, id]);
  useEffect(() => {
    if (!template) return undefined;
    const count = (): void => tell(countRight(template, board));
    count();
    const timer = setInterval(count, COUNT_EVERY);
    return () => clearInterval(timer);
  }, [template, board]);
  return right;
}

function countRight(template: Template, board: Board): number {
  let right = 0;
  for (let i = 0; i < template.cells.length; i++) {
    const wanted = template.cells[i];
    const x = template.x + (i % template.width);
    const y = template.y + Math.floor(i / template.width);
    if (wanted !== FREE && board.cells[y * board.width + x] === wanted) right++;
  }
  return right;
}
