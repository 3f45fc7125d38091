// A TV of 2018: Chromium 67, whose binary travels in the npm package chrome-aws-lambda. Playwright does not speak to one that
// old: it is spoken to in its DevTools protocol.
import { spawn } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { driven, Wire } from './devtools.mjs';

/** Why this machine cannot run the old browser, or undefined. It exists for 64-bit Intel Linux only. */
export function cannotRun() {
  return process.platform === 'linux' && process.arch === 'x64' ? undefined : `no Chromium 67 for ${process.platform} ${process.arch}`;
}

/** Starts Chromium 67 with one blank page of the given size. */
export async function launchOldTv({ width = 1280, height = 720 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chromium67-'));
  const child = spawn(await unpack(folder), flags(folder, width, height), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  const gone = new Promise((done) => child.once('exit', done));
  const end = async () => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const wire = await Wire.toPageOf(child).catch((error) => end().then(() => Promise.reject(error)));
  return {
    ...(await driven(wire, { width, height, deviceScaleFactor: 1, mobile: false })),
    key: (key, code) => press(wire, key, code),
    close: () => (wire.close(), end()),
  };
}

async function unpack(folder) {
  const packed = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin/chromium.br');
  const path = join(folder, 'chromium');
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(path));
  chmodSync(path, 0o755);
  return path;
}

function flags(folder, width, height) {
  return [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--single-process', // its zygote does not survive a kernel of today
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    `--window-size=${width},${height}`,
    'about:blank',
  ];
}

/** A key of the remote, such as `('Enter', 13)` for OK. */
async function press(wire, key, code) {
  for (const type of ['keyDown', 'keyUp']) {
    await wire.ask('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: code, text: key === 'Enter' ? '\r' : undefined });
  }
}
