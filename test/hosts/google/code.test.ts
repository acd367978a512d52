import { readdirSync } from 'node:fs';
import { type Comment, type Node, parse } from 'acorn';
import budgets from '../../../scripts/size-budgets.json';
import { functions } from '../../../src/functions/catalogue';
import { type Built, build } from '../build';

/** Everything in a syntax tree, the tree's root included. */
function* nodesOf(node: unknown): Generator<Node & Record<string, unknown>> {
  if (Array.isArray(node)) {
    for (const one of node) yield* nodesOf(one);
  } else if (typeof node === 'object' && node !== null && 'type' in node) {
    yield node as Node & Record<string, unknown>;
    for (const child of Object.values(node)) yield* nodesOf(child);
  }
}

/** Names that are used as variables: not what follows a dot, nor a property's own name, nor a parameter's. */
function variablesOf(tree: Node): Set<string> {
  const names = new Set<string>();
  for (const node of nodesOf(tree)) {
    for (const [key, child] of Object.entries(node)) {
      const isName = key === 'params' || (!node.computed && (key === 'property' || (key === 'key' && !node.shorthand)));
      for (const one of Array.isArray(child) ? child : [child]) {
        if (!isName && one?.type === 'Identifier') names.add(one.name);
      }
    }
  }
  return names;
}

/** A statement at a script's top level, as far as it declares something. */
interface Statement {
  type: string;
  start: number;
  id?: { name: string };
  params?: { name: string }[];
  declarations?: { id: { name: string } }[];
}

const statementsOf = (tree: { body: unknown }) => tree.body as Statement[];

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildGoogle');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

describe('the folder that is pushed to Google', () => {
  it('holds the script, the sidebar and the manifest, and nothing else', () => {
    expect(readdirSync(project.folder).sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
  });

  it('asks for the open spreadsheet and for room in its window, and for nothing more', () => {
    const manifest = JSON.parse(project.read('appsscript.json'));
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
    expect(manifest.runtimeVersion).toBe('V8');
    // An editor add-on has no such section, nor advanced services or libraries, which currentonly does not allow.
    expect(manifest.addOns).toBeUndefined();
    expect(manifest.dependencies).toEqual({});
  });
});

describe('Code.js', () => {
  it('is read by an engine of 2020: no private or static class fields, nothing newer', () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  });

  it('asks for no global that Apps Script lacks', () => {
    const lacking =
      'URL URLSearchParams TextEncoder TextDecoder setTimeout setInterval queueMicrotask fetch crypto structuredClone atob btoa ' +
      'performance window document process require Buffer module';
    const used = variablesOf(parse(code, { ecmaVersion: 2020 }));
    expect(lacking.split(' ').filter(name => used.has(name))).toEqual([]);
  });

  it('offers Sheets the cell functions, two triggers, two menu handlers and one rpc; the rest is private', () => {
    const names = statementsOf(parse(code, { ecmaVersion: 2020 })).flatMap(({ type, id, declarations }) =>
      type === 'FunctionDeclaration' ? [id!.name] : (declarations ?? []).map(one => one.id.name),
    );
    const open = names.filter(name => !name.endsWith('_'));
    const entrances = ['onOpen', 'onInstall', 'openCompassSidebar', 'repairCompassFormulas', 'compassRpc'];
    expect(open.sort()).toEqual([...functions.map(({ name }) => name), ...entrances].sort());
  });

  it('tells Sheets what every function does and what each of its parameters means', () => {
    const comments: Comment[] = [];
    const tree = parse(code, { ecmaVersion: 2020, onComment: comments });
    for (const { name, parameters, summary } of functions) {
      const stub = statementsOf(tree).find(({ id }) => id?.name === name);
      expect(stub?.params?.map(one => one.name)).toEqual(parameters.map(one => one.name));
      const help =
        comments.find(({ end }) => end <= stub!.start && /^\s*$/.test(code.slice(end, stub!.start)))?.value ?? '';
      expect(help).toContain('@customfunction');
      expect(help).toContain(summary);
      // The name as Sheets shows it, its type, and words behind it, on one line.
      for (const { name: parameter } of parameters) {
        expect(help).toMatch(new RegExp(`@param \\{[^}]+\\} ${parameter} +\\S.*\\S *\\n`));
      }
    }
  });

  it('stays small: it is loaded anew for every formula', () => {
    expect(code.length).toBeLessThan(1000 * budgets['dist/google/Code.js']);
  });
});

describe('Sidebar.html', () => {
  it('needs nothing but itself', () => {
    const html = project.read('Sidebar.html');
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)=/i);
    expect(html).not.toMatch(/@import|\burl\((?!["']?(data:|#))/i);
  });

  it('survives Google’s HtmlService, which cuts template literals at // and garbles letters beyond ASCII', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(project.read('Sidebar.html'))![1]!;
    const kinds = new Set([...nodesOf(parse(script, { ecmaVersion: 2020 }))].map(({ type }) => type));
    expect(kinds).not.toContain('TemplateLiteral');
    expect([...script].filter(letter => letter.charCodeAt(0) > 126)).toEqual([]);
  });
});
