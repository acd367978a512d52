import { printRange } from '../../src/cells/address';
import type { Formula } from '../../src/cells/formula';
import { printFormula } from '../../src/cells/printFormula';
import { type Content, type Edit, isFormula } from '../../src/workbook/edit';

const MANY = 6;

/**
 * Edits as a person reads them: a line for each row that is written and for each look, rows of formulas that differ in their row
 * only on one line, of many rows in a rectangle the first two and the last. A reference to a row that moves along, or to its own,
 * says how far away it is: `B[-1]` is the cell above, in column B.
 */
export function editLines(edits: Edit[]): string[] {
  return edits.flatMap(edit => {
    if (edit.kind !== 'write') return [otherLine(edit)];
    const { sheet, row, column, cells } = edit;
    const texts = cells.map((line, r) => line.map(content => contentText(content, row + r)).join(' | '));
    const starts = texts.flatMap((text, r) => (text === texts[r - 1] ? [] : [r]));
    return starts.flatMap((from, i) => {
      if (starts.length > MANY && i > 1 && i < starts.length - 1) return [];
      const to = (starts[i + 1] ?? texts.length) - 1;
      return [`write ${place(sheet, row + from, column, to - from + 1, cells[from]!.length)}: ${texts[from]}`];
    });
  });
}

/** Any other edit: its place, and what else it says in the order in which it says it. */
function otherLine({ kind, ...edit }: Exclude<Edit, { kind: 'write' }>): string {
  const { sheet, row, column, rows, columns, expected, ...rest } = edit as Partial<Record<string, unknown>>;
  const at = [row, column, rows ?? 1, columns ?? 1];
  const where = typeof row === 'number' ? place(String(sheet), ...(at as [number, number, number, number])) : sheet;
  const said = JSON.stringify(rest, (_, value) => (isPrintable(value) ? `=${printFormula(value, 'excel')}` : value));
  return said === '{}' ? `${kind} ${where}` : `${kind} ${where}: ${said}`;
}

const place = (sheet: string, row: number, column: number, rows: number, columns: number) =>
  `${sheet} ${printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })}`;

function contentText(content: Content, row: number): string {
  if (!isFormula(content)) return content === null ? '' : JSON.stringify(content);
  const relative = (whole: string, column: string, fixed: string, line: string) =>
    fixed === '' || Number(line) === row + 1 ? `${column}[${Number(line) - row - 1}]` : whole;
  return `=${printFormula(content.formula, 'excel').replace(/(\$?\b[A-Z]{1,3})(\$?)(\d+)\b/g, relative)}`;
}

const isPrintable = (value: unknown): value is Formula =>
  typeof value === 'object' && value !== null && ('call' in value || 'operator' in value || 'reference' in value);
