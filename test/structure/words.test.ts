/** The product's words, as docs/words.md fixes them: what a person reads holds none that was given up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** Words that were given up, each with what to say instead. */
const BANNED: [RegExp, string][] = [
  [/\bfigures? far out\b/i, 'outlier'],
  [/\bhangs on\b/i, 'depends most on'],
  [/\bwent better\b/i, 'improvement'],
  [/\bmakes? one expect\b/i, 'nearby figures suggest'],
  [/\bgoes on as it does\b/i, 'at this pace'],
  [/\bless sure side\b/i, 'its weaker side'],
  [/\bstands? twice\b/i, 'appears twice'],
  [/\bwhat it would make\b/i, 'preview'],
  [/\bis gone, and Undo\b/i, 'was deleted; Undo restores it'],
  [/\blook whether\b/i, 'check whether'],
  [/\bfigures that (stand|slide)\b/i, 'existing figures, a steady slide'],
  [/\bfrom the essay\b/i, 'why this matters'],
  [/\btaken? out\b/i, 'removed'],
  [/\bunless told\b/i, 'by default'],
  [/\bfetch an? \w+ copy\b/i, 'get a copy'],
  [/\bstands? where\b/i, 'is where'],
  [/\bstands? (in|at|on|beside|before|under|there)\b/i, 'is in'],
  [/\bone a (cell|row|period)\b/i, 'one per cell'],
  [/\bsame rope\b/i, 'the same direction'],
  [/\bhow late, its figures\b/i, 'the latest date can’t be estimated'],
];

/** Files of a folder and below that end so. */
function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => ending.test(name))
    .map(name => join(folder, name));
}

/** The texts in a source file: string literals, templates and what elements hold; not its comments and imports. */
function textsOf(file: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, kind);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const found = (texts: readonly string[]) =>
  texts.flatMap(text =>
    BANNED.flatMap(([banned, better]) => (banned.test(text) ? [`${text.trim()} → ${better}`] : [])),
  );

describe('what a person reads', () => {
  const sources = [...filesOf('src', /\.tsx?$/), ...filesOf('sidebar', /\.tsx?$/)];

  test.each([
    ['A word of ours', []],
    ['Waste stands twice', ['appears twice']],
  ])('is checked: %s', (text, better) => {
    expect(found([text])).toEqual(better.map(word => `${text} → ${word}`));
  });

  test('has none of the words that were given up, in messages and in the interface', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(file => found(textsOf(file)).map(text => `${file}: ${text}`))).toEqual([]);
  });

  test('nor in templates and on the pages of docs', () => {
    const pages = [
      ...filesOf('templates', /\.json$/),
      'README.md',
      'docs/functions.md',
      'docs/templates.md',
      'docs/discover.md',
      'docs/drift.md',
    ];
    const said = pages.flatMap(file =>
      found(readFileSync(join(root, file), 'utf8').split('\n')).map(text => `${file}: ${text}`),
    );
    expect(said).toEqual([]);
  });
});
