/** Mistakes in `src/workbook` that make no difference. */

/** @type {(file: string, line: string, from: string, to: string, why: string) => import('./equivalents.mjs').Equivalent} */
const same = (file, line, from, to, why) => ({ file: `src/workbook/${file}`, line, from, to, why });

/** Beyond the last row or column of a sheet that was read, cells are blank, and blank ones are passed over. */
const LOOPS = [
  ...['register/readStrategy.ts', 'register/readData.ts', 'sheets/tables.ts'].map(file => [
    file,
    'for (let column = 0; column < view.columns; column++) {',
    'column < view.columns',
  ]),
  ['register/readData.ts', 'for (let row = table.headerRow + 1; row < view.rows; row++) {', 'row < view.rows'],
  ['sheets/tables.ts', 'for (let row = 0; row < view.rows; row++) {', 'row < view.rows'],
  ['sheets/tables.ts', 'for (let row = headerRow + 1; row < view.rows; row++) {', 'row < view.rows'],
  ['track/writeKpi.ts', 'for (let column = 0; column < view.columns; column++) {', 'column < view.columns'],
  ['track/writeKpi.ts', 'for (let row = 0; view && row < view.rows; row++) {', 'row < view.rows'],
].map(([file = '', line = '', from = '']) =>
  same(file, line, from, from.replace('<', '<='), 'the cells beyond the end of a sheet are blank, and passed over'),
);

/** Where an error of one kind is caught, and any other handed on: no cell, text or formula brings about another. */
const HANDED_ON = [
  'register/surveyAnswers.ts',
  'register/unreadText.ts',
  'sheets/behind.ts',
  'sheets/readDate.ts',
  'sources/dataFormulas.ts',
  'sources/entry.ts',
  'sources/source.ts',
  'track/convertText.ts',
  'track/trackRequest.ts',
].map(file =>
  same(file, 'throw error;', 'throw error;', '', 'nothing is thrown there but errors of the kind that is caught'),
);

/** @type {import('./equivalents.mjs').Equivalent[]} */
export const SAME_IN_WORKBOOK = [
  ...LOOPS,
  ...HANDED_ON,
  same(
    'register/readData.ts',
    'if (!(error instanceof PeriodError)) throw error;',
    'if (!(error instanceof PeriodError)) throw error;',
    '',
    'nothing is thrown there but errors of the kind that is caught',
  ),
  same(
    'edits/applyEdits.ts',
    'if (line.length === width && (row < from || row >= to)) return line;',
    'row < from || row >= to',
    'row < from && row >= to',
    'a row that nothing is written to is copied as well, and stays what it was',
  ),
  same(
    'sources/entry.ts',
    'for (let line = (across ? range.top : range.left) - 1; line >= 0; line--) {',
    '1',
    '0',
    'the cell that is looked at as well is the figure itself, which is no name',
  ),
  same(
    'track/track.ts',
    "steps.add(now => newStrategyRows(now, { name: request.goal ?? '' }, { name: request.function ?? '' }));",
    "request.goal ?? ''",
    'request.goal',
    'a goal that is left out counts as blank, as an empty one does',
  ),
];
