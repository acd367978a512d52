import { columnName } from '../../cells/address';
import { parseFormula } from '../../cells/parseFormula';
import type { Cadence } from '../../cells/period';
import type { CellFormat, Content, Edit } from '../../workbook/edit';
import { readTables } from '../../workbook/register/readTracked';
import { DASHBOARD, FIGURES_HEADER_FORMAT, HEADER_FORMAT } from '../../workbook/sheets/compassSheets';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { PERIOD_FORMAT } from '../../workbook/track/writeData';
import { type CompassPlaces, compassPlaces } from './compassPlaces';
import {
  at,
  blankOr,
  COLUMNS,
  COURSE,
  down,
  FIRST_KPI,
  formula,
  KPI_HEADER,
  KPI_ROWS,
  kpiRow,
  LOG_ROWS,
  MISSED_HEADER,
  missedCell,
  numberOr,
  OUT_HEADER,
  outCell,
  rows,
  SAMPLE_HEADER,
  SCORE,
  SIDE,
  SIDE_ROWS,
  targetsMet,
  verdictRows,
  WORK,
  workRow,
} from './dashboardRows';
import { VERDICT_FORMATS } from './verdictLook';

/**
 * `Compass Dashboard`: one page to print. Score, business functions, open actions, and each KPI with target, natural process
 * limits and course, in plain formulas over the Compass sheets, so that it needs no add-in. What it is worked out from is
 * to the right of the page. The review's own evidence is finer: its verdict comes from ranks and regimes. Where the cells
 * can call the add-in's functions the page says that verdict; elsewhere it names a point beyond the limits and a run of eight.
 *
 * Row k of its KPIs is column k of `Compass Data`: it takes up whatever is tracked later.
 */

const WIDTHS = [28, 18, 12, 17, 12, 12, 12, 16, 18, 24, 3, 3];
const CHANGE = COLUMNS.indexOf('Change');
/** Room for "better since Nov 2026", "better since week of 21 Nov 2026". */
const SIGNAL_WIDTH: Record<Cadence, number> = { day: 24, week: 30, month: 22, quarter: 22 };

/** What is over the cells that the page is worked out from, since the first version. */
const WORKINGS = 'Workings: what this page is worked out from';

/** Whether a sheet, under whatever name, is a dashboard that the product made. */
export function isDashboard(view: SheetView): boolean {
  for (let row = 0; row < Math.min(view.rows, FIRST_KPI); row++) {
    for (let column = 0; column < view.columns; column++) if (view.cell(row, column) === WORKINGS) return true;
  }
  return false;
}

/** Where other sheets find a KPI's row: its names, newest figures, limits and verdict. */
export const DASHBOARD_COLUMNS = dashboardColumns();

function dashboardColumns(): { name: string; newest: string; from: string; to: string; change: string } {
  const column = (index: number) =>
    `'${DASHBOARD.name}'!$${columnName(index)}$${FIRST_KPI}:$${columnName(index)}$${FIRST_KPI + KPI_ROWS - 1}`;
  return { name: column(0), newest: column(2), from: column(5), to: column(6), change: column(7) };
}

/**
 * The edits that make the dashboard; none where the workbook has a sheet of that name.
 *
 * @param snapshot   with the other Compass sheets in it
 * @param functions  whether its cells can call the add-in's functions
 */
