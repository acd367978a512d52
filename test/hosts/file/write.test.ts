import { cellAt, fixed } from '../../../src/cells/address';
import { applyEdits } from '../../../src/hosts/file/applyEdits';
import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import type { Content, Edit } from '../../../src/workbook/edit';
import { emptyCompassSheets } from '../../../src/workbook/sheets/compassSheets';
import { bakeryLookalike, bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';
import { changedParts, type Handmade, handmade, partsOf, zipped } from './handmade';

const today = 42835;
const write = (sheet: string, row: number, column: number, ...cells: Content[][]): Edit => ({
  kind: 'write',
  sheet,
  row,
  column,
  cells,
});
const blockOf = async (bytes: Uint8Array, sheet: string) =>
  (await readSnapshot(bytes, { today, further: [{ sheet }] })).sheets.find(block => block.name === sheet)!;
const data = (...lines: string[]) => `<sheetData>${lines.join('')}</sheetData>`;
const sheetXml = (bytes: Uint8Array, number = 1) => partsOf(bytes)[`xl/worksheets/sheet${number}.xml`]!;

describe('Compass sheets added to the bakery', () => {
  const add = async () => {
    const before = await bakeryLookalikeXlsx();
    return { before, after: await applyToFile(before, emptyCompassSheets(bakeryLookalike(), { cadence: 'week' })) };
  };

  test('leave every part of the workbook as it was, byte for byte, but for its lists and its styles', async () => {
    const { before, after } = await add();
    expect(changedParts(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      ...[3, 4, 5, 6].map(number => `xl/worksheets/sheet${number}.xml`),
    ]);
  });

  test("stand behind the bakery's own, and hold what was written", async () => {
    const { after } = await add();
    const { sheets } = await readSnapshot(after, { today });
    expect(sheets.map(({ name }) => name)).toEqual([
      'Weekly',
      'Till',
      'Compass Strategy',
      'Compass KPIs',
      'Compass Data',
      'Compass Log',
    ]);
    expect(sheets[2]!.values[4]!.slice(0, 2)).toEqual(['Review every', 'week']);
    expect(sheets[4]!.values[0]).toEqual(['Period']);
    expect(sheets[2]!.formats![5]![1]).toBe('yyyy-mm-dd');
  });

  test('keep the numbers of the styles that were there', async () => {
    const { before, after } = await add();
    const formats = (bytes: Uint8Array) =>
      /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(partsOf(bytes)['xl/styles.xml']!)![1]!;
    expect(formats(after).startsWith(formats(before))).toBe(true);
    expect((await blockOf(after, 'Weekly')).formats).toEqual((await blockOf(before, 'Weekly')).formats);
  });

  test('are not added twice', async () => {
    const { after } = await add();
    const again: Edit = { kind: 'add sheet', sheet: 'compass data' };
    await expect(applyToFile(after, [again])).rejects.toThrow(/has a sheet 'compass data' already/);
  });
});

describe('what is written into a cell', () => {
  const written = async (content: Content) => {
    const after = await applyToFile(handmade({ sheets: { A: data() } }), [write('A', 0, 0, [content])]);
    const { values, formulas } = await blockOf(after, 'A');
    return { value: values[0]![0], formula: formulas![0]![0], xml: sheetXml(after) };
  };

  test.each<[string, string]>([
    ['text that begins with an equals sign', '=1+1'],
    ['markup', '<b>"Fish & chips"</b>'],
    ['spaces at its ends and a line break', '  two\n lines '],
    ['characters that XML cannot hold', 'bell \u0007 and return \r'],
    ['what looks like their escape', '_x0007_'],
    ['letters beyond the first plane', 'Brötchen 🥐'],
  ])('%s stays the text it is', async (_, text) => {
    expect(await written(text)).toMatchObject({ value: text, formula: null });
  });

  test('text that begins with an equals sign stays text when its owner enters it again', async () => {
    const after = await applyToFile(handmade({ sheets: { A: data() } }), [write('A', 0, 0, ['=1+1'])]);
    expect(partsOf(after)['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  test('numbers, truth and blanks are themselves', async () => {
    expect((await written(0.1)).value).toBe(0.1);
    expect((await written(1e-7)).value).toBe(1e-7);
    expect((await written(true)).value).toBe(true);
    expect((await written(null)).xml).toContain('<c r="A1"/>');
  });

  test('a formula is stored with its result, so that nothing has to be calculated', async () => {
    const source = { reference: fixed(cellAt(3, 1, 'Weekly')) };
    const guarded = {
      call: 'IF',
      arguments: [{ operator: '=' as const, left: source, right: { text: '' } }, { text: '' }, source],
    };
    expect(await written({ formula: guarded, value: 642 })).toMatchObject({
      value: 642,
      formula: '=IF(Weekly!$B$4="","",Weekly!$B$4)',
    });
    expect(await written({ formula: guarded, value: '' })).toMatchObject({ value: '' });
    expect(await written({ formula: guarded, value: { error: '#N/A' } })).toMatchObject({ value: { error: '#N/A' } });
  });

  test('a formula of unknown result asks the spreadsheet to calculate when it opens the file', async () => {
    const unknown = { formula: { call: 'CHURN_RATE', arguments: [{ number: 5 }, { number: 100 }] } };
    const calculating = async (rest: Partial<Handmade>, content: Content) =>
      partsOf(await applyToFile(handmade({ sheets: { A: data() }, ...rest }), [write('A', 0, 0, [content])]))[
        'xl/workbook.xml'
      ];
    expect(await calculating({}, unknown)).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
    expect(await calculating({ afterSheets: '<definedNames/><calcPr calcId="191029"/>' }, unknown)).toContain(
      '<definedNames/><calcPr calcId="191029" fullCalcOnLoad="1"/>',
    );
    expect(await calculating({}, { ...unknown, value: 0.05 })).not.toContain('fullCalcOnLoad');
  });

  test('a formula that stood there and speaks of what is changed has the spreadsheet calculate as well', async () => {
    const reading = data('<row r="1"><c r="A1"><f>SUM(Ours!A1:A9)</f><v>0</v></c></row>');
    const calculating = async (changed: string) =>
      partsOf(
        await applyToFile(handmade({ sheets: { Page: reading, Ours: data(), Theirs: data() } }), [
          write(changed, 0, 0, [7]),
        ]),
      )['xl/workbook.xml'];
    expect(await calculating('Ours')).toContain('fullCalcOnLoad="1"');
    expect(await calculating('Theirs')).not.toContain('fullCalcOnLoad');
  });

  test("our functions are stored as Excel stores an add-in's", async () => {
    const call = { formula: { call: 'CHURN_RATE', arguments: [{ number: 5 }, { number: 100 }] }, value: 0.05 };
    expect((await written(call)).xml).toContain('<f>_xldudf_COMPASS_CHURN_RATE(5,100)</f><v>0.05</v>');
  });

  test('a text longer than a cell can hold is refused', async () => {
    await expect(written('x'.repeat(32_768))).rejects.toThrow(/longer than a cell can hold/);
  });

  test('a day in a workbook that counts from 1904 is the same day there', async () => {
    const bytes = handmade({ sheets: { A: data() }, beforeSheets: '<workbookPr date1904="true"/>' });
    const after = await applyToFile(bytes, [
      write('A', 0, 0, [42695, 42695]),
      { kind: 'format', sheet: 'A', row: 0, column: 0, rows: 1, columns: 1, format: { number: 'yyyy-mm-dd' } },
    ]);
    // 42695 − 1462.
    expect(sheetXml(after)).toContain('<v>41233</v>');
    expect((await blockOf(after, 'A')).values[0]).toEqual([42695, 42695]);
  });
});

describe('a sheet that is there already', () => {
  const rows = data(
    '<row r="2" spans="1:3" ht="30" customHeight="1"><c r="B2" s="1"><v>42695</v></c><c r="C2" t="s"><v>0</v></c></row>',
    '<row r="4" s="1" customFormat="1"><c r="A4"><v>7</v></c><extLst/></row>',
  );
  const around = {
    A: `<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="B2:C4"/><cols><col min="4" max="5" width="9" style="2"/></cols>${rows}<pageMargins left="1"/>`,
  };

  test('takes new cells in order, and keeps all else of its text', async () => {
    const after = await applyToFile(handmade({ sheets: around }), [
      write('A', 1, 0, ['new']),
      write('A', 2, 1, [5]),
      write('A', 3, 1, [6]),
    ]);
    const xml = sheetXml(after);
    expect(xml).toContain('<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><cols>');
    expect(xml).toContain(
      '<row r="2" ht="30" customHeight="1"><c r="A2" t="inlineStr"><is><t>new</t></is></c><c r="B2" s="1"><v>42695</v></c><c r="C2" t="s"><v>0</v></c></row><row r="3"><c r="B3"><v>5</v></c></row>',
    );
    expect(xml).toContain(
      '<row r="4" s="1" customFormat="1"><c r="A4"><v>7</v></c><c r="B4" s="1"><v>6</v></c><extLst/></row></sheetData><pageMargins left="1"/>',
    );
  });

  test('gives a new cell the style of its row or column', async () => {
    const after = await applyToFile(handmade({ sheets: around }), [write('A', 1, 4, [0.5]), write('A', 3, 4, [42695])]);
    expect(sheetXml(after)).toContain('<c r="E2" s="2"><v>0.5</v></c>');
    expect(sheetXml(after)).toContain('<c r="E4" s="1"><v>42695</v></c>');
  });

  test("keeps a cell's look when only its content or one part of its look changes", async () => {
    const expected = [[42695]];
    const edits: Edit[] = [
      { kind: 'write', sheet: 'A', row: 1, column: 1, cells: [[42696]], expected },
      {
        kind: 'format',
        sheet: 'A',
        row: 1,
        column: 1,
        rows: 1,
        columns: 1,
        format: { bold: true, color: '#aa0000', align: 'right' },
      },
    ];
    const after = await applyToFile(handmade({ sheets: around }), edits);
    const block = await blockOf(after, 'A');
    expect([block.values[1]![1], block.formats![1]![1]]).toEqual([42696, 'yyyy\\-mm\\-dd']);
    expect(partsOf(after)['xl/styles.xml']).toContain(
      '<font><b/><sz val="11"/><color rgb="FFAA0000"/><name val="Calibri"/></font>',
    );
  });

  test('is written to whatever prefix its program gave to names', async () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = handmade({ sheets: { A: '' }, parts: { 'xl/worksheets/sheet1.xml': prefixed } });
    const after = await applyToFile(bytes, [write('A', 0, 1, ['two'])]);
    expect((await blockOf(after, 'A')).values).toEqual([[1, 'two']]);
    expect(sheetXml(after)).toContain('<x:c r="B1" t="inlineStr"><x:is>');
  });

  test('whose rows and cells carry no numbers is counted through', async () => {
    const bytes = handmade({
      sheets: { A: data('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>') },
    });
    const after = await applyToFile(bytes, [write('A', 1, 1, [4])]);
    expect((await blockOf(after, 'A')).values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('that another program wrote without a style sheet gets one', async () => {
    const after = await applyToFile(handmade({ sheets: { A: data() }, styles: null }), [
      write('A', 0, 0, [0.5]),
      { kind: 'format', sheet: 'A', row: 0, column: 0, rows: 1, columns: 1, format: { number: '0.0%' } },
    ]);
    expect((await blockOf(after, 'A')).formats).toEqual([['0.0%']]);
    expect(partsOf(after)['[Content_Types].xml']).toContain('PartName="/xl/styles.xml"');
  });
});

describe('nothing is written', () => {
  const bytes = handmade({ sheets: { A: data('<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f></c></row>') } });

  test('over a cell that holds something else than expected', async () => {
    await expect(applyToFile(bytes, [write('A', 5, 5, ['fine']), write('A', 0, 0, ['mine'])])).rejects.toThrow(
      "A A1 holds '5': the workbook has changed.",
    );
  });

  test('over a formula whose result nobody has calculated', async () => {
    await expect(applyToFile(bytes, [write('A', 0, 1, ['mine'])])).rejects.toThrow(/formula without a saved result/);
  });

  test('on a sheet that is not there', async () => {
    await expect(applyToFile(bytes, [write('B', 0, 0, ['mine'])])).rejects.toThrow(/no sheet 'B'/);
  });

  test.each<[string, RegExp, Partial<Handmade>]>([
    [
      'into a signed workbook',
      /signed \(_xmlsignatures\/sig1\.xml\)/,
      { parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } },
    ],
    [
      'into a workbook whose structure is protected',
      /structure of the workbook is protected \(xl\/workbook\.xml\)/,
      { beforeSheets: '<workbookProtection lockStructure="1"/>' },
    ],
    [
      'into a protected sheet',
      /'A' is protected \(xl\/worksheets\/sheet1\.xml\)/,
      { sheets: { A: `${data()}<sheetProtection sheet="1"/>` } },
    ],
    [
      'over one cell of a formula that fills several',
      /fills several cells/,
      { sheets: { A: data('<row r="6"><c r="A6"><f t="array" ref="A6:A7">B6:B7</f><v></v></c></row>') } },
    ],
    [
      'into the strict variant of the format',
      /Strict Open XML.*xl\/workbook\.xml/,
      {
        parts: {
          'xl/workbook.xml':
            '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        },
      },
    ],
  ])('%s', async (_, message, rest) => {
    const file = handmade({ sheets: { A: data() }, ...rest });
    await expect(applyToFile(file, [write('A', 5, 0, ['mine'])])).rejects.toThrow(message);
  });
});

test('input rules are stored as Excel stores them, a warning as a rule that a formula keeps', async () => {
  const bytes = handmade({ sheets: { A: data() } });
  const place = { sheet: 'A', row: 1, column: 1, rows: 3, columns: 1 };
  const rules: Edit[] = [
    { kind: 'validation', ...place, allow: { list: ['Yes', 'No "way"'] }, message: 'Choose.' },
    { kind: 'validation', ...place, column: 2, allow: { date: true }, message: 'A date.' },
    { kind: 'validation', ...place, column: 3, allow: { number: {} }, message: 'A number.' },
    { kind: 'validation', ...place, column: 4, allow: { number: { to: 5 } }, message: 'Up to 5.', warn: true },
    { kind: 'protect', ...place, column: 5, message: 'Calculated.' },
  ];
  const xml = sheetXml(await applyToFile(bytes, rules));
  const found = [...xml.matchAll(/<dataValidation ([^>]*?) allowBlank[^>]*sqref="([^"]*)">(.*?)<\/dataValidation>/g)];
  // ECMA-376 part 1, 18.3.1.32; Excel stores ISFORMULA, which came in 2013, with a prefix.
  expect(found.map(([, type, cells, formulas]) => [type, cells, formulas!.replace(/<\/?formula\d>/g, '')])).toEqual([
    ['type="list"', 'B2:B4', '"Yes,No ""way"""'],
    ['type="date" operator="greaterThanOrEqual"', 'C2:C4', '1'],
    ['type="custom"', 'D2:D4', 'ISNUMBER(D2)'],
    ['type="decimal" operator="lessThanOrEqual" errorStyle="warning"', 'E2:E4', '5'],
    ['type="custom" errorStyle="warning"', 'F2:F4', '_xlfn.ISFORMULA(F2)'],
  ]);
});

test('a file that cannot be changed comes back as it is, and says why', async () => {
  const bytes = handmade({ sheets: { A: data('<row r="1"><c r="A1"><v>5</v></c></row>') } });
  const refused = await applyEdits(bytes, [write('A', 5, 5, ['fine']), write('A', 0, 0, ['mine'])]);
  expect(refused.bytes).toBe(bytes);
  expect(refused.outcome).toEqual({
    written: 'none',
    what: '',
    why: "A A1 holds '5': the workbook has changed.",
    where: [],
  });
  const changed = await applyEdits(bytes, [write('A', 5, 5, ['fine'])]);
  expect(changed.outcome).toEqual({ written: 'all' });
  expect((await blockOf(changed.bytes, 'A')).values[5]![5]).toBe('fine');
});

test.each(['hidden', 'veryHidden'])('a sheet stays where only one that is %s would be left', async state => {
  const shown = handmade({ sheets: { A: data(), B: data() } });
  const parts = partsOf(shown);
  const file = zipped({
    ...parts,
    'xl/workbook.xml': parts['xl/workbook.xml']!.replace('name="B"', `name="B" state="${state}"`),
  });
  const remove: Edit[] = [{ kind: 'remove sheet', sheet: 'A' }];
  await expect(applyToFile(file, remove)).rejects.toThrow('All remaining sheets are hidden. Unhide one of them first.');
  expect(Object.keys(partsOf(await applyToFile(shown, remove)))).not.toContain('xl/worksheets/sheet1.xml');
});
