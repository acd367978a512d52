import { join } from 'node:path';
import { cyclesIn, type ImportGraph, readImports } from './importGraph';

/** What a folder may import: other folders of ours, besides itself, and packages. */
interface Allowed {
  folders: readonly string[];
  packages?: readonly string[];
}

const ARITHMETIC = ['cells', 'kpi', 'alignment', 'drift'];
const CORE = [...ARITHMETIC, 'functions', 'workbook', 'review', 'templates'];
const HOST = [...CORE, 'hosts', 'hosts/bridge.ts'];

/** The import rule, whole: what is not listed here is not allowed. Types count as well. */
const RULE: Record<string, Allowed> = {
  cells: { folders: [] },
  kpi: { folders: ['cells'] },
  alignment: { folders: ['cells'] },
  drift: { folders: ['cells', 'alignment'] },
  workbook: { folders: ARITHMETIC },
  review: { folders: [...ARITHMETIC, 'workbook'] },
  functions: { folders: [...ARITHMETIC, 'workbook', 'review'] },
  templates: { folders: [...ARITHMETIC, 'functions', 'workbook', 'templates as data'] },
  // What is found is looked at, and tracked: nothing below knows of it.
  discover: { folders: [...ARITHMETIC, 'workbook'] },
  // Texts become sheets; the reader of the fields is a library.
  importing: { folders: ['cells', 'workbook'], packages: ['hucre'] },
  // Invented firms: a template's figures, and what was decided about them.
  samples: { folders: [...ARITHMETIC, 'workbook', 'review', 'templates'] },
  'the core as a module': { folders: CORE },
  // What looks through a workbook may be off the sidebar's thread.
  'hosts/bridge.ts': { folders: [...CORE, 'discover'] },
  hosts: { folders: [...CORE, 'hosts/bridge.ts'] },
  'hosts/file': { folders: [...HOST, 'importing'], packages: ['fflate', 'hucre'] },
  'hosts/univer': { folders: HOST, packages: ['@univerjs'] },
  'hosts/google': { folders: HOST },
  'hosts/excel': { folders: HOST },
  // The page is the grid and the files that it opens and saves.
  'hosts/web': { folders: [...HOST, 'discover', 'hosts/univer', 'hosts/file'], packages: ['@univerjs', 'hucre'] },
  cli: {
    folders: [...CORE, 'discover', 'importing', 'samples', 'hosts', 'hosts/file', 'package.json'],
    packages: ['node:'],
  },
  sidebar: { folders: [...CORE, 'discover', 'importing', 'hosts/bridge.ts'], packages: ['preact', '@preact'] },
  // Where a host and the sidebar are put together.
  entries: {
    folders: [...HOST, 'discover', 'hosts/univer', 'hosts/file', 'hosts/google', 'hosts/excel', 'hosts/web', 'sidebar'],
    packages: ['@univerjs'],
  },
};

/** The part of the project that a file belongs to, as the rule names it. */
function partOf(file: string): string {
  const [top, second, third, fourth] = file.split('/');
  if (top === 'templates') return 'templates as data';
  if (top !== 'src') return top!;
  if (file === 'src/index.ts') return 'the core as a module';
  if (second !== 'hosts') return second!;
  if (fourth) return `hosts/${third}`;
  return third === 'bridge.ts' ? 'hosts/bridge.ts' : 'hosts';
}

/** The imports that the rule does not list, as "who: what". */
function forbiddenIn(graph: ImportGraph): string[] {
  return [...graph].flatMap(([file, { files, packages }]) => {
    const part = partOf(file);
    const { folders, packages: known = [] } = RULE[part] ?? { folders: [] };
    return [
      ...files.filter(to => partOf(to) !== part && !folders.includes(partOf(to))),
      ...packages.filter(name => !known.includes(name)),
    ].map(what => `${file}: ${what}`);
  });
}

const imports = (files: string[], packages: string[] = []) => ({ files, packages });

describe('the imports of the project', () => {
  const graph = readImports(join(__dirname, '../..'), ['src', 'sidebar']);

  it('are those that the rule allows', () => {
    expect(graph.size).toBeGreaterThan(400);
    expect(forbiddenIn(graph)).toEqual([]);
  });

  it('make no cycle, those of types included', () => {
    expect(cyclesIn(graph)).toEqual([]);
  });
});

describe('the rule', () => {
  it.each([
    ['src/cells/period.ts', 'src/drift/index.ts'],
    ['src/functions/gate/gate.ts', 'src/templates/template.ts'],
    ['src/workbook/register.ts', 'src/functions/catalogue.ts'],
    ['src/review/review.ts', 'src/templates/catalogue.ts'],
    ['src/templates/catalogue.ts', 'src/review/review.ts'],
    ['sidebar/main.tsx', 'src/hosts/univer/index.ts'],
    ['sidebar/main.tsx', 'src/hosts/batches.ts'],
    ['src/hosts/google/apply.ts', 'src/hosts/excel/apply.ts'],
    ['src/hosts/google/apply.ts', 'sidebar/main.tsx'],
    ['src/hosts/file/write.ts', 'src/cli/io.ts'],
    ['src/hosts/batches.ts', 'src/hosts/google/call.ts'],
    ['src/elsewhere/new.ts', 'src/cells/value.ts'],
    ['src/cells/value.ts', 'test/tools.ts'],
  ])('forbids %s to import %s', (file, other) => {
    expect(forbiddenIn(new Map([[file, imports([other])]]))).toEqual([`${file}: ${other}`]);
  });

  it('forbids the core every package', () => {
    expect(forbiddenIn(new Map([['src/kpi/ratio.ts', imports([], ['fflate', 'node:'])]]))).toHaveLength(2);
  });

  it('finds files that import each other, and those alone', () => {
    const graph: ImportGraph = new Map([
      ['a', imports(['b'])],
      ['b', imports(['c'])],
      ['c', imports(['b', 'd'])],
      ['d', imports([])],
      ['self', imports(['self'])],
    ]);
    expect(cyclesIn(graph)).toEqual([['b', 'c'], ['self']]);
  });
});
