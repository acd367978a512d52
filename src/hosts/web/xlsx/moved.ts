import { columnIndex, columnName } from '../../../cells/address';

/** Texts and quoted sheet names hold no references; nor do names and functions that look like one (LOG10(2), TAXES2024). */
const parts =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(?:(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6}))(?![\w(.!])/gi;

/**
 * A formula as it reads when it is copied somewhere else: relative references move along, those with `$` stay.
 *
 * @param formula  in A1 form
 * @param down     rows
 * @param right    columns
 * @returns        with `#REF!` where a reference leaves the sheet
 */
export function moved(formula: string, down: number, right: number): string {
  const row = (dollar: string, digits: string) => {
    const index = Number(digits) + (dollar ? 0 : down);
    return index > 0 ? dollar + index : undefined;
  };
  const column = (dollar: string, letters: string) => {
    const index = columnIndex(letters) + (dollar ? 0 : right);
    return index >= 0 ? dollar + columnName(index) : undefined;
  };
  return formula.replace(parts, (match, ...found: (string | undefined)[]) => {
    const [d1, cellColumn, d2, cellRow, d3, first, d4, last, d5, top, d6, bottom] = found;
    const joined = (one: string | undefined, other: string | undefined, between: string) =>
      one === undefined || other === undefined ? '#REF!' : one + between + other;
    if (cellColumn && cellRow) return joined(column(d1!, cellColumn), row(d2!, cellRow), '');
    if (first && last) return joined(column(d3!, first), column(d4!, last), ':');
    if (top && bottom) return joined(row(d5!, top), row(d6!, bottom), ':');
    return match;
  });
}
