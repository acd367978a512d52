import fc from 'fast-check';
import type { Range } from '../../src/cells/address';

const end = fc.record({ row: fc.nat(1_048_573), column: fc.nat(16_382) });
const sheetName = fc.string({ minLength: 1 }).filter(name => name === name.trim() && !/[[\]]/.test(name));
const shape = fc.constantFrom('cells', 'cells', 'cell', 'columns', 'rows', 'down');
const dollars = fc.record({ top: fc.boolean(), left: fc.boolean(), bottom: fc.boolean(), right: fc.boolean() });

/** A range as the core writes them: a cell, cells, whole columns, whole rows, or a column from a row down. */
export const anyRange: fc.Arbitrary<Range> = fc
  .tuple(fc.option(sheetName, { nil: undefined }), end, end, shape, dollars)
  .map(([sheet, one, other, form, marks]) => {
    const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
    const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
    const name = sheet === undefined ? {} : { sheet };
    switch (form) {
      case 'columns':
        return { ...name, top: 0, left, bottom: null, right, ...absolute({ left: marks.left, right: marks.right }) };
      case 'rows':
        return { ...name, top, left: 0, bottom, right: null, ...absolute({ top: marks.top, bottom: marks.bottom }) };
      case 'down':
        return { ...name, top: top + 1, left, bottom: null, right, ...absolute(marks) };
      case 'cell':
        return {
          ...name,
          top,
          left,
          bottom: top,
          right: left,
          ...absolute({ ...marks, bottom: marks.top, right: marks.left }),
        };
      default:
        return { ...name, top, left, bottom: bottom + 1, right, ...absolute(marks) };
    }
  });

/** Only the ends that carry a `$`, and nothing where none does. */
function absolute(marks: Partial<Record<'top' | 'left' | 'bottom' | 'right', boolean>>): Pick<Range, 'absolute'> {
  const kept = Object.fromEntries(Object.entries(marks).filter(([, fixed]) => fixed));
  return Object.keys(kept).length > 0 ? { absolute: kept } : {};
}
