// A PNG made of colours, for what a host lays or lays in. Knows nothing of boards.
import * as zlib from 'node:zlib';

/** `colorAt` gives 0xrrggbb, or undefined where the picture is transparent. */
export function png(width, height, colorAt) {
  const line = 1 + width * 4;
  const raw = Buffer.alloc(height * line);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const rgb = colorAt(x, y);
      if (rgb !== undefined) raw.writeUInt32BE(((rgb << 8) | 0xff) >>> 0, y * line + 1 + x * 4);
    }
  }
  const chunks = [chunk('IHDR', header(width, height)), chunk('IDAT', zlib.deflateSync(raw)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]));
}

/** Eight bits a channel: red, green, blue, alpha. */
function header(width, height) {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.writeUInt16BE(0x0806, 8);
  return bytes;
}

function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const bytes = Buffer.alloc(8 + named.length);
  bytes.writeUInt32BE(content.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), 4 + named.length);
  return bytes;
}

/** Node has it since 20.15. */
function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
