// Pages fresh from the bench: a door before a party that serves a folder of built pages, and passes everything else on to the
// party. For looking at changed pages without building the binary anew; it knows nothing of what the pages are.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png' };

/** Opens the door; answers with its port and with how to close it. */
export async function standInFor(port, folder) {
  const server = createServer((asked, answer) => {
    const file = fileOf(folder, asked);
    if (file) serve(file, asked.headers.host, answer);
    else pass(asked, answer, port);
  });
  server.on('upgrade', (asked, socket, head) => tunnel(asked, socket, head, port));
  await new Promise((done) => server.listen(0, done));
  return { port: server.address().port, close: () => (server.close(), server.closeAllConnections()) };
}

/** `/tv` is `tv.html`, as in the binary. */
function fileOf(folder, { method, url }) {
  if (method !== 'GET') return undefined;
  const path = normalize(new URL(url, 'http://page').pathname).replace(/^\/+|\/+$/g, '');
  const file = join(folder, path === '' ? 'index.html' : extname(path) ? path : `${path}.html`);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** With the policy that the binary sends along. */
function serve(file, authority, answer) {
  const policy = `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self' ws://${authority}; manifest-src 'self'; base-uri 'none'; form-action 'self'`;
  answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy, 'cache-control': 'no-cache' });
  createReadStream(file).pipe(answer);
}

function pass(asked, answer, port) {
  const { method, url: path, headers } = asked;
  const on = request({ host: '127.0.0.1', port, method, path, headers }, (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  on.on('error', () => answer.destroy());
  asked.pipe(on);
}

function tunnel({ method, url, rawHeaders }, socket, head, port) {
  const lines = Array.from({ length: rawHeaders.length / 2 }, (_, i) => `${rawHeaders[2 * i]}: ${rawHeaders[2 * i + 1]}`);
  const on = connect(port, '127.0.0.1', () => on.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`) && on.write(head));
  on.pipe(socket).pipe(on);
  const end = () => (on.destroy(), socket.destroy());
  for (const one of [on, socket]) one.on('error', end).on('close', end);
}
