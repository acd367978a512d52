import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { bakeryLookalikeXlsx } from '../fixtures/bakeryLookalike';
import { newErrorsIn } from '../judges/officeValidator';
import { folder } from './compass';

jest.setTimeout(60_000);
const files = folder();
afterAll(files.remove);

beforeAll(async () => {
  const root = `${__dirname}/../..`;
  buildSync({
    entryPoints: [`${root}/src/cli/compass.ts`],
    outfile: files.path('compass.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  files.path('bakery.xlsx', await bakeryLookalikeXlsx());
});

const program = (argv: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['compass.mjs', ...argv], {
    cwd: files.place,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('the command as a program of its own', () => {
  test("tracks the bakery's tickets and reviews them with exit code 1", async () => {
    const tickets = [
      '--kpi',
      'Tickets',
      '--values',
      'Weekly!B4:B26',
      '--periods',
      'Weekly!A4:A26',
      '--function',
      'Sales',
      '--better',
      'higher',
      '--target',
      '420',
    ];
    expect(program(['track', 'bakery.xlsx', ...tickets, '-o', 'out.xlsx'])).toMatchObject({ status: 0, stderr: '' });
    const [before, after] = ['bakery.xlsx', 'out.xlsx'].map(name => new Uint8Array(readFileSync(files.path(name))));
    expect(await newErrorsIn([{ name: 'tracked', before: [before!], after: after! }])).toEqual([]);
    const review = program(['review', 'out.xlsx']);
    expect(review).toMatchObject({ status: 1, stderr: '' });
    expect(review.stdout).toMatch(/1 alert/);
    // No colour where nobody looks.
    expect(review.stdout).not.toContain('\u001b');
  });

  test('ends quietly when its reader stops early', () => {
    const ran = spawnSync('sh', ['-c', `"${process.execPath}" compass.mjs track --help | head -1`], {
      cwd: files.place,
      encoding: 'utf8',
    });
    expect(ran).toMatchObject({
      stdout: 'compass track FILE.xlsx --kpi NAME --values SHEET!RANGE -o OUT.xlsx\n',
      stderr: '',
    });
  });

  test('prints its version, its help, and 2 for what it does not know', () => {
    expect(program(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(program(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/track.*review.*extend.*install.*templates.*functions/s),
    });
    expect(program(['reviw'])).toMatchObject({ status: 2, stdout: '' });
  });
});
