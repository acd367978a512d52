import { parseFormula } from '../../cells/parseFormula';
import type { Content, Edit } from '../../workbook/edit';
import { HEADER_FORMAT } from '../../workbook/sheets/compassSheets';
import type { CompassPlaces } from '../dashboard/compassPlaces';
import { DASHBOARD_COLUMNS } from '../dashboard/dashboard';

const GOALS = 6;
const KPIS = 20;
/** Rows that the strategy on a page takes: vision, values, goals and KPIs, each list with its headers. */
export const STRATEGY_ROWS = 2 + 1 + 1 + GOALS + 1 + 1 + KPIS;

const GOAL_HEADERS = ['Goal', 'Why it matters', 'Weight', 'Owner', 'Spend', 'Review by'];
const KPI_HEADERS = ['KPI', 'Goal', 'Business function', 'Target', 'Newest', 'Owner'];

/**
 * The strategy on a page, from its first row on: what `Compass Strategy` and `Compass KPIs` say, in plain formulas that
 * follow them.
 *
 * @param sheet    the sheet it is on
 * @param first    0-based row
 * @param formats  the number format of each KPI of `Compass KPIs`, from its first on
 */
export function strategyPage(
  sheet: string,
  first: number,
  { goals, kpis, label }: CompassPlaces,
  formats: string[],
): Edit[] {
  const formula = (text: string): Content => ({ formula: parseFormula(text) });
  const shown = (cell: string) => formula(`IF(${cell}="","",${cell})`);
  const row = (table: typeof goals, headers: string[], index: number) =>
    headers.map(header => shown(`INDEX(${table.column(header)},${table.header + 1 + index})`));
  const [goalHeader, kpiHeader] = [first + 3, first + 3 + GOALS + 2];
  const name = (index: number) => `INDEX(${kpis.column('KPI')},${kpis.header + 1 + index})`;
  const newest = (index: number) =>
    formula(`IFERROR(INDEX(${DASHBOARD_COLUMNS.newest},MATCH(${name(index)},${DASHBOARD_COLUMNS.name},0)),"")`);
  const kpiRow = (index: number): Content[] => {
    const cells = row(
      kpis,
      KPI_HEADERS.filter(header => header !== 'Newest'),
      index,
    );
    return [...cells.slice(0, 4), newest(index), cells[4]!];
  };
  const write = (at: number, cells: Content[][]): Edit => ({ kind: 'write', sheet, row: at, column: 0, cells });
  const look = (at: number, column: number, rows: number, columns: number, format: object): Edit => ({
    kind: 'format',
    sheet,
    row: at,
    column,
    rows,
    columns,
    format,
  });
  return [
    write(first, [
      ['Vision', shown(label('Vision'))],
      ['Values', shown(label('Values'))],
    ]),
    write(goalHeader, [GOAL_HEADERS, ...Array.from({ length: GOALS }, (_, index) => row(goals, GOAL_HEADERS, index))]),
    write(kpiHeader, [KPI_HEADERS, ...Array.from({ length: KPIS }, (_, index) => kpiRow(index))]),
    look(first, 0, 2, 1, { bold: true }),
    look(goalHeader, 0, 1, GOAL_HEADERS.length, HEADER_FORMAT),
    look(kpiHeader, 0, 1, KPI_HEADERS.length, HEADER_FORMAT),
    look(goalHeader + 1, 1, GOALS, 1, { wrap: true }),
    look(goalHeader + 1, 2, GOALS, 1, { align: 'left' }),
    look(goalHeader + 1, 5, GOALS, 1, { number: 'yyyy-mm-dd', align: 'left' }),
    look(kpiHeader + 1, 3, KPIS, 2, { align: 'left' }),
    ...formats.slice(0, KPIS).map((number, index) => look(kpiHeader + 1 + index, 3, 1, 2, { number })),
  ];
}
