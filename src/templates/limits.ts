import { cellAt, columnName, printRange } from '../cells/address';
import { parseFormula } from '../cells/parseFormula';
import type { Content, Edit } from '../workbook/edit';
import type { CompassPlaces } from './compassPlaces';
import { DASHBOARD_COLUMNS } from './dashboard';
import { columnAt, LIMIT_ROWS, type PlacedSheet } from './placement';
import type { Template } from './template';
import { BETTER_FORMAT, MOVED_FORMAT, WORSE_FORMAT } from './verdictLook';

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
      const isBand = better === 'in range';
      const own = block.columns.find(each => each.id === id);
      if (!own) return [];
      const column = columnAt(block, id);
      const kpi = (names.get(id) ?? name).replace(/"/g, '""');
      const said = (header: string) =>
        `INDEX(${places.kpis.column(header)},MATCH("${kpi}",${places.kpis.column('KPI')},0))`;
      const target = `IF(ISNUMBER(${said('Target')}),${said('Target')},"")`;
      // Two figures in one cell are a text, which has no number format of its own.
      const percent = own.format?.includes('%');
      const end = (header: string) => `ROUND(${percent ? '100*' : ''}${said(header)},2)${percent ? '&"%"' : ''}`;
      const band = `IF(COUNT(${said('Low')},${said('High')})<2,"",${end('Low')}&" – "&${end('High')})`;
      const found = (cells: string) => `IFERROR(INDEX(${cells},MATCH("${kpi}",${DASHBOARD_COLUMNS.name},0)),"")`;
      const limit = (cells: string): Content => (hasPage ? { formula: parseFormula(found(cells)) } : null);
      const write: Content[][] = [
        [{ formula: parseFormula(`IFERROR(${isBand ? band : target},"")`) }],
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
        // Of a band the limits tell that a figure has moved; whether into it or out of it, the dashboard tells.
        beyond(limits + 1, '<', isBand ? MOVED_FORMAT : better === 'higher' ? WORSE_FORMAT : BETTER_FORMAT),
        beyond(limits + 2, '>', isBand ? MOVED_FORMAT : better === 'higher' ? BETTER_FORMAT : WORSE_FORMAT),
      ];
    });
    return [head, ...columns];
  });
}
