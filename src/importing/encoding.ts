/** The ways in which programs write text files. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How much of a file without a mark is looked at for UTF-16. */
const PROBE = 4096;
/** What Windows-1252 has in the place of control characters, from 80 to 9F; a space where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** Code points turned into text at once. */
const CHUNK = 8192;

/**
 * The text of a file, without the mark at its beginning. Written here and not left to `TextDecoder`: Node reads Windows-1252 as
 * Latin-1 and loses the euro sign.
 *
 * @param bytes  the file, in UTF-8, UTF-16 or Windows-1252
 */
export function decoded(bytes: Uint8Array): string {
  const points = POINTS[encodingOf(bytes)](bytes);
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += CHUNK)
    parts.push(String.fromCodePoint(...points.subarray(at, Math.min(points.length, at + CHUNK))));
  return parts.join('').replace(/^\ufeff/, '');
}

const POINTS: Record<Encoding, (bytes: Uint8Array) => Uint32Array> = {
  'utf-8': utf8Points,
  'utf-16le': bytes =>
    Uint32Array.from({ length: bytes.length >> 1 }, (_, at) => bytes[2 * at]! | (bytes[2 * at + 1]! << 8)),
  'utf-16be': bytes =>
    Uint32Array.from({ length: bytes.length >> 1 }, (_, at) => (bytes[2 * at]! << 8) | bytes[2 * at + 1]!),
  'windows-1252': bytes =>
    Uint32Array.from(bytes, byte => (byte >= 0x80 && byte < 0xa0 ? WINDOWS.charCodeAt(byte - 0x80) : byte)),
};

/**
 * How a text file is written: as its mark at the beginning says; else in UTF-16 where every other byte is zero, in UTF-8 where all
 * of it is that, and otherwise in Windows-1252, in which programs of the West write what they do not write in UTF-8.
 */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const end = Math.min(bytes.length, PROBE);
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2]! += 1;
  if (Math.max(...zeros) * 4 > end) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** How many bytes follow the first one of a character; null where none begins like that. */
function following(byte: number): number | null {
  if (byte < 0x80) return 0;
  if (byte < 0xc2 || byte > 0xf4) return null;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

/**
 * Whether bytes are well formed UTF-8.
 *
 * @source RFC 3629, section 4, without its finer limits on the second byte
 */
function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const more = following(bytes[at]!);
    if (more === null) return false;
    for (let next = 1; next <= more; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return false;
    at += more + 1;
  }
  return true;
}

function utf8Points(bytes: Uint8Array): Uint32Array {
  const points = new Uint32Array(bytes.length);
  let [at, count] = [0, 0];
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const more = following(byte)!;
    let point = more === 0 ? byte : byte & (0x3f >> more);
    for (let next = 1; next <= more; next++) point = (point << 6) | (bytes[at + next]! & 0x3f);
    points[count] = Math.min(point, 0x10ffff);
    count += 1;
    at += more + 1;
  }
  return points.subarray(0, count);
}
