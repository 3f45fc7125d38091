// Cuts the two fonts down to the letters and weights that the pages use. A name may hold any letter of Europe's
// Latin and Cyrillic alphabets; what lies beyond falls back to the device's own font.
import { mkdirSync, readFileSync, writeFileSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
// Where tools keep what they can make again: it must not count as a source, or every build would look stale to cargo.
const out = join(here, '../node_modules/.cache/fonts');

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const ASCII = range(0x20, 0x7e);
const SIGNS = '\u00a0«»–—…“”„‘’•·№×−→←';
const WEST = range(0xc0, 0xff) + 'ŒœŸ';
const EAST = range(0x100, 0x17f);
const CYRILLIC = range(0x410, 0x44f) + 'Ёё№';

const RUBIK = { wght: { min: 500, max: 800 } };
const UNBOUNDED = { wght: 800 };
// `part` is the file that fontsource brings, `name` our own cut of it; a page loads only the cuts whose letters it shows.
const CUTS = [
  { font: 'rubik', part: 'latin', name: 'basic', text: ASCII + SIGNS, axes: RUBIK },
  { font: 'rubik', part: 'latin', name: 'west', text: WEST, axes: RUBIK },
  { font: 'rubik', part: 'latin-ext', name: 'east', text: EAST, axes: RUBIK },
  { font: 'rubik', part: 'cyrillic', name: 'cyrillic', text: CYRILLIC, axes: RUBIK },
  { font: 'unbounded', part: 'latin', name: 'basic', text: ASCII + SIGNS, axes: UNBOUNDED },
  { font: 'unbounded', part: 'latin', name: 'west', text: WEST, axes: UNBOUNDED },
  { font: 'unbounded', part: 'latin-ext', name: 'east', text: EAST, axes: UNBOUNDED },
  { font: 'unbounded', part: 'cyrillic', name: 'cyrillic', text: CYRILLIC, axes: UNBOUNDED },
];

/** Is the cut newer than this script? Then there is nothing to do. */
function fresh(file) {
  return existsSync(file) && statSync(file).mtimeMs > statSync(fileURLToPath(import.meta.url)).mtimeMs;
}

mkdirSync(out, { recursive: true });
for (const { font, part, name, text, axes } of CUTS) {
  const target = join(out, `${font}-${name}.woff2`);
  if (fresh(target)) continue;
  const source = require.resolve(`@fontsource-variable/${font}/files/${font}-${part}-wght-normal.woff2`);
  const cut = await subsetFont(readFileSync(source), text, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: ['kern'],
    noHinting: true,
  });
  writeFileSync(target, cut);
  console.log(`${font}-${name}.woff2 ${cut.length} bytes`);
}
