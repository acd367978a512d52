import { parseFormula } from '../../src/cells/parseFormula';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { degrade, LEFT_OUT, NOT_SHOWN } from '../../src/workbook/edits/degrade';
import { joinWrites } from '../../src/workbook/edits/joinWrites';
import { preconditions } from '../../src/workbook/edits/preconditions';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { rowsOf, workbook } from './workbooks';

const book = workbook({
  Plan: [
    ['Month', 'Leads', 'Won'],
    ['Jan', 40, 8],
    ['Feb', 44, 9],
    ['Mar', 41, 7],
  ],
  Notes: [['see Plan']],
});
const formulas: Edit[] = ['Plan!C4', 'SUM(Plan!B2:B4)', 'Plan!B3'].map((text, row) => ({
  kind: 'write',
  sheet: 'Notes',
  row: row + 1,
  column: 0,
  cells: [[{ formula: parseFormula(text), value: row }]],
}));
const withFormulas = applyEdits(book, formulas);
const formulasOf = (after: typeof book) => [1, 2, 3].map(row => viewSheet(after, 'Notes')!.formula(row, 0));

describe('what is taken out of a workbook', () => {
  test('rows go, what was below moves up, and formulas follow or point nowhere', () => {
    const after = applyEdits(withFormulas, [{ kind: 'remove rows', sheet: 'plan', row: 2, count: 1 }]);
    expect(rowsOf(after, 'Plan').map(([month]) => month)).toEqual(['Month', 'Jan', 'Mar']);
    expect(formulasOf(after)).toEqual(['=Plan!C3', '=SUM(Plan!B2:B3)', '=Plan!#REF!']);
    expect(viewSheet(after, 'Notes')!.cell(3, 0)).toEqual({ error: '#REF!' });
  });

  test('columns go, and what was to the right moves left', () => {
    const after = applyEdits(withFormulas, [{ kind: 'remove columns', sheet: 'Plan', column: 1, count: 1 }]);
    expect(rowsOf(after, 'Plan')[1]).toEqual(['Jan', 8]);
    expect(formulasOf(after)).toEqual(['=Plan!B4', '=SUM(Plan!#REF!)', '=Plan!#REF!']);
  });

  test('a sheet goes only as it was expected', () => {
    const remove = (leads: number): Edit => ({
      kind: 'remove sheet',
      sheet: 'Plan',
      expected: [['Month'], ['Jan', leads]],
    });
    expect(() => applyEdits(book, [remove(41)])).toThrow("Plan B2 holds '40': the workbook has changed.");
    expect(applyEdits(withFormulas, [remove(40)]).sheets.map(({ name }) => name)).toEqual(['Notes']);
    expect(() => applyEdits(book, [{ kind: 'remove sheet', sheet: 'Plans' }])).toThrow("no sheet 'Plans'");
  });

  test('is asked of the workbook as it stands, wherever earlier edits have moved it', () => {
    const edits: Edit[] = [
      { kind: 'remove columns', sheet: 'Plan', column: 1, count: 1 },
      { kind: 'remove rows', sheet: 'Plan', row: 1, count: 1 },
      { kind: 'write', sheet: 'Plan', row: 1, column: 0, cells: [['Feb!', 9]], expected: [['Feb', 9]] },
      { kind: 'remove sheet', sheet: 'Notes', expected: [['see Plan']] },
    ];
    // Row 2 without column B, which is to go before.
    expect(preconditions(edits)).toEqual([
      { sheet: 'Plan', row: 2, column: 0, expected: [['Feb']] },
      { sheet: 'Plan', row: 2, column: 2, expected: [[9]] },
      { sheet: 'Notes', row: 0, column: 0, expected: [['see Plan']] },
    ]);
    expect(rowsOf(applyEdits(book, edits), 'Plan')).toEqual([
      ['Month', 'Won'],
      ['Feb!', 9],
      ['Mar', 7],
    ]);
  });
});

describe('edits that hold no cell’s content', () => {
  const note: Edit = { kind: 'note', sheet: 'Plan', row: 0, column: 1, text: 'from the CRM' };
  const chart: Edit = {
    kind: 'chart',
    sheet: 'Plan',
    row: 6,
    column: 0,
    rows: 15,
    columns: 6,
    type: 'line',
    title: 'Leads',
    categories: { sheet: 'Plan', top: 1, left: 0, bottom: 3, right: 0 },
    series: [{ name: 'Leads', values: { sheet: 'Plan', top: 1, left: 1, bottom: 3, right: 1 } }],
  };

  test('pass a preview, and need their sheet', () => {
    expect(applyEdits(book, [note, chart])).toEqual(book);
    expect(() => applyEdits(book, [{ ...note, sheet: 'Plans' }])).toThrow("no sheet 'Plans'");
  });

  test('come after the cells, in their own order', () => {
    const [write] = formulas;
    expect(joinWrites([note, write!, chart])).toEqual([write, note, chart]);
  });

  test('are left out where a host cannot do them, and that is said once', () => {
    const small: Edit = { kind: 'sparkline', sheet: 'Plan', row: 0, column: 5, values: chart.categories };
    const { edits, said } = degrade([note, small, small], 'web');
    expect(edits).toEqual([note]);
    expect(said).toEqual([LEFT_OUT.web.sparkline]);
    // The page keeps charts for the saved file, and says that it does not show them.
    expect(degrade([note, chart], 'web')).toEqual({ edits: [note, chart], said: [NOT_SHOWN.web.chart] });
    expect(degrade([note, chart], 'file')).toEqual({ edits: [note, chart], said: [] });
  });
});
