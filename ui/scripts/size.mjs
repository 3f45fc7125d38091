// The phone's first load may weigh 60 KB: the page, the scripts and styles it names (and those that they import), and the cuts of
// Rubik that a Russian phone needs. Prints what it counts; fails when it is too much.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 60 * 1024;
const dist = fileURLToPath(new URL('../dist', import.meta.url));

function weight(file) {
  const path = join(dist, file);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
}

/** What a page names in its head, and what those scripts import before they run. */
function firstLoad(page) {
  const html = readFileSync(join(dist, page), 'utf8');
  const found = new Set([page]);
  for (const [, url] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) visit(url, found);
  return found;
}

function visit(file, found) {
  if (found.has(file)) return;
  found.add(file);
  if (!file.endsWith('.js')) return;
  const source = readFileSync(join(dist, file), 'utf8');
  for (const [, url] of source.matchAll(/\b(?:from|import)\s*"(\.\/[^"]+)"/g)) visit(join(dirname(file), url), found);
}

const load = firstLoad('play.html');
for (const name of readdirSync(join(dist, 'assets'))) {
  if (/^rubik-(basic|cyrillic)-.*\.woff2$/.test(name)) load.add(`assets/${name}`);
}
if ([...load].some((file) => file.includes('unbounded'))) throw new Error('the phone must not load Unbounded');

const sum = [...load].reduce((total, file) => total + weight(file), 0);
for (const file of load) console.log(String(weight(file)).padStart(7), file);
console.log(String(sum).padStart(7), `of ${LIMIT} bytes for the phone's first load`);
if (sum > LIMIT) process.exit(1);
