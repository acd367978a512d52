import { readFileSync } from 'node:fs';
import { readSnapshot } from '../../src/hosts/file/read';
import { applyToFile } from '../../src/hosts/file/write';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { Edit } from '../../src/workbook/edit';
import { placesOf } from '../../src/workbook/sources/edges';
import { track } from '../../src/workbook/track/track';
import { placesToTrack, type TrackRequest } from '../../src/workbook/track/trackRequest';
import { compass, folder } from '../cli/compass';
import { handmade, partsOf } from '../hosts/file/handmade';

jest.setTimeout(120_000);

const files = folder();
afterAll(files.remove);

/** A cell as its file has it before, and as it is once the product is gone; one text where these are the same. */
type CellText = [at: string, before: string, after?: string];

const numeric = (at: string, formula: string, value: number): CellText => [
  at,
  `<c r="${at}"><f>${formula}</f><v>${value}</v></c>`,
  `<c r="${at}"><v>${value}</v></c>`,
];
const same = (at: string, inner: string, attributes = ''): CellText => [at, `<c r="${at}"${attributes}>${inner}</c>`];

/**
 * An owner's sheet with our functions in every form that a file has for them, and functions of others. The results are what
 * a spreadsheet has saved with them: 5 of 100 is 0.05, and so on.
 */
const ROWS: CellText[][] = [
  [same('A1', '<is><t>Week</t></is>', ' t="inlineStr"'), same('B1', '<is><t>Tickets</t></is>', ' t="inlineStr"')],
  [
    same('A2', '<v>42681</v>', ' s="1"'),
    same('B2', '<v>560</v>'),
    same('C2', '<f>B2*2</f><v>1120</v>'),
    numeric('D2', '_xldudf_COMPASS_CHURN_RATE(5,100)', 0.05),
    [
      'E2',
      '<c r="E2" cm="1"><f t="array" ref="E2:E4">_xldudf_COMPASS_CHURN_RATE(B2:B4,C2:C4)</f><v>0.5</v></c>',
      '<c r="E2"><v>0.5</v></c>',
    ],
    [
      'F2',
      '<c r="F2" s="1"><f t="shared" ref="F2:F4" si="0">_xldudf_COMPASS_CHURN_RATE(B2,1000)</f><v>0.56</v></c>',
      '<c r="F2" s="1"><v>0.56</v></c>',
    ],
  ],
  [
    same('A3', '<v>42688</v>', ' s="1"'),
    same('B3', '<v>559</v>'),
    same('C3', '<f>B3*2</f><v>1118</v>'),
    numeric('D3', 'ROUND(COMPASS.CHURN_RATE(5,100),1)', 0.1),
    same('E3', '<v>0.5</v>'),
    ['F3', '<c r="F3"><f t="shared" si="0"/><v>0.559</v></c>', '<c r="F3"><v>0.559</v></c>'],
  ],
  [
    same('A4', '<v>42695</v>', ' s="1"'),
    same('B4', '<v>561</v>'),
    same('C4', '<f>B4*2</f><v>1122</v>'),
    numeric('D4', 'IFERROR(__xludf.DUMMYFUNCTION("NPS(B2:B4)"),12.5)', 12.5),
    ['E4', '<c r="E4" t="str"><v></v></c>', '<c r="E4"/>'],
    ['F4', '<c r="F4"><f t="shared" si="0"/><v>0.561</v></c>', '<c r="F4"><v>0.561</v></c>'],
  ],
  [
    same('A5', '<v>42702</v>', ' s="1"'),
    same('B5', '<v>402</v>'),
    numeric('D5', 'CHURN_RATE(5,100)', 0.05),
    [
      'E5',
      '<c r="E5" t="str"><f>_xldudf_COMPASS_DRIFT_SIGNAL(B2:B9)</f><v>a &amp; b _x000D_</v></c>',
      '<c r="E5" t="inlineStr"><is><t xml:space="preserve">a &amp; b _x000D_</t></is></c>',
    ],
    ['F5', '<c r="F5" t="e"><f>COMPASS.CHURN_RATE(1,0)</f><v>#DIV/0!</v></c>', '<c r="F5" t="e"><v>#DIV/0!</v></c>'],
  ],
  [
    same('A6', '<v>42709</v>', ' s="1"'),
    same('B6', '<v>405</v>'),
    // An Excel without the add-in has tried: there is no result to keep.
    same('D6', '<f>_xldudf_COMPASS_CHURN_RATE(5,100)</f><v>#NAME?</v>', ' t="e"'),
    same('E6', '<f>_xldudf_CONTOSO_CHURN_RATE(5,100)</f><v>7</v>'),
    same('F6', '<f>CONTOSO.CHURN_RATE(5,100)</f><v>8</v>'),
    same('G6', '<is><t>=CHURN_RATE(5,100)</t></is>', ' t="inlineStr"'),
    same('H6', '<f>IFERROR(__xludf.DUMMYFUNCTION("GOOGLEFINANCE(""GOOG"")"),9)</f><v>9</v>'),
    same('I6', '<f>NET(5)</f><v>10</v>'),
  ],
  [same('A7', '<v>42716</v>', ' s="1"'), same('B7', '<v>401</v>')],
  [same('A8', '<v>42723</v>', ' s="1"'), same('B8', '<v>399</v>')],
  [same('A9', '<v>42730</v>', ' s="1"'), same('B9', '<v>310</v>')],
];

