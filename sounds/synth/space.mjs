// The room: a small algorithmic reverb (eight delay lines that feed each other through a Householder matrix, darker
// with every round), stereo, with no random parts.

const LINES = [1559, 1747, 1933, 2129, 2333, 2521, 2749, 2963];
const DIFFUSERS = [[149, 0.7], [223, 0.7], [419, 0.55], [557, 0.55]];

/** Returns `[left, right]` of what the room answers to a mono send. `seconds` is the time to fall by 60 dB. */
export function room(send, rate, { seconds = 1.9, dark = 4800, delay = 0.018 } = {}) {
  const lines = LINES.map((length) => ({ buffer: new Float64Array(length), at: 0, low: 0, gain: fall(length, rate, seconds) }));
  const diffusers = DIFFUSERS.map(([length, gain]) => ({ buffer: new Float64Array(length), at: 0, gain }));
  const damp = 1 - Math.exp((-2 * Math.PI * dark) / rate);
  const wait = Math.round(delay * rate);
  const [left, right] = [new Float32Array(send.length), new Float32Array(send.length)];
  for (let i = 0; i < send.length; i++) {
    const input = diffusers.reduce(diffuse, i >= wait ? send[i - wait] : 0);
    round(lines, input, damp, i, left, right);
  }
  return [left, right];
}

const fall = (length, rate, seconds) => 10 ** ((-3 * length) / (rate * seconds));

function diffuse(input, stage) {
  const { buffer, gain } = stage;
  const old = buffer[stage.at];
  const out = old - gain * input;
  buffer[stage.at] = input + gain * out;
  stage.at = stage.at + 1 === buffer.length ? 0 : stage.at + 1;
  return out;
}

function round(lines, input, damp, i, left, right) {
  let sum = 0;
  for (const line of lines) {
    line.low += damp * (line.buffer[line.at] - line.low);
    sum += line.low;
  }
  for (let n = 0; n < 8; n++) {
    const line = lines[n];
    if (n % 2) right[i] += (n % 4 === 1 ? 1 : -1) * line.low;
    else left[i] += (n % 4 === 0 ? 1 : -1) * line.low;
    line.buffer[line.at] = (line.low - sum / 4) * line.gain + (n % 3 ? input : -input);
    line.at = line.at + 1 === line.buffer.length ? 0 : line.at + 1;
  }
}
