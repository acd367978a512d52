import { strToU8, unzipSync, zipSync } from 'fflate';
import { directory, rezip, unpack } from '../../../src/hosts/file/package/zip';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('a package as a zip archive', () => {
  const archive = zipSync({
    'a.xml': strToU8('<a/>'.repeat(100)),
    'photo.png': [strToU8('not packed'), { level: 0 }],
    'b.xml': strToU8('<b/>'),
  });

  test('is listed with what each entry unpacks to', () => {
    const entries = directory(archive);
    expect(entries.map(({ name }) => name)).toEqual(['a.xml', 'photo.png', 'b.xml']);
    expect(entries.map(entry => text(unpack(archive, entry)))).toEqual(['<a/>'.repeat(100), 'not packed', '<b/>']);
  });

  test('keeps the packed bytes of every entry that is not changed', () => {
    const changed = rezip(
      archive,
      new Map([
        ['b.xml', strToU8('<new/>')],
        ['c.xml', strToU8('<c/>')],
      ]),
    );
    const records = (bytes: Uint8Array, name: string) => {
      const { start, end } = directory(bytes).find(entry => entry.name === name)!;
      return bytes.slice(start, end);
    };
    expect(records(changed, 'a.xml')).toEqual(records(archive, 'a.xml'));
    expect(records(changed, 'photo.png')).toEqual(records(archive, 'photo.png'));
    const parts = unzipSync(changed);
    expect(Object.keys(parts)).toEqual(['a.xml', 'photo.png', 'b.xml', 'c.xml']);
    expect([text(parts['b.xml']), text(parts['c.xml'])]).toEqual(['<new/>', '<c/>']);
  });

  test('loses an entry that is taken out, and no other', () => {
    expect(Object.keys(unzipSync(rezip(archive, new Map([['a.xml', null]]))))).toEqual(['photo.png', 'b.xml']);
  });

  // PKWARE APPNOTE 6.3.10, 4.4.6: time and date as MS-DOS has them, 1980-01-01 being month 1 and day 1 of year 0.
  test('says of every new entry the same fixed time, so that equal workbooks are equal files', () => {
    const changed = rezip(archive, new Map([['c.xml', strToU8('<c/>')]]));
    const { start, lineStart } = directory(changed).find(({ name }) => name === 'c.xml')!;
    const view = new DataView(changed.buffer, changed.byteOffset);
    for (const place of [start + 10, lineStart + 12])
      expect([view.getUint16(place, true), view.getUint16(place + 2, true)]).toEqual([0, (1 << 5) + 1]);
  });

  test('reads the wide fields of programs that write as they go, and carries them', () => {
    const wide = withWideFields(archive);
    expect(directory(wide).map(entry => text(unpack(wide, entry)))).toEqual(['<a/>'.repeat(100), 'not packed', '<b/>']);
    const shorter = rezip(wide, new Map([['a.xml', strToU8('<a/>')]]));
    expect(directory(shorter).map(entry => text(unpack(shorter, entry)))).toEqual(['<a/>', 'not packed', '<b/>']);
  });

  test('that is cut off anywhere is no archive any more', () => {
    for (let length = 4; length < archive.length; length += 7)
      expect(() => directory(archive.slice(0, length))).toThrow();
  });
});

/**
 * The archive with sizes and offsets of each directory line moved into a zip64 field, as a streaming writer leaves them
 * (PKWARE APPNOTE 6.3.10, 4.5.3).
 */
function withWideFields(archive: Uint8Array): Uint8Array {
  const entries = directory(archive);
  const first = Math.max(...entries.map(({ end }) => end));
  const lines = entries.map(({ lineStart, lineEnd, size, compressed, start }) => {
    const line = new Uint8Array(lineEnd - lineStart + 28);
    line.set(archive.slice(lineStart, lineEnd));
    const view = new DataView(line.buffer);
    const extra = lineEnd - lineStart;
    view.setUint16(30, 28, true);
    for (const place of [20, 24, 42]) view.setUint32(place, 0xffffffff, true);
    view.setUint16(extra, 1, true);
    view.setUint16(extra + 2, 24, true);
    [size, compressed, start].forEach((figure, i) => {
      view.setBigUint64(extra + 4 + 8 * i, BigInt(figure), true);
    });
    return line;
  });
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  const all = new Uint8Array(first + size + 22);
  all.set(archive.slice(0, first));
  let at = first;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
  }
  all.set(archive.slice(-22), at);
  new DataView(all.buffer).setUint32(at + 12, size, true);
  return all;
}
