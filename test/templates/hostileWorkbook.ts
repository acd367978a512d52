import { columnName } from '../../src/cells/address';
import type { Cell } from '../../src/cells/value';
import type { Template } from '../../src/templates/template';
import { handmade } from '../hosts/file/handmade';
import { booksFor } from './clientBooks';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TABLE =
  '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Prices" displayName="Prices" ref="A1:B3">' +
  '<autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Loaf"/><tableColumn id="2" name="Price"/></tableColumns></table>';

/** What an owner has on a sheet that bears a name which the template wants. */
const OWN =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mine</t></is></c><c r="B1"><v>4</v></c><c r="C1"><f>B1*2</f><v>8</v></c></row>' +
  '<row r="2" hidden="1"><c r="B2"><v>5</v></c><c r="C2"><f>SUM(B1:B2)</f><v>9</v></c></row>' +
  '<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B4"><f>_xldudf_COMPASS_CHURN_RATE(5,100)</f><v>0.05</v></c></row></sheetData>' +
  '<autoFilter ref="A1:C2"/><mergeCells count="1"><mergeCell ref="E1:F3"/></mergeCells>';

const PROTECTED =
  '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData><sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>';

const LISTED =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Loaf</t></is></c><c r="B1" t="inlineStr"><is><t>Price</t></is></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>Rye</t></is></c><c r="B2"><v>3</v></c></row>' +
  '<row r="3"><c r="A3" t="inlineStr"><is><t>Wheat</t></is></c><c r="B3"><v>2</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';

/**
 * The .xlsx file of a client who has everything in the way that a template may meet: sheets of the same names, also in other
 * letters and with the number that would come next, merged cells, filters, hidden rows, a protected sheet, a table, an error
 * of his own, a cell function; and his books, from which the template can be filled.
 */
export function hostileWorkbook(template: Template): Uint8Array {
  const [first, ...others] = template.sheets.map(({ name }) => name);
  const taken = [first!, `${first!.toUpperCase()} (2)`, ...others.map(name => name.toUpperCase())];
  return handmade({
    sheets: {
      Listed: LISTED,
      ...Object.fromEntries(taken.map(name => [name, OWN])),
      Locked: PROTECTED,
      Books: sheetData(booksFor(template)),
    },
    afterSheets: `<definedNames><definedName name="Rate">Locked!$A$1</definedName></definedNames>`,
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/table" Target="../tables/table1.xml"/></Relationships>`,
      'xl/tables/table1.xml': TABLE,
    },
  });
}

/** Days are the first column; style 1 is a date (handmade.ts). */
function sheetData(rows: Cell[][]): string {
  const cell = (value: Cell, at: string, isDay: boolean) => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${at}"${isDay ? ' s="1"' : ''}><v>${value}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t>${String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
  };
  const lines = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((value, c) => cell(value, `${columnName(c)}${r + 1}`, r > 0 && c === 0)).join('')}</row>`,
  );
  return `<sheetData>${lines.join('')}</sheetData>`;
}