export function newDashboard(snapshot: Snapshot, functions: boolean): Edit[] {
  if (viewSheet(snapshot, DASHBOARD.name)) return [];
  const sheet = DASHBOARD.name;
  const places = compassPlaces(snapshot);
  const cadence = cadenceOf(snapshot);
  const widths = WIDTHS.map((width, column) => (functions && column === CHANGE ? SIGNAL_WIDTH[cadence] : width));
  const write = (row: number, column: number, cells: Content[][]): Edit => ({
    kind: 'write',
    sheet,
    row: row - 1,
    column,
    cells,
  });
  return [
    { kind: 'add sheet', sheet, widths },
    write(1, 0, head(snapshot, places)),
    write(SIDE, 0, [['Business function', 'Score', 'Weight', 'Open actions', null, null, 'Owner', 'Due', 'KPI']]),
    write(SIDE, WORK.row, [[WORKINGS]]),
    ...rows(SIDE_ROWS, row => write(SIDE + 1 + row, 0, [sideRow(places, row)])),
    ...rows(SIDE_ROWS, row => write(SIDE + 1 + row, WORK.row, [[scoreWorking(row)]])),
    write(KPI_HEADER, 0, [COLUMNS]),
    write(KPI_HEADER, WORK.row, [[...workHeaders(), ...courseRows()]]),
    ...rows(KPI_ROWS, row => write(FIRST_KPI + row, 0, [kpiRow(places, row, functions, cadence)])),
    ...rows(KPI_ROWS, row => write(FIRST_KPI + row, WORK.row, [workRow(places, row)])),
    write(KPI_HEADER, WORK.missed, [[MISSED_HEADER], ...rows(KPI_ROWS, row => [missedCell(places, row)])]),
    write(SCORE + 1, 0, [['Targets met', targetsMet()]]),
    write(KPI_HEADER, WORK.out, [[OUT_HEADER], ...rows(KPI_ROWS, row => [outCell(places, row)])]),
    ...(functions ? verdictRows(places).map((line, i) => write(KPI_HEADER + i, WORK.verdicts, [line])) : []),
    write(
      1,
      WORK.action,
      rows(LOG_ROWS, row => [actionNumber(places, row)]),
    ),
    ...look(sheet, cadence),
    ...formatRows(snapshot),
  ];
}

/**
 * The number formats of the dashboard's rows, each as its KPI has it.
 *
 * @param snapshot  with `Compass Data` as it is going to be
 */
export function formatRows(snapshot: Snapshot): Edit[] {
  const { data } = readTables(snapshot);
  if (!data) return [];
  const first = data.table.columns.get('Period')! + 1;
  const shown = data.rows.find(row => row !== null);
  return data.columns.flatMap(({ column }): Edit[] => {
    const row = FIRST_KPI - 1 + column - first;
    if (column < first || column - first >= KPI_ROWS || shown === undefined || shown === null) return [];
    const number = data.view.format(shown, column);
    const place = { kind: 'format' as const, sheet: DASHBOARD.name, row, rows: 1, format: { number } };
    return [
      { ...place, column: 2, columns: 2 },
      { ...place, column: 5, columns: 2 },
    ];
  });
}

/**
 * Rows of KPIs written anew, each for another column of `Compass Data` than before; they call functions if they did.
 *
 * @param snapshot  the workbook as it is
 * @param from      the first row, from 0 on
 * @param column    which column of `Compass Data` a row shows, from 0 on
 */
