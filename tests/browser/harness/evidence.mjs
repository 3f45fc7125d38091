// What is left of a run to look at: screenshots in target/browser; and what a QR reader not of our making finds on them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './party.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'browser');

/** Takes a screenshot of this page, in whichever browser it is, and answers with its path. */
export async function shoot(page, name) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  writeFileSync(path, await page.screenshot());
  return path;
}

/** Photographs this page until a QR code can be read on it, as a phone does, and answers with what it says. */
export function scan(page, name) {
  return until(`a QR code on ${name}`, async () => readQr(await shoot(page, name)));
}

/** What the QR code on a picture says; undefined if there is none. */
function readQr(path) {
  const { status, stdout, error } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', path], { encoding: 'utf8' });
  if (error) throw new Error('no zbarimg on this machine: packaging/test.sh installs it', { cause: error });
  return status === 0 ? stdout.trim() : undefined;
}
