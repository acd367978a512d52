import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isTextFile, workbookFromText } from '../hosts/file/fromText';
import { UsageError } from './usage';

/** A file that can't be read or written, in words for people. */
export class PathError extends Error {
  override readonly name = 'PathError';
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'this user may not open it',
  EPERM: 'this user may not change it',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  EBUSY: 'another program has it open',
};

/** A file's bytes. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await explained(readFile(path)));
}

/**
 * A workbook's bytes: those of the file, or where it is a .csv or .tsv file those of a workbook made of it.
 *
 * @param path    the file
 * @param locale  decides how the figures of a text are read where the text does not
 */
export async function readWorkbookFile(path: string, locale: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  return isTextFile(path) ? workbookFromText(bytes, basename(path), locale) : bytes;
}

/** Where a command writes to. */
export interface Target {
  path: string;
  /** The file it comes from is replaced. */
  inPlace: boolean;
}

/**
 * Where to write, from `-o OUT` and `--in-place`.
 *
 * @param input  the file that is read; null for a new workbook
 * @throws       UsageError where neither or both are given, OUT is the file that was read, or its name says another kind of file
 */
export async function targetOf(
  input: string | null,
  out: string | undefined,
  inPlace: boolean | undefined,
): Promise<Target> {
  if (out !== undefined && inPlace) throw new UsageError('Give either -o OUT.xlsx or --in-place, not both.');
  if (inPlace && input !== null && isTextFile(input)) {
    throw new UsageError(`${input} is a text file and stays as it is; name the workbook to write: -o OUT.xlsx.`);
  }
  if (inPlace && input !== null) return { path: await explained(realpath(input)), inPlace: true };
  if (out === undefined) throw new UsageError('Say where to write: -o OUT.xlsx, or --in-place to replace the file.');
  if (input !== null && (await canonical(out)) === (await canonical(input))) {
    throw new UsageError(`${out} is the input file; use --in-place to replace it.`);
  }
  if (isTextFile(out)) throw new UsageError(`${out}: a workbook is written; give it a name that ends in .xlsx.`);
  const [from, to] = [extname(input ?? '.xlsx').toLowerCase(), extname(out).toLowerCase()];
  if (from !== to && [from, to].includes('.xlsm')) {
    throw new UsageError(
      `${out}: Excel opens a workbook with macros only as .xlsm, one without only as .xlsx; name it ….${from.slice(1)}.`,
    );
  }
  return { path: out, inPlace: false };
}

/** Writes beside the target and renames, so that a file is never left half written. */
export async function writeBytes({ path, inPlace }: Target, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    await writeFile(beside, bytes);
    if (inPlace) await chmod(beside, (await stat(path)).mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw explanation(error, `${path} can't be written`, { ENOENT: 'there is no such folder' });
  }
}

async function canonical(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explanation(error, "It can't be read");
  }
}

function explanation(error: unknown, what: string, reasons: Record<string, string> = {}): PathError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new PathError(`${what}: ${reasons[code] ?? REASONS[code] ?? message}.`);
}
