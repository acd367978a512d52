import { readXlsx, type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { openPackage, readPart } from '../../../src/hosts/file/package/package';
import { pageOf } from '../../../src/hosts/univer/looks/page';
import { rulesOf } from '../../../src/hosts/univer/looks/rules';
import { readDocument } from '../../../src/hosts/web/xlsx/read';
import { writeDocument } from '../../../src/hosts/web/xlsx/write';
import type { Edit } from '../../../src/workbook/edit';
import { headless } from '../../engine/headless';

type Sheet = WriteOptions['sheets'][number];

const bad = { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FDE8E8' } } };
const february: Sheet = {
  name: 'February',
  rows: [
    ['Day', 'Loaves'],
    [1, 40],
    [2, 90],
  ],
  cells: new Map([['0,1', { comment: { text: 'Loaves sold before noon.' } }]]),
  freezePane: { rows: 1, columns: 0 },
  conditionalRules: [
    { type: 'expression', formula: 'B2<$B$9', priority: 2, range: 'B2:B3 D2:D3', style: bad, stopIfTrue: true },
    { type: 'cellIs', operator: 'between', formula: ['10', '20'], priority: 1, range: 'B2:B3', style: bad },
  ],
  dataValidations: [
    { type: 'list', values: ['rye', 'wheat'], range: 'C2:C3', errorMessage: 'Rye or wheat.' },
    { type: 'list', formula1: '$F$2:$F$4', range: 'E2:E3' },
    { type: 'whole', operator: 'between', formula1: '0', formula2: '500', range: 'B2:B3', errorStyle: 'warning' },
    { type: 'custom', formula1: 'ISFORMULA(D2)', range: 'D2:D3', allowBlank: true },
    { type: 'date', operator: 'greaterThan', formula1: '45000', range: 'G2:G3' },
  ],
  pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printArea: '$A$1:$B$3' },
};

describe('what stands beside the cells of a file', () => {
  test('is in the grid: looks by their priority, input rules, notes, and how the sheet prints', async () => {
    const { data, notShown } = await readDocument(await writeXlsx({ sheets: [february] }), 'book');
    const { formats, validations, notes } = rulesOf(data.resources, 'sheet-1');
    expect(
      formats.map(({ rule, ranges, stopIfTrue }) => [rule.subType, rule.value, ranges.length, stopIfTrue]),
    ).toEqual([
      ['number', [10, 20], 1, false],
      ['formula', '=B2<$B$9', 2, true],
    ]);
    expect(formats[0]!.rule.style).toEqual({ bg: { rgb: '#fde8e8' } });
    expect(validations.map(({ type, formula1, errorStyle }) => [type, formula1, errorStyle])).toEqual([
      ['list', 'rye,wheat', 1],
      ['list', '=$F$2:$F$4', 1],
      ['whole', '0', 2],
      ['custom', '=ISFORMULA(D2)', 1],
      ['date', '45000', 1],
    ]);
    expect(notes).toMatchObject([{ row: 0, col: 1, note: 'Loaves sold before noon.' }]);
    expect(pageOf(data.sheets['sheet-1']!)).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect(notShown).toEqual([]);
  });

  test('is the same when the workbook is saved and opened again', async () => {
    const first = await readDocument(await writeXlsx({ sheets: [february] }), 'book');
    const second = await readDocument(await writeDocument(first), 'book');
    expect(rulesOf(second.data.resources, 'sheet-1')).toEqual(rulesOf(first.data.resources, 'sheet-1'));
    expect(second.data.sheets['sheet-1']).toEqual(first.data.sheets['sheet-1']);
  });

  test('is saved as edits made it', async () => {
    const area = { sheet: 'March', row: 1, column: 1, rows: 2, columns: 1 };
    const edits: Edit[] = [
      { kind: 'add sheet', sheet: 'March' },
      { kind: 'validation', ...area, allow: { number: {} }, message: 'A number.' },
      { kind: 'validation', ...area, column: 2, allow: { date: true }, message: 'A date.', warn: true },
      { kind: 'protect', ...area, column: 3, message: 'Calculated.' },
      { kind: 'note', sheet: 'March', row: 5, column: 5, text: 'Far out.' },
      { kind: 'page', sheet: 'March', landscape: true, headerRow: 0 },
    ];
    const data = headless().workbookFromEdits(edits, 'March');
    const [sheet] = (await readXlsx(await writeDocument({ data, spilled: {} }))).sheets;
    expect(sheet!.dataValidations).toMatchObject([
      { type: 'custom', formula1: 'ISNUMBER(B2)', errorStyle: 'stop', errorMessage: 'A number.' },
      { type: 'date', operator: 'greaterThanOrEqual', formula1: '1', errorStyle: 'warning' },
      { type: 'custom', formula1: '_xlfn.ISFORMULA(D2)', errorStyle: 'warning', errorMessage: 'Calculated.' },
    ]);
    expect(sheet!.cells?.get('5,5')?.comment?.text).toBe('Far out.');
    expect(sheet!.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet!.pageSetup?.printTitlesRow).toBe('$1:$1');
  });

  test('has the names by which a sheet prints in quotes where the sheet’s name needs them', async () => {
    const sheet = "Next year's plan";
    const area = { top: 0, left: 0, bottom: 3, right: 1 };
    const edits: Edit[] = [
      { kind: 'add sheet', sheet },
      { kind: 'page', sheet, landscape: true, area, headerRow: 1 },
    ];
    const data = headless().workbookFromEdits(edits, 'Plan');
    const pack = openPackage(await writeDocument({ data, spilled: {} }));
    const names = [...readPart(pack, 'xl/workbook.xml')!.matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)];
    // ECMA-376 part 1, 18.17.2.3: a name with a blank is in quotes, a quote in it is doubled.
    expect(names.map(([, name, cells]) => [name, cells!.replace(/&apos;/g, "'")])).toEqual([
      ['_xlnm.Print_Area', "'Next year''s plan'!$A$1:$B$4"],
      ['_xlnm.Print_Titles', "'Next year''s plan'!$2:$2"],
    ]);
  });
});
