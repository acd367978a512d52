import fc from 'fast-check';
import { cellAt } from '../../../src/cells/address';
import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import type { Content, Edit } from '../../../src/workbook/edit';
import { applyEdits } from '../../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { handmade } from './handmade';

/** A sheet as Excel leaves it: a formula filled down, gaps between rows and cells, another sheet that reads it. */
const bytes = handmade({
  sheets: {
    Plan:
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" t="b"><v>1</v></c></row>' +
      '<row r="3" spans="1:3"><c r="B3"><f t="shared" ref="B3:B5" si="0">A3*2</f><v>4</v></c></row>' +
      '<row r="4"><c r="B4"><f t="shared" si="0"/><v>6</v></c></row><row r="5"><c r="B5"><f t="shared" si="0"/><v>8</v></c></row></sheetData>',
    Reader:
      '<sheetData><row r="1"><c r="A1"><f>SUM(Plan!A1:B5)</f><v>18</v></c><c r="B1"><f>A3+1</f><v>1</v></c></row></sheetData>',
  },
});

const [ROWS, COLUMNS] = [12, 5];
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('=1+1', '#N/A', '_x0041_', ' ', '\r\n', '<a b="c">&'),
  fc.record({
    formula: fc.tuple(fc.nat(ROWS), fc.nat(COLUMNS)).map(([row, column]) => ({ reference: cellAt(row, column) })),
    value: fc.oneof(fc.integer(), fc.constant('text'), fc.constant({ error: '#DIV/0!' as const }), fc.boolean()),
  }),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    sheet: fc.constantFrom('Plan', 'plan', 'Reader'),
    row: fc.nat(ROWS),
    column: fc.nat(COLUMNS),
    cells: fc.array(fc.tuple(content, content), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('insert rows' as const),
    sheet: fc.constant('Plan'),
    row: fc.nat(ROWS),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('format' as const),
    sheet: fc.constantFrom('Plan', 'Reader'),
    row: fc.nat(ROWS),
    column: fc.nat(COLUMNS),
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.constant(2),
    format: fc.constantFrom({ number: '0.0%' }, { number: '"Stück" 0' }, { number: '#,##0.00', bold: true }),
  }),
);

/** Each write made to expect what the edits before it leave. */
function expecting(snapshot: Snapshot, edits: Edit[]): Edit[] {
  let now = snapshot;
  return edits.map(each => {
    const view = each.kind === 'write' ? viewSheet(now, each.sheet)! : null;
    const full: Edit =
      each.kind === 'write'
        ? {
            ...each,
            expected: each.cells.map((line, r) => line.map((_, c) => view!.cell(each.row + r, each.column + c))),
          }
        : each;
    now = applyEdits(now, [full]);
    return full;
  });
}

/** Every cell with what is behind it; an empty text is as blank as no cell. */
function contents(snapshot: Snapshot, sheet: string) {
  const view = viewSheet(snapshot, sheet)!;
  const cell = (row: number, column: number) => [
    view.cell(row, column) ?? '',
    view.formula(row, column),
    view.format(row, column),
  ];
  return Array.from({ length: 40 }, (_, row) => Array.from({ length: 8 }, (_, column) => cell(row, column)));
}

test('a file holds after any edits what their plan says: values, formulas, number formats', async () => {
  const read = (file: Uint8Array) =>
    readSnapshot(file, { today: 42835, further: [{ sheet: 'Plan' }, { sheet: 'Reader' }] });
  const before = await read(bytes);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 5 }), async list => {
      const edits = expecting(before, list);
      const [planned, written] = [applyEdits(before, edits), await read(await applyToFile(bytes, edits))];
      for (const sheet of ['Plan', 'Reader']) expect(contents(written, sheet)).toEqual(contents(planned, sheet));
    }),
    { numRuns: 150 },
  );
});
