import { columnName } from '../../../src/cells/address';
import { serialOf } from '../../../src/cells/serial';
import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import { templates } from '../../../src/templates/catalogue';
import { planInstall } from '../../../src/templates/install/planInstall';
import { removeTemplate } from '../../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../../src/templates/upkeep/rollForward';
import type { Edit } from '../../../src/workbook/edit';
import { viewSheet } from '../../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { changedParts, handmade, partsOf } from './handmade';

const TODAY = serialOf(2026, 11, 23);
const bakery = templates.find(({ id }) => id === 'bakery')!;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A client's workbook: a name that the template wants, a filter, merged cells, a protected sheet, hidden rows, a table, a chart. */
const client = handmade({
  sheets: {
    Shop: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><f>A1*2</f><v>2</v></c></row></sheetData><autoFilter ref="A1:B2"/><mergeCells count="1"><mergeCell ref="C1:D2"/></mergeCells>',
    Locked: '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData><sheetProtection sheet="1"/>',
    Listed:
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2"><v>5</v></c></row></sheetData><drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
  },
  afterSheets: '<definedNames><definedName name="Rate">Shop!$A$1</definedName></definedNames>',
  parts: {
    'xl/worksheets/_rels/sheet3.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    'xl/tables/table1.xml': '<table ref="A1:A2"/>',
    'xl/drawings/drawing1.xml': '<wsDr/>',
    'xl/charts/chart1.xml': '<chartSpace><f>Listed!$A$2</f></chartSpace>',
    'xl/media/image1.png': new Uint8Array([1, 2, 3]),
    'customXml/item1.xml': '<mine/>',
  },
});

const read = (bytes: Uint8Array, ...sheets: string[]) =>
  readSnapshot(bytes, { today: TODAY, locale: 'en-GB', further: sheets.map(sheet => ({ sheet })) });
const OWN = ['Shop', 'Locked', 'Listed'];
const MADE = ['Shop (2)', 'Bakehouse', 'Guests', 'Compass Dashboard'];

function cellsIn(snapshot: Snapshot, names: string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap(name => {
      const view = viewSheet(snapshot, name)!;
      return Array.from({ length: view.rows }, (_, row) =>
        Array.from({ length: view.columns }, (_, column) => [
          `${name}!${columnName(column)}${row + 1}`,
          [view.cell(row, column), view.formula(row, column)],
        ]),
      ).flat();
    }),
  );
}

async function installed(): Promise<Uint8Array> {
  return applyToFile(client, planInstall(bakery, await read(client), { mode: 'sample' }).edits);
}

describe('a template in a client’s file', () => {
  test('leaves every part of the client’s as it was, byte for byte', async () => {
    const after = await installed();
    const changed = changedParts(client, after).filter(name => name in partsOf(client));
    expect(changed).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
    expect(partsOf(after)['xl/workbook.xml']).toContain('<definedName name="Rate">Shop!$A$1</definedName>');
  });

  test('has charts, sparklines, rules, notes and page set-up in the order that Excel asks for', async () => {
    const parts = partsOf(await installed());
    const dashboard = Object.values(parts).find(xml => xml.includes('sparklineGroup '))!;
    expect(dashboard).toMatch(
      /<\/sheetData><conditionalFormatting.*<pageMargins[^>]*\/><pageSetup[^>]*\/><extLst>.*<\/worksheet>$/s,
    );
    expect(dashboard).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    const shop = parts['xl/worksheets/sheet4.xml']!;
    expect(shop).toMatch(
      /<conditionalFormatting .*<dataValidations count="\d+">.*<pageSetup .*<drawing .*<legacyDrawing /s,
    );
    expect(parts['xl/charts/chart2.xml']).toContain("<c:f>'Shop (2)'!$B$8:$B$31</c:f>");
    expect(parts['xl/comments1.xml']).toContain('<comment ref="B7"');
    expect(parts['[Content_Types].xml']).toContain('PartName="/xl/drawings/vmlDrawing1.vml"');
    expect(parts['xl/workbook.xml']).toContain('name="_xlnm.Print_Area" localSheetId="3"');
  });

  test('is taken out again: the file holds what it held, and no part of the template', async () => {
    const after = await installed();
    const snapshot = await read(after, ...OWN, ...MADE);
    const { edits, changed, referring } = removeTemplate(snapshot, bakery, templates);
    expect([changed, referring]).toEqual([[], []]);
    const removed = await applyToFile(after, edits);
    const touched = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];
    expect(changedParts(client, removed).filter(name => !touched.includes(name))).toEqual([]);
    expect(Object.keys(partsOf(removed)).sort()).toEqual(Object.keys(partsOf(client)).sort());
    expect(cellsIn(await read(removed, ...OWN), OWN)).toEqual(cellsIn(await read(client, ...OWN), OWN));
  });

  test('is extended by a year, and its charts and rules with it', async () => {
    const after = await installed();
    const { edits } = rollForward(await read(after, ...OWN, ...MADE), bakery);
    const parts = partsOf(await applyToFile(after, edits));
    expect(parts['xl/charts/chart2.xml']).toContain("<c:f>'Shop (2)'!$B$8:$B$43</c:f>");
    expect(parts['xl/worksheets/sheet4.xml']).toContain('<conditionalFormatting sqref="B8:B43">');
  });

  test('is not installed half: where one edit cannot be done nothing is written', async () => {
    const bytes = client.slice();
    const { edits } = planInstall(bakery, await read(client), { mode: 'sample' });
    const broken: Edit[] = [...edits, { kind: 'write', sheet: 'Locked', row: 4, column: 0, cells: [[1]] }];
    await expect(applyToFile(bytes, broken)).rejects.toThrow("The sheet 'Locked' is protected");
    expect(bytes).toEqual(client);
  });
});
