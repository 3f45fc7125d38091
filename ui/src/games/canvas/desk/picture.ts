// A picture of the host's own device, of whatever kind the browser reads: looked at once, and kept as a copy that is small enough to be
// drawn in every frame. It knows nothing of the board.
import type { Size } from './view';

/** A picture of more pixels would freeze the page while it is unpacked; photos have less. */
const MOST_PIXELS = 50_000_000;
/** A copy is never kept smaller than this, so that there is something to shrink from. */
const LEAST_KEPT = 1024;

export type Read = { picture: HTMLCanvasElement } | 'broken' | 'large';

/** Reads it; its copy is no larger than `most`, which is as large as it will ever be shown. */
export async function readPicture(file: Blob, most: Size): Promise<Read> {
  const address = URL.createObjectURL(file);
  try {
    const image = await loaded(address);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height > MOST_PIXELS) return 'large';
    // A picture that ends too early loads all the same; unpacking tells.
    await image.decode();
    const box = Math.max(most.width, most.height, LEAST_KEPT);
    const scale = Math.min(1, box / width, box / height);
    return { picture: resized(image, { width, height }, { width: atLeastOne(width * scale), height: atLeastOne(height * scale) }) };
  } catch {
    return 'broken';
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The picture at this size, as a PNG; null if this browser makes none of it. */
export function pngOf(picture: HTMLCanvasElement, size: Size): Promise<Blob | null> {
  return new Promise((done) => resized(picture, picture, size).toBlob(done, 'image/png'));
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((done, refuse) => {
    const image = new Image();
    image.onload = () => (image.naturalWidth > 0 && image.naturalHeight > 0 ? done(image) : refuse(new Error('no size')));
    image.onerror = () => refuse(new Error('no picture'));
    image.src = address;
  });
}

/** By halves: a browser that mixes only four neighbours would leave out most of what is shrunk at once. */
function resized(picture: CanvasImageSource, from: Size, to: Size): HTMLCanvasElement {
  const halved = { width: Math.max(to.width, Math.ceil(from.width / 2)), height: Math.max(to.height, Math.ceil(from.height / 2)) };
  const drawn = drawnAt(picture, halved);
  return halved.width === to.width && halved.height === to.height ? drawn : resized(drawn, halved, to);
}

function drawnAt(picture: CanvasImageSource, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('this browser draws no canvas');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function atLeastOne(side: number): number {
  return Math.max(1, Math.round(side));
}
