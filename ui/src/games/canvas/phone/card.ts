// The card that a guest takes home: the board at night, one's own pixels lit up. It draws what it is given, on a canvas of its own.
import { pictureOf, type Pixels } from './tiles';

export interface Card {
  name: string;
  party: string;
  pixels: Pixels;
  palette: readonly string[];
  /** One's own pixels that are still there, as cells. */
  cells: Uint32Array;
  /** The lines below the name. */
  lines: readonly string[];
}

const WIDTH = 1080;

const EDGE = 60;
const TOP = 90;
/** The board takes at most this much; the words and the hills below it take the rest. */
const MOST = { width: WIDTH - 2 * EDGE, height: 860 };
/** Below the board: the name and the hills, and each line. */
const BELOW = 336;
const STEP = 88;
const LINE = 66;
const HOUSE = 'snowparty';
const FONT = 'Rubik, system-ui, sans-serif';

type Pen = CanvasRenderingContext2D;

export function drawCard(canvas: HTMLCanvasElement, card: Card): void {
  const scale = Math.min(MOST.width / card.pixels.width, MOST.height / card.pixels.height);
  const bottom = TOP + card.pixels.height * scale;
  canvas.width = WIDTH;
  canvas.height = Math.round(bottom + BELOW + STEP * card.lines.length);
  const g = canvas.getContext('2d');
  if (!g) return;
  drawNight(g, canvas.height);
  drawBoard(g, card, scale);
  drawWords(g, card, bottom, canvas.height);
}

function drawNight(g: Pen, height: number): void {
  const sky = g.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#0a1030');
  sky.addColorStop(0.6, '#1b2a63');
  sky.addColorStop(1, '#3d4f9e');
  g.fillStyle = sky;
  g.fillRect(0, 0, WIDTH, height);
  g.fillStyle = 'rgba(244,248,255,0.7)';
  for (let i = 0; i < 70; i++) g.fillRect((i * 397) % WIDTH, (i * i * 31) % height, 2 + (i % 3), 2 + (i % 3));
  drawHill(g, height, 150, 90, '#b9c9f5');
  drawHill(g, height, 104, -60, '#f4f8ff');
}

function drawHill(g: Pen, height: number, high: number, rise: number, paint: string): void {
  const y = height - high;
  g.fillStyle = paint;
  g.beginPath();
  g.moveTo(0, y);
  g.quadraticCurveTo(WIDTH / 2, y - rise, WIDTH, y + rise / 3);
  g.lineTo(WIDTH, height);
  g.lineTo(0, height);
  g.fill();
}

function drawBoard(g: Pen, { pixels, palette, cells }: Card, scale: number): void {
  const [width, height] = [pixels.width * scale, pixels.height * scale];
  const [x, y] = [(WIDTH - width) / 2, TOP];
  g.save();
  g.shadowColor = 'rgba(255,219,128,0.55)';
  g.shadowBlur = 70;
  g.fillStyle = '#ffe7b0';
  g.fillRect(x - 6, y - 6, width + 12, height + 12);
  g.restore();
  g.imageSmoothingEnabled = scale < 1;
  g.drawImage(pictureOf(pixels, (i) => pixels.cells[i] ?? 0, palette), x, y, width, height);
  // Who has nothing to be lit up has the picture as it is.
  if (cells.length === 0) return;
  g.fillStyle = 'rgba(10,16,48,0.74)';
  g.fillRect(x, y, width, height);
  const at = (cell: number): [number, number] => [x + (cell % pixels.width) * scale, y + Math.floor(cell / pixels.width) * scale];
  drawLights(g, cells, at, scale);
  drawOwn(g, { pixels, palette, cells }, at, scale);
}

/** A soft light around each of one's own pixels, however small they are; the wider, the fewer there are. */
function drawLights(g: Pen, cells: Uint32Array, at: (cell: number) => [number, number], scale: number): void {
  const reach = Math.max(9, scale * 1.6) + 70 / Math.sqrt(cells.length + 1);
  const light = g.createRadialGradient(0, 0, 0, 0, 0, reach);
  light.addColorStop(0, 'rgba(255,231,176,0.5)');
  light.addColorStop(1, 'rgba(255,231,176,0)');
  g.fillStyle = light;
  for (const cell of cells.subarray(0, 4000)) {
    const [x, y] = at(cell);
    g.save();
    g.translate(x + scale / 2, y + scale / 2);
    g.fillRect(-reach, -reach, 2 * reach, 2 * reach);
    g.restore();
  }
}

function drawOwn(g: Pen, { pixels, palette, cells }: Pick<Card, 'pixels' | 'palette' | 'cells'>, at: (cell: number) => [number, number], scale: number): void {
  const edge = Math.max(scale, 2 + 12 / Math.sqrt(cells.length + 1));
  const over = (edge - scale) / 2;
  for (const cell of cells) {
    const [x, y] = at(cell);
    g.fillStyle = palette[pixels.cells[cell] ?? 0] ?? '#ffffff';
    g.fillRect(x - over, y - over, edge, edge);
  }
}

/** The card is seen at a third of its size: no line is smaller than a phone's own. */
function drawWords(g: Pen, { name, party, lines }: Card, top: number, bottom: number): void {
  g.textAlign = 'center';
  g.fillStyle = '#f8fbff';
  fitted(g, name, 92, 800, top + 122);
  lines.forEach((line, i) => {
    g.fillStyle = i === 0 ? '#7ff0cf' : '#f4f8ff';
    fitted(g, line, LINE, i === 0 ? 700 : 600, top + 122 + (i + 1) * STEP);
  });
  g.fillStyle = '#14204f';
  fitted(g, signed(party), 60, 700, bottom - 34);
}

/** Where it comes from; a party without a name of its own has the house's. */
function signed(party: string): string {
  return party === '' || party.toLowerCase() === HOUSE ? HOUSE : `${party} · ${HOUSE}`;
}

/** Text as large as it fits into the card. */
function fitted(g: Pen, text: string, size: number, weight: number, y: number): void {
  let now = size;
  do {
    g.font = `${weight} ${now}px ${FONT}`;
    now -= 2;
  } while (now > 20 && g.measureText(text).width > WIDTH - 2 * EDGE);
  g.fillText(text, WIDTH / 2, y);
}
