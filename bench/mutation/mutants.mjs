/** Small mistakes that somebody might make in a source file: where each is, and what it makes of the text there. */
import ts from 'typescript';

/**
 * @typedef {object} Mutant
 * @property {string} kind         what was done
 * @property {number} start        where in the text, first character …
 * @property {number} end          … and behind the last
 * @property {string} replacement  what is there instead; of a statement that is left out, nothing
 * @property {boolean} isStatement whether a statement is left out
 */

/** @type {Partial<Record<ts.SyntaxKind, [kind: string, other: string]>>} */
const OPERATORS = {
  [ts.SyntaxKind.LessThanToken]: ['relation', '<='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['relation', '<'],
  [ts.SyntaxKind.GreaterThanToken]: ['relation', '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['relation', '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['relation', '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['relation', '==='],
  [ts.SyntaxKind.PlusToken]: ['arithmetic', '-'],
  [ts.SyntaxKind.MinusToken]: ['arithmetic', '+'],
  [ts.SyntaxKind.AsteriskToken]: ['arithmetic', '/'],
  [ts.SyntaxKind.SlashToken]: ['arithmetic', '*'],
  [ts.SyntaxKind.PercentToken]: ['arithmetic', '*'],
  [ts.SyntaxKind.AsteriskAsteriskToken]: ['arithmetic', '*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['arithmetic', '-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['arithmetic', '+='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['boolean', '||'],
  [ts.SyntaxKind.BarBarToken]: ['boolean', '&&'],
};

/**
 * Functions and methods that are easily taken for each other.
 *
 * @type {Record<string, string>}
 */
const TWINS = { min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', some: 'every', every: 'some', first: 'last' };

/** Methods that a result may be mistaken not to need. */
const OMISSIBLE = new Set(['trim', 'sort', 'reverse', 'filter', 'slice', 'toLowerCase']);

/**
 * Every mutant of a source text.
 *
 * @param {string} text
 * @param {string} file  its name, which says whether it holds JSX
 * @returns {Mutant[]}   in the order of their places
 */
export function mutantsOf(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const found = [];
  /** @type {(node: ts.Node) => string} */
  const textOf = node => text.slice(node.getStart(source), node.end);
  /** @type {(kind: string, node: ts.Node, replacement: string, isStatement?: boolean) => void} */
  const add = (kind, node, replacement, isStatement = false) => {
    found.push({ kind, start: node.getStart(source), end: node.end, replacement, isStatement });
  };
  /** @param {ts.Node} node */
  const visit = node => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isExpression(node) && !isPartOfChain(node)) ofExpression(node, textOf, add);
    if (isRemovable(node)) add('statement', node, '', true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @type {(node: ts.Expression, textOf: (node: ts.Node) => string, add: (kind: string, node: ts.Node, replacement: string) => void) => void} */
function ofExpression(node, textOf, add) {
  if (ts.isBinaryExpression(node)) {
    const [kind, other] = OPERATORS[node.operatorToken.kind] ?? [];
    const joins = node.operatorToken.kind === ts.SyntaxKind.PlusToken && [node.left, node.right].some(isText);
    if (kind && !joins) add(kind, node, `${textOf(node.left)} ${other} ${textOf(node.right)}`);
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) add('boolean', node, textOf(node.left));
  } else if (ts.isPrefixUnaryExpression(node)) {
    const isSign = node.operator === ts.SyntaxKind.MinusToken;
    if (isSign || node.operator === ts.SyntaxKind.ExclamationToken)
      add(isSign ? 'arithmetic' : 'boolean', node, textOf(node.operand));
  } else if (ts.isPostfixUnaryExpression(node)) {
    add('arithmetic', node, textOf(node.operand) + (node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++'));
  } else if (ts.isConditionalExpression(node)) {
    add('boolean', node, `${textOf(node.condition)} ? ${textOf(node.whenFalse)} : ${textOf(node.whenTrue)}`);
  } else if (ts.isNumericLiteral(node) && !isName(node)) {
    add('constant', node, node.text === '1' ? '0' : `(${node.getText()} + 1)`);
  } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    add('constant', node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true');
  } else if (ts.isCallExpression(node)) ofCall(node, textOf, add);
}

/** @type {(node: ts.CallExpression, textOf: (node: ts.Node) => string, add: (kind: string, node: ts.Node, replacement: string) => void) => void} */
function ofCall(node, textOf, add) {
  const { expression, arguments: given } = node;
  const [first, second, ...others] = given.map(textOf);
  if (first !== undefined && second !== undefined && first !== second && !given.some(ts.isSpreadElement))
    add('arguments', node, `${textOf(expression)}(${[second, first, ...others].join(', ')})`);
  if (!ts.isPropertyAccessExpression(expression) || expression.questionDotToken) return;
  const { name, expression: on } = expression;
  const twin = Object.hasOwn(TWINS, name.text) ? TWINS[name.text] : undefined;
  if (twin) add('function', node, `${textOf(on)}.${twin}(${given.map(textOf).join(', ')})`);
  if (OMISSIBLE.has(name.text)) add('function', node, textOf(on));
}

/**
 * Whether an expression belongs to a chain with `?.` around it, which stops as a whole.
 *
 * @param {ts.Node} node
 */
const isPartOfChain = node =>
  (ts.isOptionalChain(node) && ts.isOptionalChain(node.parent)) ||
  (ts.isNonNullExpression(node.parent) && ts.isOptionalChain(node.parent.parent));

/** @param {ts.Expression} node */
const isText = node => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/**
 * Whether a number is the name of a property.
 *
 * @param {ts.Node} node
 */
const isName = node => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

/**
 * Whether a node is a statement that can be left out and leaves something that runs.
 *
 * @param {ts.Node} node
 */
function isRemovable(node) {
  if (ts.isExpressionStatement(node)) return !ts.isStringLiteral(node.expression);
  return ts.isIfStatement(node) || ts.isContinueStatement(node) || ts.isThrowStatement(node);
}

/**
 * A text in which every mutant is there at once, and a switch decides which one counts: `__mutant(7) ? a <= b : a < b`. So a
 * file is compiled once for all of them.
 *
 * @param {string} text
 * @param {(Mutant & { id: number })[]} mutants  of this text
 * @returns {string}
 */
export function withSwitches(text, mutants) {
  return switched(text, 0, text.length, mutants);
}

/** @type {(text: string, from: number, to: number, mutants: (Mutant & { id: number })[]) => string} */
function switched(text, from, to, mutants) {
  let result = '';
  let at = from;
  for (let i = 0; i < mutants.length; ) {
    const { start, end } = /** @type {Mutant} */ (mutants[i]);
    const here = mutants.filter(mutant => mutant.start === start && mutant.end === end);
    const inside = mutants.filter(mutant => mutant.start >= start && mutant.end <= end && !here.includes(mutant));
    const original = switched(text, start, end, inside);
    result += text.slice(at, start) + choice(original, here);
    at = end;
    i += here.length + inside.length;
  }
  return result + text.slice(at, to);
}

/** @type {(original: string, mutants: (Mutant & { id: number })[]) => string} */
function choice(original, mutants) {
  const left = mutants.filter(({ isStatement }) => isStatement);
  if (left.length > 0) return `{ if (!(${left.map(({ id }) => `__mutant(${id})`).join(' || ')})) { ${original} } }`;
  const others = mutants.map(({ id, replacement }) => `__mutant(${id}) ? (${replacement}) : `);
  return `(${others.join('')}(${original}))`;
}
