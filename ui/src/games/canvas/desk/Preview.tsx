// A rollback is looked at before it is done: how many pixels would change, and how it would look.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { noticed } from '../../../host/notice';
import { refusalWords } from '../../../lib/errors';
import { Sheet } from '../../../lib/Sheet';
import type { CanvasFilter, CanvasPreview } from '../../../protocol.gen';
import { useLost } from '../../../widgets/held';
import { cellOf } from '../sync/wire';
import { drawView } from './painter';
import { paintsOf, Surface } from './surface';
import type { Bench } from './Tools';
import { around, boundsOf, fit, whole } from './view';
import { words } from './words';

/** Which placements would be taken away, and what people call them. */
export interface Rollback {
  title: string;
  filter: CanvasFilter;
}

interface PreviewProps extends Bench {
  rollback: Rollback;
  close: () => void;
}

type Seen = { would: CanvasPreview } | { sorry: string } | null;

export function Preview({ rollback, close, ...bench }: PreviewProps) {
  const { canvas } = bench;
  const said = words().preview;
  const [seen, see] = useState<Seen>(null);
  const lost = useLost();
  useEffect(() => {
    void canvas.host.preview(rollback.filter).then((answer) => see(answer.ok ? { would: answer.value } : { sorry: refusalWords(answer.error) }));
  }, [canvas, rollback]);
  const would = seen && 'would' in seen ? seen.would : null;
  const confirm = async (cells: number): Promise<void> => {
    close();
    noticed(await canvas.host.rollback(rollback.filter), said.done(rollback.title, cells));
  };
  return (
    <Sheet close={close} label={said.title(rollback.title)}>
      <h2>{said.title(rollback.title)}</h2>
      <p class="sheet-text" role="status">
        {sentence(seen)}
      </p>
      {would && would.cells > 0 && <Pictures {...bench} items={would.items} />}
      <div class="ask">
        {would && would.cells > 0 && (
          <button class="btn btn-warn" disabled={lost} onClick={() => void confirm(would.cells)}>
            {said.yes}
          </button>
        )}
        <button class="btn btn-go" onClick={close}>
          {said.no}
        </button>
      </div>
    </Sheet>
  );
}

function sentence(seen: Seen): string {
  const said = words().preview;
  if (!seen) return said.looking;
  if ('sorry' in seen) return seen.sorry;
  return seen.would.cells > 0 ? said.count(seen.would.cells) : said.none;
}

function Pictures({ board, info, items }: Bench & { items: readonly number[] }) {
  const [after, show] = useState(true);
  const screen = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (screen.current) drawWould(screen.current, { board, info, items, after });
  }, [board, info, items, after]);
  const said = words().preview;
  return (
    <>
      <canvas ref={screen} class="would" width="920" height="520" role="img" aria-label={after ? said.after : said.now} />
      <div class="chips">
        <button class="chip" aria-pressed={!after} onClick={() => show(false)}>
          {said.now}
        </button>
        <button class="chip" aria-pressed={after} onClick={() => show(true)}>
          {said.after}
        </button>
      </div>
    </>
  );
}

interface Would extends Omit<Bench, 'canvas'> {
  items: readonly number[];
  after: boolean;
}

/** What changes is bright, all else steps back. */
function drawWould(screen: HTMLCanvasElement, { board, info, items, after }: Would): void {
  const brush = screen.getContext('2d');
  if (!brush) return;
  const paints = paintsOf(info.palette);
  const under = new Surface(board, paints);
  under.lay(board.cells);
  const bright = new Surface(board, paints);
  bright.add(after ? items : items.map((item) => recoloured(item, board.cells)));
  const changed = boundsOf(items, board.width);
  const lies = fit(changed ? around(changed, board) : whole(board), screen);
  brush.fillStyle = '#0f1843';
  brush.fillRect(0, 0, screen.width, screen.height);
  drawView(brush, under.element, lies);
  brush.fillStyle = 'rgba(15,24,67,.6)';
  brush.fillRect(0, 0, screen.width, screen.height);
  drawView(brush, bright.element, lies);
}

/** The same cell in the colour that it has now. */
function recoloured(item: number, cells: Uint8Array): number {
  const cell = cellOf(item);
  return (cell | ((cells[cell] ?? 0) << 24)) >>> 0;
}
