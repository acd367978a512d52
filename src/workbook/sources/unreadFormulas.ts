import { fixed, type Range } from '../../cells/address';
import { call, type Formula, number, operation, reference, text, texts } from '../../cells/formula';
import { WORDS_FOR_NOTHING } from '../../cells/nothing';

/** A criterion that every text meets, but not the empty text of a formula. */
const ANY_TEXT = text('?*');

/** Cells that are added up, and what is above or before them in their whole column or row: a header is text by right. */
export interface Lines {
  cells: Range;
  header: Range | null;
}

/** The amounts of a source and their dates. */
export interface SourceLines {
  values: Lines;
  periods: Lines;
}

/**
 * What *Unread* holds: how many amounts and dates of a source are text. Sums leave them out without a word, so the
 * workbook counts them itself, also where nobody reads the ledger.
 */
export function unreadCount({ values, periods }: SourceLines): Formula {
  return operation(textCount(values), '+', textCount(periods));
}

/**
 * What *First unread* holds: the first date that is text or, where all are dates, the first amount, as `E211` on the sheet
 * of the source; nothing where everything is read.
 */
export function firstUnread(lines: SourceLines): Formula {
  const { values, periods } = lines;
  const first = call('IF', operation(textCount(periods), '>', number(0)), firstText(periods), firstText(values));
  return call('IF', operation(unreadCount(lines), '=', number(0)), text(''), first);
}

/**
 * What *Unread from* and *Unread until* hold: the first and the last date of an amount that is text. Between them no sum
 * is known; to look into every period would make each of them as slow as all together.
 */
export function unreadSpan({ values, periods }: SourceLines): { from: Formula; until: Formula } {
  const criteria = [reference(fixed(values.cells)), ANY_TEXT];
  const day = (choose: 'MINIFS' | 'MAXIFS') => {
    const found = call(choose, reference(fixed(periods.cells)), ...criteria);
    return call('IF', operation(textCount(values), '=', number(0)), text(''), found);
  };
  return { from: day('MINIFS'), until: day('MAXIFS') };
}

function textCount({ cells, header }: Lines): Formula {
  const count = (range: Range, what: Formula) => call('COUNTIF', reference(fixed(range)), what);
  const nothing = call('SUMPRODUCT', count(cells, texts(WORDS_FOR_NOTHING)));
  const found = operation(count(cells, ANY_TEXT), '-', nothing);
  return header ? operation(found, '-', count(header, ANY_TEXT)) : found;
}

/** `ADDRESS(MATCH(1,INDEX(ISTEXT(E:E)*…,0),0),COLUMN(E1),4)`, which follows where rows, columns or sheets are moved. */
function firstText({ cells, header }: Lines): Formula {
  const across = cells.bottom === cells.top;
  const all = reference(fixed(cells));
  const last = header && cellIn(header, across ? header.right! : header.left, header.bottom!);
  const line = (of: Formula) => call(across ? 'COLUMN' : 'ROW', of);
  const conditions = [
    call('ISTEXT', all),
    operation(all, '<>', text('')),
    call('ISERROR', call('MATCH', all, texts(WORDS_FOR_NOTHING), number(0))),
    ...(last ? [operation(line(all), '>', line(last))] : []),
  ].reduce((one, other) => operation(one, '*', other));
  const match = call('MATCH', number(1), call('INDEX', conditions, number(0)), number(0));
  const start = cellIn(cells, cells.left, cells.top);
  // In a whole column the place is the row itself, whatever is inserted above.
  const whole = cells.bottom === null || cells.right === null;
  const place = whole ? match : operation(operation(line(start), '-', number(1)), '+', match);
  const other = call(across ? 'ROW' : 'COLUMN', last ?? start);
  return call('ADDRESS', across ? other : place, across ? place : other, number(4));
}

function cellIn({ sheet }: Range, column: number, row: number): Formula {
  const cell = { top: row, left: column, bottom: row, right: column };
  return reference(fixed({ ...(sheet !== undefined && { sheet }), ...cell }));
}
