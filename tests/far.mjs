// A connection to somewhere far away, for tests: passes TCP on with a delay, and stalls and cuts it on the way. Bytes keep their order.
// usage: node far.mjs --to HOST:PORT --port PORT [--delay MS] [--jitter MS] [--stall EVERY:MS] [--cut EVERY]
// EVERY is in milliseconds: each connection stalls, or is cut, after a time of its own between a half and one and a half of it.
import { connect, createServer } from 'node:net';
import { parseArgs } from 'node:util';

const option = (short) => ({ type: 'string', default: short });
const { values } = parseArgs({ options: { to: option(''), port: option('0'), delay: option('0'), jitter: option('0'), stall: option(''), cut: option('') } });
const [host, port] = values.to.split(':');
const [delay, jitter, cutEvery] = [values.delay, values.jitter, values.cut].map(Number);
const [stallEvery, stallFor] = values.stall.split(':').map(Number);

const about = (ms) => ms * (0.5 + Math.random());

/** Passes on what comes from one end to the other. */
function pass(from, to, way) {
  let free = 0;
  from.on('data', (bytes) => {
    const now = performance.now();
    free = Math.max(free, way.stalledUntil, now + delay + jitter * (2 * Math.random() - 1));
    setTimeout(() => to.writable && to.write(bytes), free - now);
  });
  from.on('close', () => setTimeout(() => to.destroy(), Math.max(0, free - performance.now())));
  from.on('error', () => to.destroy());
}

createServer({ noDelay: true }, (near) => {
  const far = connect({ host, port: Number(port), noDelay: true });
  const way = { stalledUntil: 0 };
  pass(near, far, way);
  pass(far, near, way);
  const stalls = stallEvery ? setInterval(() => (way.stalledUntil = performance.now() + stallFor), about(stallEvery)) : undefined;
  const cut = cutEvery ? setTimeout(() => [near, far].forEach((end) => end.resetAndDestroy()), about(cutEvery)) : undefined;
  near.on('close', () => [clearInterval(stalls), clearTimeout(cut)]);
}).listen(Number(values.port), '127.0.0.1');
