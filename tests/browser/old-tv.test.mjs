// Is the old browser the one we think, and does the driver see what a page does wrong? The TV's own page is tested elsewhere.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { cannotRun, launchOldTv } from './harness/old-tv.mjs';
import { until } from './harness/party.mjs';

test('Chromium 67 opens a page, shows it, and tells what went wrong', { skip: cannotRun() }, async (t) => {
  const server = await serve('<body style="margin:0;background:#0a0"><script>document.title = "here"</script>');
  const tv = await launchOldTv({ width: 640, height: 360 });
  t.after(() => (server.close(), tv.close()));

  await tv.open(`http://127.0.0.1:${server.address().port}/`);
  assert.match(await tv.evaluate('navigator.userAgent'), /Chrome\/67\./);
  assert.equal(await tv.evaluate('document.title'), 'here');
  assert.equal(await tv.evaluate('typeof queueMicrotask'), 'undefined');
  assert.deepEqual(await tv.evaluate('[innerWidth, innerHeight]'), [640, 360]);
  assert.equal((await tv.screenshot()).subarray(1, 4).toString(), 'PNG');
  assert.deepEqual(tv.troubles, []);

  await tv.evaluate('console.error("one"); setTimeout(() => { throw new Error("two") }); fetch("/missing"); 0');
  await until('three troubles', () => tv.troubles.length === 3);
  assert.match(tv.troubles.join('\n'), /console: one/);
  assert.match(tv.troubles.join('\n'), /exception: Error: two/);
  assert.match(tv.troubles.join('\n'), /log: .*404.*missing/);
});

function serve(page) {
  const server = createServer((request, answer) => {
    const found = request.url === '/' || request.url === '/favicon.ico';
    answer.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(request.url === '/' ? page : '');
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
