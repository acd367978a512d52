/** Draws the product's icon, a compass, and writes it as PNG: no image library, no binary files in the project. */
import { deflateSync } from 'node:zlib';

const disc = [15, 76, 92];
const rim = [233, 196, 106];
const north = [231, 111, 81];
const south = [255, 255, 255];

/** Samples a side of a pixel: nine of them smooth the edges. */
const samples = 3;

/**
 * The colour of one point of the icon, or null outside it.
 *
 * @param x  rightwards from the centre, −1 to 1
 * @param y  downwards from the centre, −1 to 1
 */
function colourAt(x, y) {
  const distance = Math.hypot(x, y);
  if (distance > 0.98) return null;
  if (distance > 0.84) return rim;
  // The needle points north-east: along it and across it.
  const along = (x - y) / Math.SQRT2;
  const across = (x + y) / Math.SQRT2;
  const onNeedle = Math.abs(along) / 0.7 + Math.abs(across) / 0.24 <= 1;
  if (!onNeedle) return disc;
  return along >= 0 ? north : south;
}

function pixel(column, row, size) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let i = 0; i < samples * samples; i++) {
    const x = ((column + ((i % samples) + 0.5) / samples) / size) * 2 - 1;
    const y = ((row + (Math.floor(i / samples) + 0.5) / samples) / size) * 2 - 1;
    const colour = colourAt(x, y);
    if (!colour) continue;
    inside += 1;
    for (let channel = 0; channel < 3; channel++) sum[channel] += colour[channel];
  }
  const alpha = Math.round((255 * inside) / (samples * samples));
  return inside ? [...sum.map(channel => Math.round(channel / inside)), alpha] : [0, 0, 0, 0];
}

/** The checksum of PNG; zlib has it from Node 20.15 on only. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** One chunk of a PNG file: length, type, data, checksum. */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/**
 * The icon as a PNG file.
 *
 * @param size  width and height in pixels
 * @returns     the file's bytes
 * @source      W3C, Portable Network Graphics (PNG) Specification, 2nd ed.: 8-bit RGBA, no filter, no interlace
 */
export function icon(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = [];
  for (let row = 0; row < size; row++) {
    rows.push(0);
    for (let column = 0; column < size; column++) rows.push(...pixel(column, row, size));
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
