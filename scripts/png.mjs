/** Writes PNG files: no image library. */
import { deflateSync } from 'node:zlib';

/** How a pixel is stored: its colour and opacity, or the number of a colour in the palette. */
const KINDS = { rgba: 6, palette: 3 };

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
 * A picture as a PNG file.
 *
 * @param width    in pixels
 * @param height   in pixels
 * @param kind     `rgba` or `palette`
 * @param pixels   row by row from the top; four bytes a pixel, or one with a palette
 * @param palette  red, green and blue of each colour, 0 to 255
 * @returns        the file's bytes
 * @source         W3C, Portable Network Graphics (PNG) Specification, 2nd ed.: 8 bits, no filter, no interlace
 */
export function png({ width, height, kind, pixels, palette = [] }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, KINDS[kind], 0, 0, 0], 8);
  const stride = pixels.length / height;
  const rows = Buffer.alloc(height * (stride + 1));
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(kind === 'palette' ? [chunk('PLTE', Buffer.from(palette.flat()))] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
