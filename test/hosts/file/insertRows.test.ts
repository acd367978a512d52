import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import type { Edit } from '../../../src/workbook/edit';
import { changedParts, type Handmade, handmade, partsOf } from './handmade';

const insert = (row: number, count: number): Edit => ({ kind: 'insert rows', sheet: 'Compass Data', row, count });
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const dataSheet =
  '<sheetData>' +
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Period</t></is></c></row>' +
  '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>SUM(A2:A4)</f><v>6</v></c></row>' +
  '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">$A3*2</f><v>4</v></c></row>' +
  '<row r="4"><c r="A4"><v>3</v></c><c r="B4"><f t="shared" si="0"/><v>6</v></c></row>' +
  '</sheetData><mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>' +
  '<conditionalFormatting sqref="A2:A4 B3"><cfRule type="expression" priority="1"><formula>$A3&gt;1</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="A3"><formula1>$A$3:$A$4</formula1></dataValidation></dataValidations>';
const ownerSheet =
  '<sheetData><row r="1"><c r="A1"><f>\'Compass Data\'!A3+A3</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">\'Compass Data\'!B2</f><v>6</v></c></row>' +
  '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row></sheetData>';
const workbook = (more: Partial<Handmade> = {}) =>
  handmade({
    sheets: {
      Owner: ownerSheet,
      'Compass Data': dataSheet,
      Other: '<sheetData><row r="1"><c r="A1"><f>A3</f><v>0</v></c></row></sheetData>',
    },
    ...more,
  });

