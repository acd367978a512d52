import { sameSheet } from '../../../cells/address';
import { afterMove, type Move, movedSpan } from '../../../cells/references';
import { attributes, withAttribute } from '../package/xml';

/**
 * What pivot tables read of a sheet, after rows or columns of it have moved.
 *
 * @param xml  the part of a pivot table's cache
 * @returns    the text; null where all that one of them read is gone
 */
export function movedSources(xml: string, move: Move): string | null {
  let isGone = false;
  const text = xml.replace(/<(?:\w+:)?worksheetSource\b[^>]*>/g, tag => {
    const { ref, sheet, ...of } = attributes(tag);
    const isElsewhere = Object.keys(of).some(name => name.endsWith(':id'));
    if (ref === undefined || isElsewhere || !sameSheet(sheet, move.sheet)) return tag;
    const moved = afterMove(ref, move.sheet, move);
    if (moved.includes('#REF!')) isGone = true;
    return moved === ref ? tag : withAttribute(tag, 'ref', moved);
  });
  return isGone ? null : text;
}

/** Whole rows or columns that a sheet names by number, after a move: widths of columns, and where its pages break. */
export function movedLines(xml: string, move: Move): string {
  const breaks = move.axis === 'row' ? 'rowBreaks' : 'colBreaks';
  const list = new RegExp(`<(\\w+:)?${breaks}\\b[^>]*>.*?</(\\w+:)?${breaks}>`, 's');
  const moved = xml.replace(list, all =>
    all.replace(/<(?:\w+:)?brk\b[^>]*>/g, tag => {
      const id = Number(attributes(tag).id ?? 0);
      const span = movedSpan(id, id, move);
      return span ? withAttribute(tag, 'id', String(span[0])) : tag;
    }),
  );
  return move.axis === 'row' ? moved : movedColumns(moved, move);
}

function movedColumns(xml: string, move: Move): string {
  return xml.replace(/<(\w+:)?cols\b[^>]*>.*?<\/(\w+:)?cols>/s, all => {
    const columns = all.replace(/<(?:\w+:)?col\b[^>]*>/g, tag => {
      const { min, max } = attributes(tag);
      const span = movedSpan(Number(min) - 1, Number(max) - 1, move);
      return span ? withAttribute(withAttribute(tag, 'min', String(span[0] + 1)), 'max', String(span[1] + 1)) : '';
    });
    return /<(\w+:)?col\b/.test(columns) ? columns : '';
  });
}
