import { strFromU8, strToU8 } from 'fflate';
import { textOf } from './encoding';
import { damaged, FileError } from './errors';
import { directory, rezip, unpack, unpackSoon, type ZipEntry } from './zip';

/** An .xlsx file as the package of parts it is. Parts are unpacked one by one, when they are asked for. */
export interface Package {
  bytes: Uint8Array;
  /** By key (`keyOf`): the packaging standard compares names without case. */
  entries: Map<string, ZipEntry>;
}

/** A part's new text or bytes, by its name; null takes the part out. */
export type PartChanges = Map<string, string | Uint8Array | null>;

/** A package that unpacks to more than this was made to fill memory. */
const LARGEST_PACKAGE = 2 ** 30;

/**
 * Opens a file as a package, and says what else it is where it is none.
 *
 * @param bytes  the file
 * @throws       FileError: empty, protected by a password, an old .xls, cut off, not a workbook
 */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw new FileError('empty', 'The file is empty (0 bytes).');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw olderContainer(bytes);
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    throw new FileError(
      'not a workbook',
      'This is not an .xlsx workbook. Open it in Excel or LibreOffice and save it as .xlsx.',
    );
  }
  let entries: ZipEntry[];
  try {
    entries = directory(bytes);
  } catch {
    throw new FileError('damaged', 'The file is cut off or damaged. Get an undamaged copy.');
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > LARGEST_PACKAGE) {
    throw new FileError('not a workbook', 'The file unpacks to more than 1 GB and is not read.');
  }
  return { bytes, entries: new Map(entries.map(entry => [keyOf(entry.name), entry])) };
}

/** A part's name as names are compared: without case, a slash for the backslash of some writers, none at its beginning. */
export function keyOf(name: string): string {
  return plain(name).toLowerCase();
}

/** The names of all parts, as relationships call them. */
export function partNames(pack: Package): string[] {
  return [...pack.entries.values()].map(({ name }) => plain(name));
}

/** The name under which the package has a part that a relationship may spell in another way; its own where it has none. */
export function storedPartName(pack: Package, name: string): string {
  const entry = pack.entries.get(keyOf(name)) ?? pack.entries.get(keyOf(unescaped(name)));
  return entry ? plain(entry.name) : name;
}

/** Whether the package has a part. */
export function hasPart(pack: Package, name: string): boolean {
  return pack.entries.has(keyOf(name));
}

function plain(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '');
}

/** `my%20sheet.xml` as `my sheet.xml`. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A part's text.
 *
 * @param pack  the package
 * @param name  the part's name, without a leading slash
 * @returns     undefined where the package has no such part
 * @throws      FileError where it can't be unpacked, or is in an unknown encoding
 */
export function readPart(pack: Package, name: string): string | undefined {
  const entry = pack.entries.get(keyOf(name));
  if (!entry) return undefined;
  try {
    return textOf(unpack(pack.bytes, entry));
  } catch {
    throw damaged(name);
  }
}

/** As `needPart`, by the platform's own unpacking: several times as fast for a large part. */
export async function needPartSoon(pack: Package, name: string): Promise<string> {
  const entry = pack.entries.get(keyOf(name));
  if (!entry) throw damaged(name);
  try {
    return textOf(await unpackSoon(pack.bytes as Uint8Array<ArrayBuffer>, entry));
  } catch {
    throw damaged(name);
  }
}

/** A part's text, where the package is damaged without it. */
export function needPart(pack: Package, name: string): string {
  const text = readPart(pack, name);
  if (text === undefined) throw damaged(name);
  return text;
}

/**
 * The package with some parts changed, added or taken out. Every other part keeps its bytes.
 *
 * @param pack     the package as it was opened
 * @param changes  new contents by part name
 * @returns        the new file
 */
export function repack(pack: Package, changes: PartChanges): Uint8Array {
  const contents = new Map<string, Uint8Array | null>();
  for (const [name, content] of changes) {
    const stored = pack.entries.get(keyOf(name))?.name ?? name;
    contents.set(stored, typeof content === 'string' ? strToU8(content) : content);
  }
  return rezip(pack.bytes, contents);
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Office's older container holds either an encrypted .xlsx or a workbook in the format before 2007. */
function olderContainer(bytes: Uint8Array): FileError {
  const encrypted = strFromU8(bytes, true).includes([...'EncryptedPackage'].join('\0'));
  return encrypted
    ? new FileError(
        'password',
        'The workbook is protected by a password. Save a copy without the password and use that.',
      )
    : new FileError(
        'old format',
        'This is a workbook in the old .xls format. Open it in Excel or LibreOffice and save it as .xlsx.',
      );
}
