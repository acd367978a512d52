import { printRange } from '../../src/cells/address';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { checkTemplate } from '../../src/templates/schema/checkTemplate';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { rowsOf } from '../workbook/workbooks';
import { blank, coffeeCart } from './coffeeCart';

// The strategy on a page, which follows what Compass Strategy and Compass KPIs say; and what a template makes of quarters.

const page = checkTemplate({
  ...JSON.parse(JSON.stringify(coffeeCart)),
  id: 'page',
  name: 'Page',
  sheets: [
    ...JSON.parse(JSON.stringify(coffeeCart.sheets)),
    { name: 'Page', title: 'On a page', note: 'Hang it up.', blocks: [{ kind: 'strategy', heading: 'Where we go' }] },
  ],
});
const edits = installTemplate(page, blank, { mode: 'sample', periods: 3 });
const after = applyEdits(blank, edits);
const view = viewSheet(after, 'Page')!;
const where = (edit: Edit) =>
  'rows' in edit && 'columns' in edit
    ? printRange({
        top: edit.row,
        left: edit.column,
        bottom: edit.row + edit.rows - 1,
        right: edit.column + edit.columns - 1,
      })
    : '';

test('it shows vision, values, goals with their owners, and KPIs with target and newest figure', () => {
  const rows = rowsOf(after, 'Page').map(row => row.slice(0, 6));
  expect(rows.slice(0, 9)).toEqual([
    ['On a page', null, null, null, null, null],
    ['Hang it up.', null, null, null, null, null],
    [null, null, null, null, null, null],
    ['Where we go', null, null, null, null, null],
    ['Vision', 'A cup for everybody', null, null, null, null],
    ['Values', 'Hot and honest', null, null, null, null],
    [null, null, null, null, null, null],
    ['Goal', 'Why it matters', 'Weight', 'Owner', 'Spend', 'Review by'],
    ['Sell more cups', 'Rent', 2, 'Ada', '', ''],
  ]);
  // Six goals, a blank row, then twenty KPIs.
  expect(rows.slice(9, 15)).toEqual([...Array(5).fill(['', '', '', '', '', '']), [null, null, null, null, null, null]]);
  expect(rows[15]).toEqual(['KPI', 'Goal', 'Business function', 'Target', 'Newest', 'Owner']);
  expect(rows[16]!.slice(0, 4)).toEqual(['Cups', 'Sell more cups', 'Sales', 120]);
  expect(rows[17]!.slice(0, 4)).toEqual(['Growth', 'Sell more cups', 'Sales', '']);
  expect(rows).toHaveLength(36);
});

test('its cells follow the Compass sheets', () => {
  expect(view.formula(4, 1)).toBe(`=IF('Compass Strategy'!$B$1="","",'Compass Strategy'!$B$1)`);
  // Goals begin in row 9 of Compass Strategy, KPIs in row 2 of Compass KPIs.
  expect(view.formula(8, 0)).toBe(`=IF(INDEX('Compass Strategy'!$A:$A,9)="","",INDEX('Compass Strategy'!$A:$A,9))`);
  expect(view.formula(13, 1)).toBe(`=IF(INDEX('Compass Strategy'!$B:$B,14)="","",INDEX('Compass Strategy'!$B:$B,14))`);
  expect(view.formula(16, 0)).toBe(`=IF(INDEX('Compass KPIs'!$A:$A,2)="","",INDEX('Compass KPIs'!$A:$A,2))`);
  expect(view.formula(35, 5)).toMatch(/INDEX\('Compass KPIs'!\$O:\$O,21\)\)$/);
  expect(view.formula(17, 4)).toMatch(/MATCH\(INDEX\('Compass KPIs'!\$A:\$A,3\),/);
});

test('it looks like a page: headers, wrapped reasons, dates, and each figure in its KPI’s format', () => {
  const looks = edits.flatMap(edit =>
    edit.kind === 'format' && edit.sheet === 'Page' ? [[where(edit), edit.format]] : [],
  );
  const HEAD = { bold: true, background: '#e8eef4', wrap: true };
  expect(looks.slice(3)).toEqual([
    ['A5:A6', { bold: true }],
    ['A8:F8', HEAD],
    ['A16:F16', HEAD],
    ['B9:B14', { wrap: true }],
    ['C9:C14', { align: 'left' }],
    ['F9:F14', { number: 'yyyy-mm-dd', align: 'left' }],
    ['D17:E36', { align: 'left' }],
    ['D17:E17', { number: '#,##0' }],
    ['D18:E18', { number: '0.0%' }],
  ]);
  const added = edits.find(edit => edit.kind === 'add sheet' && edit.sheet === 'Page');
  expect(added).toMatchObject({ widths: [30, 40, 18, 14, 14, 16] });
});

test.each([
  // The day after a month, a quarter, a week; how many of them a year has.
  ['month', 'EDATE(A13,1)', 12],
  ['quarter', 'EDATE(A13,3)', 4],
  ['week', 'A13+7', 52],
] as const)('a formula by %s counts to the next one, and in a year', (cadence, next, year) => {
  const [cart] = coffeeCart.sheets;
  const block = cart!.blocks[1] as { columns: object[] };
  const column = { id: 'days', header: 'Days', format: '0', formula: '([period:next] - [period]) * [year]' };
  const template = checkTemplate({
    ...JSON.parse(JSON.stringify(coffeeCart)),
    sheets: [
      { ...cart, blocks: [cart!.blocks[0], { ...block, columns: [...block.columns, column] }] },
      coffeeCart.sheets[1],
    ],
  });
  const made = applyEdits(blank, installTemplate(template, blank, { mode: 'sample', periods: 3, cadence }));
  expect(viewSheet(made, 'Cart')!.formula(12, 4)).toBe(`=(${next}-A13)*${year}`);
});
