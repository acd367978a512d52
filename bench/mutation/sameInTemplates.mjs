/** Mistakes in `src/templates` that make no difference. */

/** @type {(file: string, line: string, from: string, to: string, why: string) => import('./equivalents.mjs').Equivalent} */
const same = (file, line, from, to, why) => ({ file: `src/templates/${file}`, line, from, to, why });

const ROWS = ['for (let row = 0; row < view.rows; row++) {', 'row < view.rows'];
const COLUMNS = ['for (let column = 0; column < view.columns; column++) {', 'column < view.columns'];
/** Beyond the last row or column of a sheet that was read cells hold neither text nor formula, and such ones are passed over. */
const LOOPS = [
  ['uninstall/dependentCells.ts', ...ROWS],
  ['uninstall/dependentCells.ts', ...COLUMNS],
  ['dashboard/compassPlaces.ts', 'for (let row = 0; view && row < view.rows; row++) {', 'row < view.rows'],
  ['dashboard/compassPlaces.ts', ...COLUMNS],
].map(([file = '', line = '', from = '']) =>
  same(file, line, from, from.replace('<', '<='), 'the cells beyond the end of a sheet are blank, and passed over'),
);

const RANK = "const rank = (cell: Cell) => (typeof cell === 'number' ? 0 : typeof cell === 'string' ? 1 : 2);";
const FOUND = 'for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {';

/** @type {import('./equivalents.mjs').Equivalent[]} */
export const SAME_IN_TEMPLATES = [
  ...LOOPS,
  same('formula/calculate.ts', RANK, '2', '(2 + 1)', 'ranks are compared, and only their order counts'),
  same('uninstall/dependentCells.ts', FOUND, '0', '(0 + 1)', 'a formula begins with =, which no name does'),
];
