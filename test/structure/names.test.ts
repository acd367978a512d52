import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Names that several files export because they mean the same there, and why they do. */
const ONE_MEANING: Record<string, string> = {
  // What every host does in its own way, for some of it the core as well, on a snapshot.
  ...sameIn(
    ['applyEdits', 'takeSnapshot', 'keepValues', 'moveCells', 'repairFormulas'],
    'a step that every host takes',
  ),
  ...sameIn(['addChart', 'addLooks', 'setUpSheet', 'CellEdit', 'change'], 'an edit as a host makes it'),
  ...sameIn(['toCell', 'callFunction'], "between a host's cells and the core's"),
  ...sameIn(['Request', 'Answer'], 'what is sent to the other side of a host, and what comes back'),
  // A component may have the name of what it shows.
  ...sameIn(['InstallPreview', 'KpiRow', 'TrackPreview'], 'a record, and the component that shows it'),
};

function sameIn(names: string[], why: string): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, why]));
}

/** The names that a script declares and exports; what it passes on from another file is declared there. */
function exportedBy(text: string): string[] {
  const { statements } = ts.createSourceFile('script.tsx', text, ts.ScriptTarget.Latest);
  return statements.flatMap(statement => {
    const marks = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!marks.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const declared = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name)
      : [(statement as ts.DeclarationStatement).name];
    return declared.filter(name => name !== undefined && ts.isIdentifier(name)).map(name => name.text);
  });
}

/** The files that export each name, of those names that several do. */
function namesInSeveral(folders: string[]): Map<string, string[]> {
  const root = join(__dirname, '../..');
  const files = folders
    .flatMap(folder => readdirSync(join(root, folder), { encoding: 'utf8', recursive: true }).map(n => join(folder, n)))
    .filter(file => /\.tsx?$/.test(file));
  const found = new Map<string, string[]>();
  for (const file of files)
    for (const name of new Set(exportedBy(readFileSync(join(root, file), 'utf8'))))
      found.set(name, [...(found.get(name) ?? []), file]);
  return new Map([...found].filter(([, exporting]) => exporting.length > 1));
}

describe('the names that files export', () => {
  const several = namesInSeveral(['src', 'sidebar']);

  it('have one meaning each: one that several files export is listed above, with why', () => {
    expect([...several].filter(([name]) => !Object.hasOwn(ONE_MEANING, name))).toEqual([]);
  });

  it('are listed above only where several files do export them', () => {
    expect(Object.keys(ONE_MEANING).filter(name => !several.has(name))).toEqual([]);
  });
});

describe('the search for exported names', () => {
  it('finds types, functions, classes and constants, and leaves out what is not exported or only passed on', () => {
    const text = `
      export interface Series {} export type Side = 1; export function mean() {} export class Failure {}
      export const [first] = [1], LARGE = 2, small = 3; export default function () {}
      const local = 4; export { local as other }; export { median } from './median'; export * from './all';
    `;
    expect(exportedBy(text)).toEqual(['Series', 'Side', 'mean', 'Failure', 'LARGE', 'small']);
  });
});
