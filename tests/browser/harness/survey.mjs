// Finds the board on a page as an eye does: by marks of known colours on the pixels that the page has drawn, from which follows
// where every other cell is drawn, and in which colour. Knows nothing of how the page draws.

/** The visible canvases that may show a board. */
export const PHONE = '.cv-layer';
export const TV = '.live-canvas';

/**
 * What a page shows: `at(x, y)` is where a cell's middle is drawn (CSS pixels), `scale` how large a cell is, `colors` the colours
 * (#rrggbb) of the cells asked for. Undefined if the marks are not all in sight. Marks are cells `{ x, y, rgb }` in colours that
 * no other cell has; the first two lie in one row.
 */
export async function survey(page, selector, marks, cells = []) {
  const found = await page.evaluate(`(${look})(${JSON.stringify({ selector, marks, cells })})`);
  if (!found) return undefined;
  const { scale, left, top, colors } = found;
  return { scale, colors, at: (x, y) => ({ x: left + (x + 0.5) * scale, y: top + (y + 0.5) * scale }) };
}

// Runs in the page, in a browser of 2018 as well.
/* global document, getComputedStyle */
function look({ selector, marks, cells }) {
  const shown = Array.from(document.querySelectorAll(selector)).filter((one) => getComputedStyle(one).visibility !== 'hidden' && one.width > 0);
  return shown.map(surveyed).find(Boolean) || null;

  function surveyed(canvas) {
    const { width, height } = canvas;
    const pixels = pixelsOf(canvas);
    const rgbAt = (i) => '#' + [0, 1, 2].map((k) => ('0' + pixels[4 * i + k].toString(16)).slice(-2)).join('');
    const [one, other, third] = marks.map(({ rgb }) => middleOf(pixels, width, parseInt(rgb.slice(1), 16)));
    if (!one || !other || !third) return undefined;
    const scale = (other.x - one.x) / (marks[1].x - marks[0].x);
    const origin = { x: one.x - marks[0].x * scale, y: one.y - marks[0].y * scale };
    const fits = Math.abs(origin.x + marks[2].x * scale - third.x) < 2 && Math.abs(origin.y + marks[2].y * scale - third.y) < 2;
    if (!fits) return undefined;
    const colors = cells.map(({ x, y }) => rgbAt(Math.floor(origin.y + y * scale) * width + Math.floor(origin.x + x * scale)));
    const box = canvas.getBoundingClientRect();
    const css = box.width / width;
    return { scale: scale * css, left: box.left + (origin.x - scale / 2) * css, top: box.top + (origin.y - scale / 2) * css, colors };
  }

  /** Of a canvas that a worker draws on, too: it cannot be read itself. */
  function pixelsOf(canvas) {
    const { width, height } = canvas;
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [width, height];
    const g = copy.getContext('2d');
    g.drawImage(canvas, 0, 0);
    return g.getImageData(0, 0, width, height).data;
  }

  /** The middle of all pixels of a colour. */
  function middleOf(pixels, width, rgb) {
    let [count, x, y] = [0, 0, 0];
    for (let i = 0; i < pixels.length; i += 4) {
      if (((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]) !== rgb) continue;
      count++;
      x += (i / 4) % width;
      y += Math.floor(i / 4 / width);
    }
    return count > 0 ? { x: x / count + 0.5, y: y / count + 0.5 } : null;
  }
}
