import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { emptyCompassSheets, READ_WHOLE, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import { firstFreeColumn, firstFreeRow, viewSheet } from '../../src/workbook/sheets/sheetView';
import { addKpiColumns } from '../../src/workbook/track/writeKpi';
import { workbook } from './workbooks';

// How the sheets of ours look when they are made. Who deletes one and tracks again finds the sheet that they know, and
// exports of two workbooks can be laid side by side: so a width or a format changes on purpose only, here and there.

const empty = workbook({});
const made = (sheet = STRATEGY) => emptyCompassSheets(empty, {}, [sheet]);
/** Dates need 12 characters, names of KPIs and goals 28, of people 16, notes 40. */
const WIDTHS = {
  'Compass Strategy':
    'Goal 28, Why it matters 64, Weight 9, Owner 16, Spend 12, Review by 12,  3, Business function 20, Function weight 16',
  'Compass KPIs':
    'KPI 28, Business function 18, Goal 28, Measure 16, Unit 10, Better 10, Target 10, Low 10, High 10, Floor 10, Weight 9, Combine 10, Out of 16, Worth 10, Owner 16, Experiment until 16, Source 36, Note 40',
  'Compass Data': 'Period 14',
  'Compass Targets': 'Period 14',
  'Compass Log':
    'Date 12, Kind 10, Period 12, KPI 28, Alert 28, Decision 10, Old 10, New 10, Note 40, Action 40, Owner 16, Due 12, Done 12, Score 9, Direction 10, Since 12, By 16',
  'Compass Templates': 'Template 20, Version 10, Sheet 24, Range 14, Fingerprint 16, Mapping 30, Installed 12',
};

test('columns are as wide as what they hold, and only those are made that every workbook needs', () => {
  const widths = READ_WHOLE.map(sheet => {
    const edits = made(sheet);
    const view = viewSheet(applyEdits(empty, edits), sheet.name)!;
    const { widths = [] } = edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit] : []))[0]!;
    expect(view.columns).toBe(widths.length);
    return [sheet.name, widths.map((width, at) => `${view.cell(sheet.headerRow, at) ?? ''} ${width}`).join(', ')];
  });
  expect(Object.fromEntries(widths)).toEqual(WIDTHS);
});

test('labels are bold, values to the left, hints in grey; headers are bold on their ground', () => {
  const looks = made().flatMap(edit =>
    edit.kind === 'format' && edit.format.number === undefined
      ? [[edit.row, edit.column, edit.rows, edit.columns, edit.format]]
      : [],
  );
  const header = { bold: true, background: '#e8eef4', wrap: true };
  expect(looks).toEqual([
    // Six labels in column A, what they say in B, and in C what may be there.
    [0, 0, 6, 1, { bold: true }],
    [0, 1, 6, 1, { align: 'left', wrap: true }],
    [0, 2, 6, 1, { italic: true, color: '#6b7280' }],
    // Goals in A to F; an empty column; functions in H and I.
    [7, 0, 1, 6, header],
    [7, 7, 1, 2, header],
  ]);
});

test('a column that comes later has the header and the dates of the others', () => {
  const shop = applyEdits(empty, emptyCompassSheets(empty));
  expect(addKpiColumns(shop, ['Paused since', 'Gaps'])).toEqual([
    // R is the last of the 18 columns; they come in the order of the sheet.
    { kind: 'write', sheet: 'Compass KPIs', row: 0, column: 18, cells: [['Gaps', 'Paused since']] },
    {
      kind: 'format',
      sheet: 'Compass KPIs',
      row: 0,
      column: 18,
      rows: 1,
      columns: 2,
      format: { bold: true, background: '#e8eef4', wrap: true },
    },
    {
      kind: 'format',
      sheet: 'Compass KPIs',
      row: 1,
      column: 19,
      rows: 200,
      columns: 1,
      format: { number: 'yyyy-mm-dd' },
    },
  ]);
});

test('what is free begins after the last cell that holds something, at A1 where none does', () => {
  const free = (rows: (string | number | null)[][]) => {
    const view = viewSheet(workbook({ S: rows }), 'S')!;
    return [firstFreeRow(view), firstFreeColumn(view)];
  };
  expect(free([[null, 'a', null], [], ['b'], [null], ['', ' ']])).toEqual([3, 2]);
  expect(free([['a']])).toEqual([1, 1]);
  expect(free([[null, ''], ['  ']])).toEqual([0, 0]);
  expect(free([])).toEqual([0, 0]);
});
