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

const send = (to, bytes) => to.writable && to.write(bytes);

/** Passes on what comes from one end to the other, in its order. */
function pass(from, to, way) {
  const under = [];
  const arrive = () => {
    const now = performance.now();
    while (under.length > 0 && under[0].at <= now) send(to, under.shift().bytes);
    if (under.length > 0) setTimeout(arrive, under[0].at - now + 1);
    else if (from.closed) to.destroy();
  };
  from.on('data', (bytes) => {
    const last = under.length > 0 ? under[under.length - 1].at : 0;
    under.push({ bytes, at: Math.max(last, way.stalledUntil, performance.now() + delay + jitter * (2 * Math.random() - 1)) });
    if (under.length === 1) arrive();
  });
  from.on('close', () => under.length === 0 && to.destroy());
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
