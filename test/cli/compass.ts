import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io';
import { run } from '../../src/cli/run';

/** What a command printed, and how it ended. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs `compass` as on Monday 10 April 2017, in a terminal of 80 characters without colour. */
export async function compass(argv: string[], world: Partial<Io> = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    today: 42835,
    locale: 'en-GB',
    width: 80,
    color: false,
  };
  const code = await run(argv, { ...io, ...world });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder for the files of a test; `path` names one in it, written with these bytes if there are any. */
export function folder() {
  const place = mkdtempSync(join(tmpdir(), 'compass-cli-'));
  return {
    place,
    path(name: string, bytes?: Uint8Array | string): string {
      const path = join(place, name);
      if (bytes !== undefined) writeFileSync(path, bytes);
      return path;
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
