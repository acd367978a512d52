import { strToU8, zipSync } from 'fflate';

/** The first of the month, so many months after January 2024, as a serial number. */
const month = after => Date.UTC(2024, after, 1) / 86_400_000 + 25_569;

/**
 * A workbook of monthly KPIs, as a host reads it.
 *
 * @param {number[][]} columns  the figures of each
 */
export function workbook(columns) {
  const names = columns.map((_, k) => `KPI ${k + 1}`);
  const kpis = names.map((name, k) => [name, `Function ${1 + (k % 5)}`, 'higher', 100]);
  const data = columns[0].map((_, i) => [month(i), ...columns.map(column => column[i])]);
  return {
    today: month(data.length),
    locale: 'en',
    sheets: [
      {
        name: 'Compass Strategy',
        values: [
          ['Review every', 'month'],
          ['Goal', 'Business function'],
        ],
      },
      { name: 'Compass KPIs', values: [['KPI', 'Business function', 'Better', 'Target'], ...kpis] },
      { name: 'Compass Data', values: [['Period', ...names], ...data] },
    ],
  };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The same as an .xlsx file, whose other sheets have left a list of shared texts as long as a customer file.
 *
 * @param {ReturnType<typeof workbook>} snapshot
 * @param {number} size  characters of the list, about
 * @returns {{ bytes: Uint8Array, texts: string, count: number }}  the file, its list and how many texts that has
 */
export function workbookFile({ sheets }, size) {
  const items = [];
  for (let length = 0; length < size; length += items[items.length - 1].length)
    items.push(`Customer ${items.length}, 12 Long Street &amp; Sons, invoice ${items.length * 7919}`);
  const known = new Map();
  const numberOf = text => {
    if (!known.has(text)) known.set(text, items.push(text) - 1);
    return known.get(text);
  };
  const cell = value =>
    typeof value === 'string' ? `<c t="s"><v>${numberOf(value)}</v></c>` : `<c><v>${value}</v></c>`;
  const parts = Object.fromEntries(
    sheets.map(({ values }, i) => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet><sheetData>${values.map(row => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
    ]),
  );
  const links = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['sharedStrings', 'texts.xml'],
  ];
  const texts = `<sst>${items.map(item => `<si><t>${item}</t></si>`).join('')}</sst>`;
  const files = {
    ...parts,
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${links.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    'xl/texts.xml': texts,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, part]) => [name, strToU8(part)])));
  return { bytes, texts, count: items.length };
}
