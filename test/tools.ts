import { spawnSync } from 'node:child_process';

/**
 * Whether a program that a test needs is there. Without it the test says what to install and is counted as not run; in CI,
 * which installs everything, it fails.
 *
 * @param program  its name on the command line
 * @param pack     the Debian packages that bring it
 * @param asked    what it can do when it is there
 */
export function needs(program: string, pack: string, asked: readonly string[] = ['--version']): boolean {
  if (spawnSync(program, asked).status === 0) return true;
  const message = `not run: install ${pack}`;
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`${message}\n`);
  return false;
}