export function rewriteRows(snapshot: Snapshot, from: number, column: (row: number) => number): Edit[] {
  const places = compassPlaces(snapshot);
  const view = viewSheet(snapshot, DASHBOARD.name)!;
  // Anyone who saved it may have changed the case of their names; version 0.1 called a function a row.
  const inOneCall = /KPI_VERDICTS\(/i.test(view.formula(FIRST_KPI - 1, WORK.verdicts) ?? '');
  const functions = inOneCall || /DRIFT_SIGNAL\(/i.test(view.formula(FIRST_KPI - 1, CHANGE) ?? '');
  // A dashboard of before has no count of targets.
  const counts = view.cell(KPI_HEADER - 1, WORK.missed) === MISSED_HEADER;
  const moved: CompassPlaces = {
    ...places,
    data: index => places.data(column(index)),
    below: (index, count) => places.below(index === 'periods' ? index : column(index), count),
  };
  const call = verdictRows(places).map(
    (line, i): Edit => ({
      kind: 'write',
      sheet: view.name,
      row: KPI_HEADER - 1 + i,
      column: WORK.verdicts,
      cells: [line],
    }),
  );
  const rewritten = rows(KPI_ROWS - from, index => index + from).flatMap(row => {
    const at = FIRST_KPI - 1 + row;
    return [
      { column: 0, line: kpiRow(moved, row, functions, cadenceOf(snapshot)) },
      { column: WORK.row, line: workRow(moved, row) },
      { column: WORK.out, line: [outCell(moved, row)] },
      ...(counts ? [{ column: WORK.missed, line: [missedCell(moved, row)] }] : []),
    ].map(
      ({ column: first, line }): Edit => ({
        kind: 'write',
        sheet: view.name,
        row: at,
        column: first,
        cells: [line],
        expected: [line.map((_, index) => view.cell(at, first + index))],
      }),
    );
  });
  return functions && !inOneCall ? [...rewritten, ...call] : rewritten;
}

function cadenceOf(snapshot: Snapshot): Cadence {
  return readTables(snapshot).data?.calendar.cadence ?? 'month';
}

/** Title, vision, the period that is shown and the score. */
function head(snapshot: Snapshot, places: CompassPlaces): Content[][] {
  // The newest period that has ended begins no later than this.
  const latest = { day: 'TODAY()-1', week: 'TODAY()-7', month: 'EDATE(TODAY(),-1)', quarter: 'EDATE(TODAY(),-3)' }[
    cadenceOf(snapshot)
  ];
  const newest = `MAX(${down(WORK.newest, FIRST_KPI, KPI_ROWS)})`;
  const [weights, logs] = [down(2, SIDE + 1, SIDE_ROWS), down(WORK.row, SIDE + 1, SIDE_ROWS)];
  const scored = `SUMIFS(${weights},${down(1, SIDE + 1, SIDE_ROWS)},">=0")`;
  const line = (cells: Content[], last: Content): Content[] => [
    ...cells,
    ...Array(WORK.row - cells.length).fill(null),
    last,
  ];
  return [
    line(['Dashboard'], 'The newest period that has ended begins no later than'),
    line([formula(blankOr(places.label('Vision')))], formula(latest)),
    line(['Newest period', formula(blankOr(at(WORK.row, 4)))], 'The newest of these with a figure, and its row'),
    line([], formula(`IF(${newest}=0,"",${newest})`)),
    line(
      [
        'Alignment score',
        formula(`IF(${scored}=0,"",EXP(SUM(${logs})/${scored}))`),
        'out of 100: how far all functions together are where the strategy wants them',
      ],
      formula(`IFERROR(MATCH(${at(WORK.row, 4)},${places.periods},0),0)`),
    ),
  ];
}

/** A business function with its score, and beside it an open action. */
function sideRow({ functions, log }: CompassPlaces, index: number): Content[] {
  const row = SIDE + 1 + index;
  const source = functions.header + 1 + index;
  const [name, score] = [at(0, row), at(1, row)];
  const cell = (header: string) => `INDEX(${functions.column(header)},${source})`;
  const column = (work: number) => down(work, FIRST_KPI, KPI_ROWS);
  const weights = `SUMIFS(${column(WORK.weight)},${column(1)},${name},${column(4)},">=0")`;
  const action = (header: string) => {
    const found = `INDEX(${log.column(header)},MATCH(${index + 1},${down(WORK.action, 1, LOG_ROWS)},0)+${log.header})`;
    return formula(`IFERROR(${blankOr(found)},"")`);
  };
  return [
    formula(blankOr(cell('Business function'))),
    formula(`IF(OR(${name}="",${weights}=0),"",100*SUMIFS(${column(WORK.points)},${column(1)},${name})/${weights})`),
    formula(`IF(ISNUMBER(${score}),${numberOr(cell('Function weight'), '1')},"")`),
    action('Action'),
    null,
    null,
    action('Owner'),
    action('Due'),
    action('KPI'),
  ];
}

/** A function's share of the score, in logarithms: the score is a weighted geometric mean, each function at least 1. */
function scoreWorking(index: number): Content {
  const row = SIDE + 1 + index;
  return formula(`IF(ISNUMBER(${at(1, row)}),${at(2, row)}*LN(MAX(1,${at(1, row)})),"")`);
}

/** The how-manieth open action a row of the Log is, or blank. */
function actionNumber({ log }: CompassPlaces, index: number): Content {
  const row = log.header + 1 + index;
  const cell = (header: string) => `INDEX(${log.column(header)},${row})`;
  const before = index === 0 ? '0' : `MAX(${down(WORK.action, 1, index)})`;
  return formula(`IF(AND(${cell('Action')}<>"",${cell('Done')}=""),${before}+1,"")`);
}

function workHeaders(): Content[] {
  return ['Row', 'Better', 'Floor', 'Weight', 'Points', 'Newest'];
}

/** Above each course the rows of `Compass Data` that it is read from, oldest first, and then of its moving ranges. */
function courseRows(): Content[] {
  const newest = at(WORK.row, 5);
  return [
    ...rows(COURSE, index => formula(`${newest}-${COURSE - 1 - index}`)),
    ...rows(COURSE - 1, index => `Range ${index + 1}`),
    SAMPLE_HEADER,
  ];
}

const GREY = { color: '#9ca3af' };

function look(sheet: string, cadence: Cadence): Edit[] {
  const format = (row: number, column: number, count: number, columns: number, as: object): Edit => ({
    kind: 'format',
    sheet,
    row: row - 1,
    column,
    rows: count,
    columns,
    format: as,
  });
  const words = (column: number, word: string, as: Pick<CellFormat, 'background' | 'color' | 'bold'>): Edit => ({
    kind: 'conditional format',
    sheet,
    row: FIRST_KPI - 1,
    column,
    rows: KPI_ROWS,
    columns: 1,
    // A verdict may go on with since when.
    when: parseFormula(`LEFT(${columnName(column)}${FIRST_KPI},${word.length})="${word}"`),
    format: as,
  });
  return [
    format(1, 0, 1, 1, { bold: true, size: 18, color: '#1f3a5f' }),
    format(2, 0, 1, 1, { italic: true, color: '#6b7280' }),
    format(3, 0, 1, 1, { bold: true }),
    format(3, 1, 1, 1, { number: PERIOD_FORMAT[cadence], align: 'left' }),
    format(SCORE, 0, 1, 1, { bold: true, size: 14 }),
    format(SCORE, 1, 1, 1, { number: '0', bold: true, size: 24, color: '#0072b2', align: 'left' }),
    format(SCORE, 2, 1, 1, { italic: true, color: '#6b7280' }),
    format(SCORE + 1, 0, 1, 2, { bold: true }),
    format(SIDE, 0, 1, 9, HEADER_FORMAT),
    format(SIDE + 1, 1, SIDE_ROWS, 1, { number: '0', align: 'left' }),
    format(SIDE + 1, 2, SIDE_ROWS, 1, { align: 'left' }),
    format(SIDE + 1, 7, SIDE_ROWS, 1, { number: 'yyyy-mm-dd', align: 'left' }),
    format(KPI_HEADER, 0, 1, COLUMNS.length, HEADER_FORMAT),
    format(KPI_HEADER, 2, 1, 5, FIGURES_HEADER_FORMAT),
    format(KPI_HEADER, 7, 1 + KPI_ROWS, 2, { align: 'center' }),
    format(FIRST_KPI, 3, KPI_ROWS, 1, { align: 'right' }),
    format(FIRST_KPI, 4, KPI_ROWS, 1, { number: '0%' }),
    format(1, WORK.row, FIRST_KPI + KPI_ROWS - 1, WORK.missed - WORK.row + 1, GREY),
    format(2, WORK.row, 1, 1, { number: 'yyyy-mm-dd', align: 'left' }),
    format(4, WORK.row, 1, 1, { number: 'yyyy-mm-dd', align: 'left' }),
    words(7, 'worse', VERDICT_FORMATS.worse),
    words(7, 'better', VERDICT_FORMATS.better),
    words(8, 'always misses it', VERDICT_FORMATS.worse),
    words(8, 'always meets it', VERDICT_FORMATS.better),
    ...rows(KPI_ROWS, sparkline),
    {
      kind: 'page',
      sheet,
      landscape: true,
      onePage: true,
      area: { top: 0, left: 0, bottom: FIRST_KPI + KPI_ROWS - 2, right: COLUMNS.length - 1 },
    },
  ];
}

/** The course of a KPI, in the last column of its row. */
export function sparkline(index: number): Edit {
  const row = FIRST_KPI - 1 + index;
  return {
    kind: 'sparkline',
    sheet: DASHBOARD.name,
    row,
    column: COLUMNS.length - 1,
    values: { sheet: DASHBOARD.name, top: row, left: WORK.values, bottom: row, right: WORK.values + COURSE - 1 },
    color: '#0072b2',
  };
}