describe('two rows inserted before row 3 of Compass Data', () => {
  test('move its cells, and every formula that speaks of them follows', async () => {
    const after = await applyToFile(workbook(), [insert(2, 2)]);
    const { sheets } = await readSnapshot(after, {
      today: 42835,
      further: [{ sheet: 'Owner' }, { sheet: 'Compass Data' }],
    });
    const data = sheets.find(({ name }) => name === 'Compass Data')!;
    expect(data.values.map(([period]) => period)).toEqual(['Period', 1, null, null, 2, 3]);
    expect(data.formulas!.map(([, formula]) => formula)).toEqual([null, '=SUM(A2:A6)', null, null, '=$A5*2', '=$A6*2']);
    expect(sheets[0]!.formulas).toEqual([
      ["='Compass Data'!A5+A3", "='Compass Data'!B2"],
      [null, "='Compass Data'!B5"],
    ]);
  });

  test('move merged cells, conditional formats and validations with them', async () => {
    const xml = partsOf(await applyToFile(workbook(), [insert(2, 2)]))['xl/worksheets/sheet2.xml']!;
    expect(xml).toContain('<mergeCell ref="A6:A7"/>');
    expect(xml).toContain(
      '<conditionalFormatting sqref="A2:A6 B5"><cfRule type="expression" priority="1"><formula>$A5&gt;1</formula>',
    );
    expect(xml).toContain('<dataValidation type="list" sqref="A5"><formula1>$A$5:$A$6</formula1>');
  });

  test('move names and charts that read the sheet', async () => {
    const chart = (place: string) => `<c:chartSpace><c:ser><c:f>'Compass Data'!${place}</c:f></c:ser></c:chartSpace>`;
    const before = workbook({
      afterSheets: '<definedNames><definedName name="Tickets">\'Compass Data\'!$B$2:$B$4</definedName></definedNames>',
      parts: { 'xl/charts/chart1.xml': chart('$B$3:$B$4') },
    });
    const parts = partsOf(await applyToFile(before, [insert(2, 2)]));
    expect(parts['xl/workbook.xml']).toContain("'Compass Data'!$B$2:$B$6</definedName>");
    expect(parts['xl/charts/chart1.xml']).toBe(chart('$B$5:$B$6'));
  });

  test('leave a sheet alone that does not speak of them', async () => {
    const before = workbook();
    expect(changedParts(before, await applyToFile(before, [insert(2, 2)]))).toEqual([
      // Older results are asked to be calculated anew.
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  test('are blank, and can be written in the same go', async () => {
    const after = await applyToFile(workbook(), [
      insert(2, 1),
      { kind: 'write', sheet: 'Compass Data', row: 2, column: 0, cells: [[1.5]] },
    ]);
    const { sheets } = await readSnapshot(after, { today: 42835 });
    expect(sheets[1]!.values.map(([period]) => period)).toEqual(['Period', 1, 1.5, 2, 3]);
  });

  test('make a table on the sheet longer, and are refused where its header would be parted from its data', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/table" Target="../tables/table1.xml"/></Relationships>`;
    const before = workbook({
      parts: { 'xl/worksheets/_rels/sheet2.xml.rels': relations, 'xl/tables/table1.xml': '<table ref="A1:B4"/>' },
    });
    expect(partsOf(await applyToFile(before, [insert(2, 1)]))['xl/tables/table1.xml']).toBe('<table ref="A1:B5"/>');
    const remove: Edit = { kind: 'remove rows', sheet: 'Compass Data', row: 0, count: 1 };
    await expect(applyToFile(before, [remove])).rejects.toThrow(
      /row 1, because a table's header, totals or all of its data are there \(xl\/tables\/table1\.xml\)/,
    );
  });

  test('are refused where the sheet holds a control, which would not move along', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/ctrlProp" Target="../ctrlProps/ctrlProp1.xml"/></Relationships>`;
    const before = workbook({ parts: { 'xl/worksheets/_rels/sheet2.xml.rels': relations } });
    await expect(applyToFile(before, [insert(2, 1)])).rejects.toThrow(/row 3, because the sheet has a ctrlProp/);
  });

  test('are read by a pivot table that reads the rows around them', async () => {
    const cache =
      '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Compass Data"/></cacheSource></pivotCacheDefinition>';
    const before = workbook({ parts: { 'xl/pivotCache/pivotCacheDefinition1.xml': cache } });
    const after = partsOf(await applyToFile(before, [insert(2, 1)]));
    expect(after['xl/pivotCache/pivotCacheDefinition1.xml']).toBe(cache.replace('A1:B4', 'A1:B5'));
  });
});

describe('the order of the last calculation', () => {
  const chained = () =>
    workbook({
      relations: { calcChain: 'calcChain.xml' },
      parts: { 'xl/calcChain.xml': '<calcChain><c r="B3" i="2"/></calcChain>' },
    });

  test('stays as it is while formulas are only added', async () => {
    const before = chained();
    const formula = { formula: { number: 1 }, value: 1 };
    const after = await applyToFile(before, [
      { kind: 'write', sheet: 'Compass Data', row: 7, column: 0, cells: [[formula]] },
    ]);
    expect(partsOf(after)['xl/calcChain.xml']).toBe(partsOf(before)['xl/calcChain.xml']);
  });

  test.each<[string, Edit]>([
    ['moves', insert(2, 1)],
    ['is overwritten', { kind: 'write', sheet: 'Compass Data', row: 2, column: 1, cells: [[9]], expected: [[4]] }],
  ])('is taken out, to be made anew, once a formula %s', async (_, edit) => {
    const parts = partsOf(await applyToFile(chained(), [edit]));
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
    expect(`${parts['xl/_rels/workbook.xml.rels']}${parts['[Content_Types].xml']}`).not.toContain('calcChain');
  });

  test('is not worth a formula that was filled down: its other cells keep theirs', async () => {
    const after = await applyToFile(workbook(), [
      { kind: 'write', sheet: 'Compass Data', row: 2, column: 1, cells: [[9]], expected: [[4]] },
    ]);
    const { sheets } = await readSnapshot(after, { today: 42835 });
    expect(sheets[1]!.values.map(row => row[1])).toEqual([null, 6, 9, 6]);
    expect(sheets[1]!.formulas!.map(row => row[1])).toEqual([null, '=SUM(A2:A4)', null, '=$A4*2']);
  });
});
