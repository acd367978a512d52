import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Small .xlsx packages put together part by part, as different programs write them, and taken apart again.
 */

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface Handmade {
  /** Sheet names with what is between `<worksheet>` and its end tag. */
  sheets: Record<string, string>;
  /** More elements of the workbook part before and behind the list of sheets. */
  beforeSheets?: string;
  afterSheets?: string;
  /** Between `<styleSheet>` and its end tag; a minimal one unless told, none for null. */
  styles?: string | null;
  /** More parts, by name; relationships of a sheet among them. */
  parts?: Record<string, string | Uint8Array>;
  /** More relationships of the workbook, by the last word of their type. */
  relations?: Record<string, string>;
}

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="20" fontId="0" fillId="0" borderId="0"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0"/></cellXfs>';

/** The bytes of a package. Style 1 is a date, 2 a time of day (`h:mm`), 3 both. */
export function handmade({
  sheets,
  beforeSheets = '',
  afterSheets = '',
  styles = STYLES,
  parts = {},
  relations = {},
}: Handmade): Uint8Array {
  const names = Object.keys(sheets);
  const list = names
    .map((name, i) => `<sheet name="${name.replace(/&/g, '&amp;')}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const links = [
    ...names.map((_, i) => ({ id: `rId${i + 1}`, type: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
    ...(styles === null ? [] : [{ id: 'rIdS', type: 'styles', target: 'styles.xml' }]),
    ...Object.entries(relations).map(([type, target]) => ({ id: `x-${type}`, type, target })),
  ];
  const overrides = links.map(
    ({ type, target }) =>
      `<Override PartName="/xl/${target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<workbook ${MAIN} xmlns:r="${OFFICE}">${beforeSheets}<sheets>${list}</sheets>${afterSheets}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${links
      .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    ...(styles === null ? {} : { 'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>` }),
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${MAIN} xmlns:r="${OFFICE}">${sheets[name]}</worksheet>`;
  });
  return zipped({ ...files, ...parts });
}

/** Parts as an archive. */
export function zipped(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** The parts of a package as texts. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The names of the parts that differ between two packages, or are in one of them only. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(name => old[name] !== fresh[name]).sort();
}
