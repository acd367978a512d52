import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

/** What each file of a project imports, types included: files of the project by their path in it, packages by their name. */
export type ImportGraph = Map<string, { files: string[]; packages: string[] }>;

const SCRIPT = /\.(ts|tsx|mjs)$/;

/**
 * Reads the imports of every script in some folders.
 *
 * @param root     the project's folder
 * @param folders  in it, `src` for example
 * @throws         where a relative import leads to no file
 */
export function readImports(root: string, folders: readonly string[]): ImportGraph {
  const paths = folders.flatMap(folder =>
    readdirSync(join(root, folder), { encoding: 'utf8', recursive: true }).map(name => join(folder, name)),
  );
  return new Map(paths.filter(path => SCRIPT.test(path)).map(path => [path, importsOf(root, path)]));
}

function importsOf(root: string, path: string) {
  const { importedFiles } = preProcessFile(readFileSync(join(root, path), 'utf8'), true, true);
  const names = importedFiles.map(({ fileName }) => fileName);
  const isFile = (name: string) => name.startsWith('.');
  return {
    files: names.filter(isFile).map(name => relative(root, found(resolve(root, dirname(path), name)))),
    packages: names.filter(name => !isFile(name)).map(packageOf),
  };
}

/** The file that an import leads to, as a bundler finds it. */
function found(path: string): string {
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`, `${path}/index.ts`];
  const file = candidates.find(candidate => existsSync(candidate) && statSync(candidate).isFile());
  if (!file) throw new Error(`Nothing is imported from ${path}.`);
  return file;
}

/** `node:fs/promises` is `node:`, `@univerjs/core/facade` is `@univerjs`, `preact/hooks` is `preact`. */
function packageOf(name: string): string {
  return name.startsWith('node:') ? 'node:' : name.split('/')[0]!;
}

/**
 * The cycles of a graph: groups of files that import each other, directly or through others of the group.
 *
 * @returns  each with its files in alphabetical order
 */
export function cyclesIn(graph: ImportGraph): string[][] {
  const reached = new Map([...graph.keys()].map(file => [file, reachedFrom(graph, file)]));
  const groups = [...reached].flatMap(([file, all]) =>
    all.has(file) ? [[...all].filter(other => reached.get(other)?.has(file)).sort()] : [],
  );
  return [...new Map(groups.map(group => [group.join(), group])).values()];
}

function reachedFrom(graph: ImportGraph, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const next of graph.get(file)?.files ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  return seen;
}
