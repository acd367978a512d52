import { cellAt, columnName, printRange } from '../cells/address';
import { parseFormula } from '../cells/parseFormula';
import type { Content, Edit } from '../workbook/edit';
import type { CompassPlaces } from './compassPlaces';
import { DASHBOARD_COLUMNS } from './dashboard';
import { columnAt, LIMIT_ROWS, type PlacedSheet } from './placement';
import type { Template } from './template';
import { BETTER_FORMAT, WORSE_FORMAT } from './verdictLook';

/**
 * Above a template's KPIs their target and their natural process limits, as the dashboard has them, and the look of figures
 * beyond the limits: adverse or a win. Within them nothing is coloured, however far from the month before.
 *
 * @param names     each KPI's name in the workbook, by the id of its column
 * @param hasPage   whether the workbook's dashboard is the product's own; without it the limits stay blank
 */
export function limitEdits(
  template: Template,
  placed: PlacedSheet,
  places: CompassPlaces,
  names: Map<string, string>,
  hasPage: boolean,
): Edit[] {
  const sheet = placed.name;
  return placed.blocks.flatMap(({ block, limits, first, rows }): Edit[] => {
    if (limits === null || block.kind !== 'periods') return [];
    const head: Edit = { kind: 'write', sheet, row: limits, column: 0, cells: LIMIT_ROWS.map(label => [label]) };
    const columns = template.kpis.flatMap(({ column: id, better, name }): Edit[] => {
      const own = block.columns.find(each => each.id === id);
      if (!own) return [];
      const column = columnAt(block, id);
      const kpi = (names.get(id) ?? name).replace(/"/g, '""');
      const target = `INDEX(${places.kpis.column('Target')},MATCH("${kpi}",${places.kpis.column('KPI')},0))`;
      const found = (cells: string) => `IFERROR(INDEX(${cells},MATCH("${kpi}",${DASHBOARD_COLUMNS.name},0)),"")`;
      const limit = (cells: string): Content => (hasPage ? { formula: parseFormula(found(cells)) } : null);
      const write: Content[][] = [
        [{ formula: parseFormula(`IFERROR(IF(ISNUMBER(${target}),${target},""),"")`) }],
        [limit(DASHBOARD_COLUMNS.from)],
        [limit(DASHBOARD_COLUMNS.to)],
      ];
      const cell = printRange(cellAt(first, column));
      const beyond = (row: number, sign: string, format: typeof WORSE_FORMAT): Edit => {
        const edge = `${columnName(column)}$${row + 1}`;
        return {
          kind: 'conditional format',
          sheet,
          row: first,
          column,
          rows,
          columns: 1,
          when: parseFormula(`AND(ISNUMBER(${cell}),ISNUMBER(${edge}),${cell}${sign}${edge})`),
          format,
        };
      };
      return [
        { kind: 'write', sheet, row: limits, column, cells: write },
        beyond(limits + 1, '<', better === 'higher' ? WORSE_FORMAT : better === 'lower' ? BETTER_FORMAT : WORSE_FORMAT),
        beyond(limits + 2, '>', better === 'higher' ? BETTER_FORMAT : WORSE_FORMAT),
      ];
    });
    return [head, ...columns];
  });
}
