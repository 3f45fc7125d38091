// Integrated loudness as ITU-R BS.1770-4 defines it (K-weighting, 400 ms blocks, two gates), so that all tunes are
// equally loud without a tool that a fresh machine lacks.

/** LUFS of a stereo pair at 44.1 or 48 kHz. */
export function loudness([left, right], rate) {
  const power = [left, right].map((channel) => blocks(weigh(channel, rate), rate));
  const all = power[0].map((p, i) => p + power[1][i]).filter((p) => lufs(p) > -70);
  const gate = lufs(mean(all)) - 10;
  return lufs(mean(all.filter((p) => lufs(p) > gate)));
}

const lufs = (power) => -0.691 + 10 * Math.log10(power);
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

/** Mean square of overlapping 400 ms blocks, one every 100 ms; the last one of a shorter sound stands alone. */
function blocks(samples, rate) {
  const [size, hop] = [Math.round(0.4 * rate), Math.round(0.1 * rate)];
  const out = [];
  for (let from = 0; from === 0 || from + size <= samples.length; from += hop) {
    let sum = 0;
    for (let i = from; i < Math.min(from + size, samples.length); i++) sum += samples[i] * samples[i];
    out.push(sum / size);
  }
  return out;
}

/** The two filters of BS.1770, a high shelf and a high pass, for any rate (after the formulas of libebur128). */
function weigh(samples, rate) {
  const k = Math.tan((Math.PI * 1681.974450955533) / rate);
  const [q, vh, vb] = [0.7071752369554196, 1.5848647011308556, 1.2587209302325617];
  const a0 = 1 + k / q + k * k;
  const shelf = [(vh + (vb * k) / q + k * k) / a0, (2 * (k * k - vh)) / a0, (vh - (vb * k) / q + k * k) / a0,
    (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0];
  const h = Math.tan((Math.PI * 38.13547087602444) / rate);
  const hq = 0.5003270373238773;
  const b0 = 1 + h / hq + h * h;
  return biquad(biquad(samples, shelf), [1, -2, 1, (2 * (h * h - 1)) / b0, (1 - h / hq + h * h) / b0]);
}

function biquad(samples, [b0, b1, b2, a1, a2]) {
  const out = new Float64Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const y = b0 * samples[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, samples[i], y1, y];
    out[i] = y;
  }
  return out;
}
