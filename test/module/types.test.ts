import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtTypes } from '../built';

const root = join(__dirname, '../..');

/** What TypeScript says of a program that uses the core as a package, resolved as Node resolves modules. */
function said(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'compass-types-'));
  try {
    const pack = join(folder, 'node_modules/strategic-compass');
    mkdirSync(join(pack, 'dist/node'), { recursive: true });
    copyFileSync(join(root, 'package.json'), join(pack, 'package.json'));
    symlinkSync(builtTypes(), join(pack, 'dist/node/types'), 'dir');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'use.ts'), program);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'], {
      cwd: folder,
    });
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a program that uses the core gets its types', () => {
  const program = `import { alignmentScore, evaluate, driftSignals, review, templates, installTemplate } from 'strategic-compass';
    const score: number | null = alignmentScore([{ function: 'Sales', weight: 1, actual: 1, target: 2, better: 'higher' }]).score;
    const raised: number[] = driftSignals([1, 2, null, 4]).map(signal => signal.index);
    const alerts: string[] = review({ today: 46000, locale: 'en', sheets: [] }).alerts.map(alert => alert.headline);
    const edits: string[] = installTemplate(templates[0]!, { today: 46000, locale: 'en', sheets: [] }, { mode: 'empty' }).map(edit => edit.kind);
    console.log(score, raised, alerts, edits, evaluate('CHURN_RATE', [5, 100]));`;
  expect(said(`declare const console: { log(...words: unknown[]): void };\n${program}`)).toBe('');
}, 60_000);

test('a call that makes no sense is told before it runs', () => {
  expect(said("import { alignmentScore } from 'strategic-compass'; alignmentScore(42);")).toContain('TS2345');
}, 60_000);
