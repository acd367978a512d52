import type { Edit } from '../../workbook/edit';
import { viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import type { Minutes } from './minutes';

/** Width of the only column that has text, in characters. */
const WIDTH = 95;

/**
 * The minutes on a new sheet that prints on one page's width. The sheet is the owner's from then on, like a letter: nothing
 * reads it, and removing the product leaves it.
 *
 * @param snapshot  the workbook
 * @param minutes   what is on it
 */
export function minutesSheet(snapshot: Snapshot, { title, lead, parts }: Minutes): Edit[] {
  const sheet = freeName(snapshot, title);
  const lines: { text: string | null; bold?: boolean; size?: number }[] = [
    { text: title, bold: true, size: 16 },
    ...lead.map(text => ({ text })),
    ...parts.flatMap(part => [
      { text: null },
      { text: part.heading, bold: true },
      ...part.lines.map(line => ({ text: `•  ${line}` })),
    ]),
  ];
  return [
    { kind: 'add sheet', sheet, widths: [WIDTH] },
    { kind: 'write', sheet, row: 0, column: 0, cells: lines.map(({ text }) => [text]) },
    { kind: 'format', sheet, row: 0, column: 0, rows: lines.length, columns: 1, format: { wrap: true } },
    ...lines.flatMap(({ bold, size }, row): Edit[] =>
      bold
        ? [
            {
              kind: 'format',
              sheet,
              row,
              column: 0,
              rows: 1,
              columns: 1,
              format: { bold, ...(size !== undefined && { size }) },
            },
          ]
        : [],
    ),
    { kind: 'page', sheet, landscape: false },
  ];
}

function freeName(snapshot: Snapshot, name: string): string {
  let free = name;
  for (let number = 2; viewSheet(snapshot, free) !== null; number++) free = `${name} (${number})`;
  return free;
}