/** What an owner types later: cells that read our sheets, by the result that is known when they do. */
const TYPED: { at: string; edit: Edit; after: string }[] = [
  {
    at: 'J2',
    edit: {
      kind: 'write',
      sheet: 'Weekly',
      row: 1,
      column: 9,
      cells: [
        [{ formula: { reference: { sheet: 'Compass Data', top: 1, left: 1, bottom: 1, right: 1 } }, value: 560 }],
      ],
    },
    after: '<c r="J2"><v>560</v></c>',
  },
];

const LOOKS =
  '<mergeCells count="1"><mergeCell ref="K1:L1"/></mergeCells><conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>400</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="whole" sqref="B2:B9"><formula1>0</formula1><formula2>2000</formula2></dataValidation></dataValidations><pageSetup orientation="portrait"/>';

function weekly(isAfter: boolean): string {
  const rows = ROWS.map((cells, index) => {
    const texts = cells.map(([, before, after]) => (isAfter ? (after ?? before) : before));
    const typed = isAfter ? TYPED.filter(({ at }) => at.endsWith(String(index + 1))).map(({ after }) => after) : [];
    return `<row r="${index + 1}">${[...texts, ...typed].join('')}</row>`;
  });
  return `<cols><col min="1" max="1" width="17.5" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>${LOOKS}`;
}

const NOTES = '<sheetData><row r="1"><c r="A1"><f>SUM(Rates)</f><v>0.15</v></c></row></sheetData>';
const NAMES =
  '<definedNames><definedName name="NET">LAMBDA(x,x*2)</definedName><definedName name="Rates">Weekly!$D$2:$D$3</definedName></definedNames>';
const book = (isAfter: boolean) => handmade({ sheets: { Weekly: weekly(isAfter), Notes: NOTES }, afterSheets: NAMES });

const REQUEST: TrackRequest = {
  kpi: 'Tickets',
  values: { sheet: 'Weekly', range: 'B2:B9' },
  periods: { sheet: 'Weekly', range: 'A2:A9' },
  target: 420,
};
const about = { today: 42835, locale: 'en-GB' };

async function step(bytes: Uint8Array, plan: (now: Awaited<ReturnType<typeof readSnapshot>>) => Edit[], further = {}) {
  return applyToFile(bytes, plan(await readSnapshot(bytes, { ...about, ...further })));
}

const withTrack = (bytes: Uint8Array) =>
  step(bytes, now => track(now, REQUEST), { further: placesOf(placesToTrack(REQUEST)) });
/** A row of the log, as a person types it; serial 42723 is 19 December 2016. */
const DECISION = [
  42723,
  'decision',
  null,
  'Tickets',
  'Tickets level 2016-11-28',
  'watch',
  null,
  null,
  'Ask the guests',
];
const decided = (bytes: Uint8Array) =>
  step(bytes, () => [{ kind: 'write', sheet: 'Compass Log', row: 1, column: 0, cells: [DECISION] }]);
