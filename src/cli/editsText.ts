import { columnName, printRange } from '../cells/address';
import { printFormula } from '../cells/printFormula';
import type { Rectangle } from '../cells/rectangle';
import { type Cell, isError } from '../cells/value';
import { isCellFunction } from '../functions/evaluate';
import type { Content, Edit } from '../workbook/edit';
import type { Io } from './io';
import { wrapped } from './text';

/**
 * Edits as a person reads them before they are applied: one line each, and below a line of cells what they will hold.
 *
 * @param edits  as they would be applied
 * @param io     width of a line
 */
export function editsText(edits: Edit[], io: Io): string {
  return edits.map(edit => textOf(edit, io)).join('\n');
}

function textOf(edit: Edit, io: Io): string {
  switch (edit.kind) {
    case 'add sheet':
      return `new sheet '${edit.sheet}'`;
    case 'insert rows':
      return `${edit.count} blank rows before row ${edit.row + 1} of '${edit.sheet}'`;
    case 'remove rows':
      return `rows ${edit.row + 1} to ${edit.row + edit.count} of '${edit.sheet}' go`;
    case 'remove columns':
      return `columns ${columnName(edit.column)} to ${columnName(edit.column + edit.count - 1)} of '${edit.sheet}' go`;
    case 'remove sheet':
      return `sheet '${edit.sheet}' goes`;
    case 'format': {
      const looks = Object.entries(edit.format).map(([name, value]) => (value === true ? name : `${name} ${value}`));
      return `look   ${placeOf(edit)}: ${looks.join(', ')}`;
    }
    case 'chart':
      return `chart  ${placeOf(edit)}: ${edit.title} (${edit.type}, ${edit.series.map(({ name }) => name).join(', ')})`;
    case 'sparkline':
      return `course ${placeOf({ ...edit, rows: 1, columns: 1 })}: ${printRange(edit.values)}`;
    case 'conditional format':
      return `rule   ${placeOf(edit)}: where ${printFormula(edit.when, 'univer', isCellFunction)}`;
    case 'validation':
    case 'protect':
      return wrapped(
        `${placeOf(edit)}: ${edit.message}`,
        io.width,
        '         ',
        edit.kind === 'protect' ? 'warns  ' : 'takes  ',
      );
    case 'note':
      return wrapped(`${placeOf({ ...edit, rows: 1, columns: 1 })}: ${edit.text}`, io.width, '         ', 'note   ');
    case 'page':
      return `page   '${edit.sheet}': ${edit.landscape ? 'landscape' : 'portrait'}${edit.onePage ? ', on one page' : ''}${edit.headerRow === undefined ? '' : `, row ${edit.headerRow + 1} at the top of every page`}`;
    case 'keep values':
      return edit.expected
        .map((line, i) => lineText({ ...edit, row: edit.row + i }, line.map(valueText), 'values', io))
        .join('\n');
    case 'write':
      return edit.cells
        .map((line, i) => lineText({ ...edit, row: edit.row + i }, line.map(contentText), 'write', io))
        .join('\n');
  }
}

function placeOf(edit: { sheet: string } & Rectangle): string {
  const { sheet, row, column, rows, columns } = edit;
  return printRange({ sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
}

function lineText(
  { sheet, row, column }: { sheet: string; row: number; column: number },
  line: string[],
  what: string,
  io: Io,
): string {
  const place = printRange({ sheet, top: row, left: column, bottom: row, right: column + line.length - 1 });
  return wrapped(`${place}: ${line.join(' | ')}`, io.width, '         ', what.padEnd(7));
}

function valueText(cell: Cell): string {
  return isError(cell) ? cell.error : String(cell ?? '');
}

function contentText(content: Content): string {
  if (content === null) return '';
  if (typeof content !== 'object') return String(content);
  const { formula, value } = content;
  const result =
    value === undefined || value === null || value === '' ? '' : ` (${isError(value) ? value.error : value})`;
  return `=${printFormula(formula, 'univer', isCellFunction)}${result}`;
}
