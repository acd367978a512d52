/** Draws the product's icon, a compass, and writes it as PNG: no image library, no binary files in the project. */
import { png } from './png.mjs';

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

/**
 * The icon as a PNG file.
 *
 * @param size  width and height in pixels
 * @returns     the file's bytes
 */
export function icon(size) {
  const pixels = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) pixels.push(...pixel(column, row, size));
  return png({ width: size, height: size, kind: 'rgba', pixels: Buffer.from(pixels) });
}