const withTemplate =
  (id: string, mode: 'sample' | 'empty', mapping = {}) =>
  (bytes: Uint8Array) =>
    step(bytes, now => installTemplate(templates.find(each => each.id === id)!, now, { mode, mapping }), {
      further: placesOf(placesToTrack(REQUEST)),
    });
const typed = (bytes: Uint8Array) => step(bytes, () => TYPED.map(({ edit }) => edit));

const bakery = templates.find(({ id }) => id === 'bakery')!;
const input = bakery.sheets.flatMap(({ blocks }) =>
  blocks.flatMap(block => (block.kind === 'periods' ? block.columns.filter(({ sample }) => sample) : [])),
)[0]!.id;
const mapped = { [input]: { values: REQUEST.values, periods: REQUEST.periods } };

const LIVES: Record<string, ((bytes: Uint8Array) => Promise<Uint8Array>)[]> = {
  'a KPI and a decision': [withTrack, typed, decided],
  'a template with its sample': [withTemplate('bakery', 'sample'), typed],
  'an empty template': [withTemplate('four-functions', 'empty'), typed],
  'a template fed by cells': [withTrack, withTemplate('bakery', 'empty', mapped), typed],
  'two templates and a KPI': [
    withTrack,
    withTemplate('strategy-on-a-page', 'sample'),
    withTemplate('multi-site', 'empty'),
    typed,
  ],
  'a template twice': [
    withTrack,
    withTemplate('cash-13-weeks', 'sample'),
    withTemplate('cash-13-weeks', 'empty'),
    typed,
  ],
};

/** Parts to which every writing adds, and from which the file's own layer takes what is no longer used. */
const SHARED = new Set(['[Content_Types].xml', 'xl/styles.xml']);

describe.each(Object.entries(LIVES))('removing all from a file with %s', (name, life) => {
  test('gives back what the owner had, every part that was not written to byte for byte', async () => {
    let bytes = book(false);
    for (const each of life) bytes = await each(bytes);
    const path = files.path(`${name}.xlsx`, bytes);
    const out = files.path(`${name} out.xlsx`);
    const { code, err, out: said } = await compass(['remove', '--all', path, '-o', out], { width: 4000 });
    expect([code, err]).toEqual([0, '']);
    expect(said).toMatch(
      /Weekly D6: =_xldudf_COMPASS_CHURN_RATE\(5,100\) shows no result to keep, so its formula is left\./,
    );
    expect(said).toMatch(/Formulas replaced by their values: .*Weekly J2/);
    const [expected, after] = [partsOf(book(true)), partsOf(new Uint8Array(readFileSync(out)))];
    // Anyone who wrote a formula with results elsewhere asked for a calculation; that request is not the removal's.
    after['xl/workbook.xml'] = after['xl/workbook.xml']!.replace('<calcPr fullCalcOnLoad="1"/>', '');
    for (const part of Object.keys(expected).filter(part => !SHARED.has(part)))
      expect([part, after[part]]).toEqual([part, expected[part]]);
    expect(Object.keys(after).sort()).toEqual(Object.keys(expected).sort());
  });
});

