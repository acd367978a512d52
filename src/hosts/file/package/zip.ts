import { inflateSync, zipSync } from 'fflate';

/** One file inside a zip archive, and where its parts are in the archive's bytes. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressed: number;
  size: number;
  /** Its record: local header, data and whatever follows up to the next record. */
  start: number;
  end: number;
  /** Its line in the central directory. */
  lineStart: number;
  lineEnd: number;
  /** Where in that line its record's offset is: in four bytes, or in the eight of a zip64 field. */
  offsetAt: number;
  wide: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_LINE = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** Shortest end record, and the longest comment that may follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** In a four-byte field: the figure is in a zip64 field, which programs that write as they go use for small files too. */
const WIDE = 0xffffffff;
/** The zip format keeps local times from 1980 on; a fixed one, as Excel writes it, makes equal workbooks equal files. */
export const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * The central directory of a zip archive.
 *
 * @param bytes  the archive
 * @returns      its entries, in the directory's order
 * @throws       Error where the archive is cut off or damaged
 * @source       PKWARE APPNOTE 6.3.10, 4.3
 */
export function directory(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const { first, count } = directoryPlace(view);
  const entries: ZipEntry[] = [];
  for (let at = first; entries.length < count; at = entries.at(-1)!.lineEnd) {
    const entry = directoryLine(bytes, view, at);
    if (view.getUint32(entry.start, true) !== LOCAL_HEADER) throw new Error('an entry is not where the directory says');
    entries.push(entry);
  }
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  inOrder.forEach((entry, i) => {
    entry.end = inOrder[i + 1]?.start ?? first;
  });
  return entries;
}

/**
 * What an entry holds, unpacked.
 *
 * @throws Error where it is damaged or packed by a method other than deflate
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedIn(bytes, entry);
  return entry.method === 0 ? packed : whole(inflateSync(packed), entry);
}

/** As `unpack`, by what the platform has for it: several times as fast, where one may wait. */
export async function unpackSoon(bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry): Promise<Uint8Array> {
  const packed = packedIn(bytes, entry);
  if (entry.method === 0) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return whole(new Uint8Array(await new Response(stream).arrayBuffer()), entry);
}

function whole(unpacked: Uint8Array, { size }: ZipEntry): Uint8Array {
  if (unpacked.length !== size) throw new Error('the data breaks off');
  return unpacked;
}

/** The bytes of an entry as they are in the archive. */
function packedIn<Buffer extends ArrayBufferLike>(bytes: Uint8Array<Buffer>, entry: ZipEntry): Uint8Array<Buffer> {
  const view = viewOf(bytes);
  const data = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const packed = bytes.subarray(data, data + entry.compressed);
  if (packed.length !== entry.compressed) throw new Error('the data breaks off');
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`packed by method ${entry.method}`);
  return packed;
}

/**
 * An archive with some entries replaced, added or left out. The records of all others are copied as they are, packed.
 *
 * @param bytes    the archive
 * @param changes  new contents by name; null leaves the entry out
 */
export function rezip(bytes: Uint8Array, changes: Map<string, Uint8Array | null>): Uint8Array {
  const written: Record<string, Uint8Array> = {};
  for (const [name, content] of changes) if (content) written[name] = content;
  const added = zipSync(written, { mtime: ZIP_EPOCH });
  const fresh = new Map(directory(added).map(entry => [entry.name, entry]));

  const records: { from: Uint8Array; entry: ZipEntry }[] = [];
  for (const entry of directory(bytes)) {
    if (!changes.has(entry.name)) records.push({ from: bytes, entry });
    else if (changes.get(entry.name)) records.push({ from: added, entry: fresh.get(entry.name)! });
    fresh.delete(entry.name);
  }
  for (const entry of fresh.values()) records.push({ from: added, entry });

  const lines: Uint8Array[] = [];
  const chunks: Uint8Array[] = [];
  let offset = 0;
  for (const { from, entry } of records) {
    const line = from.slice(entry.lineStart, entry.lineEnd);
    if (entry.wide) viewOf(line).setBigUint64(entry.offsetAt, BigInt(offset), true);
    else viewOf(line).setUint32(entry.offsetAt, offset, true);
    lines.push(line);
    chunks.push(from.subarray(entry.start, entry.end));
    offset += entry.end - entry.start;
  }
  return concatenated([...chunks, ...lines, endRecord(records.length, total(lines), offset)]);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the central directory begins and how many entries it has; the larger zip64 record counts where the plain one is full. */
function directoryPlace(view: DataView): { first: number; count: number } {
  const last = view.byteLength - END_LENGTH;
  let end = last;
  while (view.getUint32(end, true) !== DIRECTORY_END) {
    end -= 1;
    if (end < last - LONGEST_COMMENT) throw new Error('the end is missing');
  }
  const first = view.getUint32(end + 16, true);
  if (first !== WIDE) return { first, count: view.getUint16(end + 10, true) };
  const large = Number(view.getBigUint64(end - 12, true));
  return { first: Number(view.getBigUint64(large + 48, true)), count: Number(view.getBigUint64(large + 32, true)) };
}

function directoryLine(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  if (view.getUint32(at, true) !== DIRECTORY_LINE) throw new Error('the directory is damaged');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  let wideAt = zip64Field(view, nameEnd, extraEnd);
  const figure = (place: number) => {
    const plain = view.getUint32(place, true);
    if (plain !== WIDE) return plain;
    wideAt += 8;
    return Number(view.getBigUint64(wideAt - 8, true));
  };
  const size = figure(at + 24);
  const compressed = figure(at + 20);
  const start = figure(at + 42);
  const wide = view.getUint32(at + 42, true) === WIDE;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    compressed,
    size,
    start,
    end: start,
    lineStart: at,
    lineEnd: extraEnd + view.getUint16(at + 32, true),
    offsetAt: wide ? wideAt - 8 - at : 42,
    wide,
  };
}

/** The first figure of a directory line's zip64 field; −1, which no view reads, where it has none. */
function zip64Field(view: DataView, from: number, to: number): number {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return -1;
}

function endRecord(entries: number, size: number, offset: number): Uint8Array {
  const record = new Uint8Array(END_LENGTH);
  const view = viewOf(record);
  view.setUint32(0, DIRECTORY_END, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return record;
}

function total(chunks: Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

function concatenated(chunks: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(total(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
