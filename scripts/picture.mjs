/** Pictures of pages: what pdftoppm draws is read, cropped, and written in a few colours. */
import { png } from './png.mjs';

/** White that stays around a cropped page, in pixels. */
const MARGIN = 16;

/** @returns width, height and pixels (three bytes each) of a binary PPM file */
export function readPpm(bytes) {
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  if (!width) throw new Error('Not a binary PPM file of 8 bits.');
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(bytes.length - width * height * 3) };
}

/** Without the white around what is drawn, but for a margin. */
export function cropped({ width, height, pixels }) {
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 3;
      if (pixels[at] + pixels[at + 1] + pixels[at + 2] > 750) continue;
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
  }
  if (bottom < 0) throw new Error('The page is empty.');
  const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)];
  const [wide, high] = [Math.min(width, right + MARGIN) - x, Math.min(height, bottom + MARGIN) - y];
  const rows = Array.from({ length: high }, (_, row) => {
    const start = ((y + row) * width + x) * 3;
    return pixels.subarray(start, start + wide * 3);
  });
  return { width: wide, height: high, pixels: Buffer.concat(rows) };
}

/**
 * A picture as a PNG of a few colours: those that most of its pixels are close to.
 *
 * @param picture  as `readPpm` gives it
 * @param colours  how many, at most 256
 */
export function palettePng({ width, height, pixels }, colours) {
  // Sixteen steps a channel: near colours count as one.
  const bucketAt = at => ((pixels[at] >> 4) << 8) | ((pixels[at + 1] >> 4) << 4) | (pixels[at + 2] >> 4);
  const buckets = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = bucketAt(at);
    const sum = buckets.get(key) ?? { count: 0, colour: [0, 0, 0] };
    if (!buckets.has(key)) buckets.set(key, sum);
    sum.count += 1;
    for (let channel = 0; channel < 3; channel++) sum.colour[channel] += pixels[at + channel];
  }
  const means = [...buckets].map(([key, { count, colour }]) => ({
    key,
    count,
    colour: colour.map(channel => Math.round(channel / count)),
  }));
  const palette = means
    .sort((a, b) => b.count - a.count || a.key - b.key)
    .slice(0, colours)
    .map(({ colour }) => colour);
  const nearest = new Map(means.map(({ key, colour }) => [key, closest(palette, colour)]));
  const numbers = Buffer.alloc(width * height);
  for (let pixel = 0; pixel < numbers.length; pixel++) numbers[pixel] = nearest.get(bucketAt(pixel * 3));
  return png({ width, height, kind: 'palette', pixels: numbers, palette });
}

function closest(palette, colour) {
  const distances = palette.map(other => other.reduce((sum, channel, i) => sum + (channel - colour[i]) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}