describe('what an owner can keep', () => {
  const path = files.path('kept.xlsx');
  const remove = (...options: string[]) =>
    compass(['remove', '--all', path, ...options, '-o', files.path('kept out.xlsx')], { width: 4000 });
  const read = async () => {
    const bytes = new Uint8Array(readFileSync(files.path('kept out.xlsx')));
    const { sheets } = await readSnapshot(bytes, about);
    const further = sheets.map(({ name }) => ({ sheet: name }));
    return readSnapshot(bytes, { ...about, further });
  };
  beforeAll(async () => {
    const steps = [withTrack, typed, decided, withTemplate('four-functions', 'empty')];
    let bytes = book(false);
    for (const each of steps) bytes = await each(bytes);
    files.path('kept.xlsx', bytes);
  });

  test('is the log, as a plain sheet without formulas and without what only the product reads', async () => {
    const { code, out } = await remove('--keep-log');
    expect([code, out]).toEqual([0, expect.stringContaining("kept on a plain sheet, 'Decisions'")]);
    const { sheets } = await read();
    expect(sheets.map(({ name }) => name)).toEqual(['Weekly', 'Notes', 'Decisions']);
    expect(sheets[2]!.values).toEqual([
      ['Date', 'Kind', 'KPI', 'Decision', 'Note'],
      [42723, 'decision', 'Tickets', 'watch', 'Ask the guests'],
    ]);
    expect(sheets[2]!.formats![1]![0]).toBe('yyyy-mm-dd');
    expect(sheets[2]!.formulas!.flat().filter(formula => formula !== null)).toEqual([]);
  });

  test('is the figures, by the name of their sheet', async () => {
    expect((await remove('--keep', 'compass data')).code).toBe(0);
    const { sheets } = await read();
    expect(sheets.map(({ name }) => name)).toEqual(['Weekly', 'Notes', 'Figures']);
    expect(sheets[2]!.values.map(line => line.slice(0, 2))).toContainEqual([42681, 560]);
  });

  test('is the formulas that call our functions; those that refer to our sheets become values all the same', async () => {
    const { code, out } = await remove('--keep-formulas');
    expect([code, out]).toEqual([0, expect.stringMatching(/Formulas kept that call our functions: Weekly D2: /)]);
    const { sheets } = await read();
    expect(sheets[0]!.formulas![1]!.slice(3)).toEqual([
      '=_xldudf_COMPASS_CHURN_RATE(5,100)',
      '=_xldudf_COMPASS_CHURN_RATE(B2:B4,C2:C4)',
      '=_xldudf_COMPASS_CHURN_RATE(B2,1000)',
      null,
      null,
      null,
      null,
    ]);
  });

  test('is a template’s sheet as long as somebody has typed into it, unless anyway', async () => {
    const bytes = new Uint8Array(readFileSync(path));
    const before = await readSnapshot(bytes, { ...about, further: [{ sheet: 'Four functions' }] });
    const { values } = before.sheets.filter(({ name }) => name === 'Four functions').pop()!;
    const header = values.findIndex(line => line.includes('Leads'));
    const column = values[header]!.indexOf('Leads');
    const edit: Edit = { kind: 'write', sheet: 'Four functions', row: header + 1, column, cells: [[77]] };
    files.path('kept.xlsx', await applyToFile(bytes, [edit]));
    const { out } = await remove();
    expect(out).toMatch(
      /Four functions is kept because somebody typed into it\. Four functions, Leads: 1 figure typed since/,
    );
    const kept = await read();
    expect(kept.sheets.map(({ name }) => name)).toEqual(['Weekly', 'Notes', 'Four functions']);
    expect(kept.sheets[2]!.values[header + 1]![column]).toBe(77);
    expect(JSON.stringify(kept.sheets)).not.toMatch(/Compass|#REF!/);
    await remove('--anyway');
    expect((await read()).sheets.map(({ name }) => name)).toEqual(['Weekly', 'Notes']);
  });

  test('is named where it is not there to be kept', async () => {
    const { code, err } = await remove('--keep', 'Weekly');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/made no sheet 'Weekly' that could be kept; choose from .*Compass Log/),
    ]);
  });
});

describe('removing all', () => {
  test('from a workbook without anything of ours says so, and writes nothing', async () => {
    const path = files.path('none.xlsx', handmade({ sheets: { Notes: NOTES } }));
    const { code, out } = await compass(['remove', '--all', path, '-o', files.path('never.xlsx')], { width: 400 });
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('this workbook has nothing of Strategic Compass. Nothing was written.'),
    ]);
    expect(() => readFileSync(files.path('never.xlsx'))).toThrow('ENOENT');
  });

  test('is previewed sheet by sheet and cell by cell', async () => {
    const path = files.path('dry.xlsx', await typed(await withTrack(book(false))));
    const { code, out } = await compass(['remove', '--all', path, '--dry-run'], { width: 400 });
    expect(code).toBe(0);
    for (const line of [
      "sheet 'Compass KPIs' ",
      'values Weekly!D2',
      'values Weekly!J2: 560',
      'Weekly D6: =_xldudf_COMPASS_CHURN_RATE(5,100) shows no result',
    ])
      expect(out).toContain(line);
  });
});
