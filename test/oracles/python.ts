import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The first Python that has scipy; one that was installed beside Debian's may not have it. */
const python = ['python3', '/usr/bin/python3'].find(
  program => spawnSync(program, ['-c', 'import numpy, scipy']).status === 0,
);

/**
 * Whether there is a Python with numpy and scipy. Without it the test says what to install and is over; in CI, which
 * installs everything, it fails.
 */
export function needsPython(): boolean {
  if (python) return true;
  const message = 'not run: install python3-scipy';
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`${message}\n`);
  return false;
}

/**
 * Asks a script of this folder.
 *
 * @param script     its file
 * @param questions  JSON
 * @returns          its answers, one a question
 */
export function askPython<Answer>(script: string, questions: readonly object[]): Answer[] {
  const { status, stdout, stderr } = spawnSync(python!, [join(__dirname, script)], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return JSON.parse(stdout);
}
