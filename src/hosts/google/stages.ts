import { sameSheet } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Edit, WriteCells } from '../../workbook/edit';
import { headersOf, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Block } from '../../workbook/snapshot';

/** The column whose cell says that an installation has come to its end. */
const LAST = 'Installed';
/** What may be done to `Compass Templates` before everything else. */
const EARLY: Edit['kind'][] = ['add sheet', 'format', 'write', 'validation', 'note', 'conditional format', 'protect'];

/**
 * The edits in the stages in which they are written. Google stops a script after six minutes without a chance to take
 * anything back: so an installation first writes its rows of `Compass Templates`, which name all that it is going to make,
 * and fills their column *Installed* last. A row without it is one that was interrupted.
 *
 * @param edits   in order
 * @param blocks  what the sheets hold that are written to
 * @returns       one stage where nothing is installed, else three
 */
export function stagesOf(edits: Edit[], blocks: Block[]): Edit[][] {
  const isOurs = ({ sheet }: Edit) => sameSheet(sheet, TEMPLATES.name);
  const own = edits.filter(isOurs);
  const column = installedColumn(own, blocks);
  if (column === null || own.some(({ kind }) => !EARLY.includes(kind))) return [edits];
  const days = own.flatMap(edit => (edit.kind === 'write' ? daysOf(edit, column) : []));
  if (days.length === 0) return [edits];
  const rows = own.map(edit => (edit.kind === 'write' ? withoutDays(edit, column) : edit));
  return [rows, edits.filter(edit => !isOurs(edit)), days];
}

/** The column *Installed*, of the sheet as it is or as the edits make it; null where there is none. */
function installedColumn(own: Edit[], blocks: Block[]): number | null {
  const written = own.flatMap(edit =>
    edit.kind === 'write'
      ? [{ name: TEMPLATES.name, row: edit.row, column: edit.column, values: edit.cells.map(plainCells) }]
      : [],
  );
  const view = viewSheet({ today: 0, locale: 'en', sheets: [...blocks, ...written] }, TEMPLATES.name);
  const table = view && findTable(view, headersOf(TEMPLATES), []);
  return table?.columns.get(LAST) ?? null;
}

function plainCells(line: WriteCells['cells'][number]) {
  return line.map(content => (typeof content === 'object' ? null : content));
}

const isDay = (line: WriteCells['cells'][number], at: number) => typeof line[at] === 'number';

/** The days that a write puts into the column, those of neighbouring rows as one write. */
function daysOf({ kind, sheet, row, column: left, cells }: WriteCells, column: number): WriteCells[] {
  const writes: WriteCells[] = [];
  for (const [index, line] of cells.entries()) {
    const at = column - left;
    if (!isDay(line, at)) continue;
    const last = writes[writes.length - 1];
    if (last && last.row + last.cells.length === row + index) last.cells.push([line[at]!]);
    else writes.push({ kind, sheet, row: row + index, column, cells: [[line[at]!]] });
  }
  return writes;
}

/** The write with these days left out: blank cells, where there was nothing before either. */
function withoutDays(edit: WriteCells, column: number): WriteCells {
  const at = column - edit.column;
  const cells = edit.cells.map((line, index) =>
    isDay(line, at) && isBlank(edit.expected?.[index]?.[at] ?? null)
      ? line.map((content, place) => (place === at ? null : content))
      : line,
  );
  return { ...edit, cells };
}
