import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needs } from '../tools';

const LIBRARIES = ['-c', 'import numpy, scipy'];

/** The first Python that has scipy; one that was installed beside Debian's may not have it. */
const python = ['python3', '/usr/bin/python3'].find(program => spawnSync(program, LIBRARIES).status === 0) ?? 'python3';

/** Whether there is a Python with numpy and scipy. */
export const needsPython = () => needs(python, 'python3-scipy', LIBRARIES);

/**
 * Asks a script of this folder.
 *
 * @param script     its file
 * @param questions  JSON
 * @returns          its answers, one a question
 */
export function askPython<Answer>(script: string, questions: readonly object[]): Answer[] {
  const { status, stdout, stderr } = spawnSync(python, [join(__dirname, script)], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return JSON.parse(stdout);
}
