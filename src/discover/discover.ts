import type { Range } from '../cells/address';
import { readTables, readTracked } from '../workbook/register/readTracked';
import { PRODUCT_SHEETS, TEMPLATES } from '../workbook/sheets/compassSheets';
import { sameName } from '../workbook/sheets/names';
import { sheetNames, viewSheet } from '../workbook/sheets/sheetView';
import type { Snapshot } from '../workbook/snapshot';
import { describe } from './describe';
import type { Discovery } from './finding';
import { lookAt } from './firstLook';
import type { Found } from './found';
import { ledgersIn } from './layouts/ledgers';
import { matricesIn } from './layouts/matrices';
import { sheetsOfPeriods } from './layouts/sheetsOfPeriods';
import { tablesIn } from './layouts/tables';
import { planesOf } from './plane';
import { findRuns, type Looked, type Run } from './runs';
import { unreadableIn } from './unreadable';

export interface DiscoverOptions {
  /**
   * Whether the first two hundred series get a first look at once, which takes a few milliseconds each; true by default. `lookAt` takes
   * it of one, when it is shown.
   */
  looks?: boolean;
  /** One sheet only. */
  sheet?: string;
}

/** How much of one sheet is looked through for tables; what begins there is followed to its end. */
const LOOKED: Looked = { places: 1500, lines: 300 };
/** Series that get a first look at once. */
const MOST_LOOKS = 200;
/** Cells of all sheets that are looked through; of a workbook with more, less of each sheet. */
const MOST_CELLS = 600_000;

/**
 * Finds every series of figures with periods beside it, sheet by sheet.
 *
 * @param snapshot  the whole workbook
 * @param options   whether to take a first look; one sheet only
 */
export function discover(snapshot: Snapshot, { looks = true, sheet }: DiscoverOptions = {}): Discovery {
  const { fiscalYearStart } = readTables(snapshot).strategy;
  const options = { locale: snapshot.locale, fiscalYearStart };
  const own = ownersSheets(snapshot).filter(name => sheet === undefined || sameName(name, sheet));
  const tracked = trackedRanges(snapshot);
  const discovery: Discovery = { findings: [], unreadable: [], sampled: [] };
  // A sheet at a time: the figures of one are let go before those of the next are read.
  const take = (found: Found[]) =>
    discovery.findings.push(...found.map(each => describe(each, { fiscalYearStart, tracked })));
  const sized = own.flatMap(name => {
    const view = viewSheet(snapshot, name);
    return view && view.rows > 0 ? [view] : [];
  });
  const share = MOST_CELLS / Math.max(1, sized.length);
  for (const { name, rows, columns } of sized) {
    const planes = planesOf(snapshot, name)!;
    const width = Math.min(columns, LOOKED.lines);
    const height = Math.min(rows, Math.max(200, Math.min(LOOKED.places, Math.floor(share / width))));
    if (height < rows || width < columns) discovery.sampled.push({ sheet: name, rows: height, columns: width });
    const down = findRuns(snapshot, planes.down, options, { places: height, lines: width });
    const across = findRuns(snapshot, planes.across, options, { places: width, lines: height });
    const matrices = matricesIn([...down, ...across], options);
    const free = (run: Run) => !matrices.used.has(run);
    const runs = apart(down.filter(free), across.filter(free));
    const found = [...matrices.found, ...tablesIn(runs, snapshot), ...ledgersIn(runs, snapshot)];
    discovery.unreadable.push(...unreadableIn(planes.across, runs, found, height));
    take(withoutTwins(found));
  }
  if (sheet === undefined) {
    const bare = own.filter(name => !discovery.findings.some(finding => finding.sheet === name));
    take(sheetsOfPeriods(snapshot, bare, options));
  }
  for (const finding of looks ? discovery.findings.slice(0, MOST_LOOKS) : [])
    finding.look = lookAt(finding, fiscalYearStart);
  return discovery;
}

/** Runs of both directions without those whose cells belong to a longer one of the other. */
function apart(down: Run[], across: Run[]): Run[] {
  const cellsOf = (run: Run) =>
    run.periods.map(({ place }) =>
      run.plane.across ? { row: run.line, column: place } : { row: place, column: run.line },
    );
  const covers = (run: Run, { row, column }: { row: number; column: number }) =>
    run.plane.across
      ? row === run.line && column >= run.first && column <= run.last
      : column === run.line && row >= run.first && row <= run.last;
  const isTaken = (run: Run, others: Run[]) => {
    const cells = cellsOf(run);
    const rivals = others.filter(
      other =>
        other.periods.length > run.periods.length ||
        (other.periods.length === run.periods.length && !other.plane.across),
    );
    const taken = cells.filter(cell => rivals.some(other => covers(other, cell)));
    return cells.length > 0 && taken.length * 2 > cells.length;
  };
  return [...down.filter(run => !isTaken(run, across)), ...across.filter(run => !isTaken(run, down))];
}

/** The same cells of a sheet read in both directions count once: as the line with more figures. */
function withoutTwins(found: Found[]): Found[] {
  const isRow = ({ values }: Found) => values.top === values.bottom;
  const lines = found.filter(({ isLedger }) => !isLedger);
  if (lines.every(isRow) || !lines.some(isRow)) return found;
  const dropped = new Set<Found>();
  const taken = new Set<string>();
  for (const each of [...lines].sort((a, b) => b.figures.length - a.figures.length)) {
    const cells = each.cells();
    if (cells.filter(cell => taken.has(cell)).length * 2 > cells.length) dropped.add(each);
    else for (const cell of cells) taken.add(cell);
  }
  return found.filter(each => !dropped.has(each));
}

/** Sheets that are no part of the product, nor made by one of its templates. */
export function ownersSheets(snapshot: Snapshot): string[] {
  const made = madeSheets(snapshot);
  return sheetNames(snapshot).filter(name => ![...PRODUCT_SHEETS, ...made].some(other => sameName(other, name)));
}

function madeSheets(snapshot: Snapshot): string[] {
  const view = viewSheet(snapshot, TEMPLATES.name);
  if (!view) return [];
  const columns = Array.from({ length: view.columns }, (_, column) => column);
  for (let row = 0; row < Math.min(view.rows, 10); row++) {
    const column = columns.find(at => sameName(view.cell(row, at), 'Sheet'));
    if (column === undefined) continue;
    const below = Array.from({ length: view.rows - row - 1 }, (_, index) => view.cell(row + 1 + index, column));
    return below.flatMap(cell => (typeof cell === 'string' ? [cell] : []));
  }
  return [];
}

/** The cells that KPIs follow already. */
function trackedRanges(snapshot: Snapshot): { name: string; values: Range }[] {
  return readTracked(snapshot).kpis.flatMap(({ row, source, origins }) => {
    const cell = origins.flatMap(origin => (origin && 'cell' in origin ? [origin.cell] : []))[0];
    const values = source?.values ?? cell;
    return values ? [{ name: row.name, values }] : [];
  });
}
