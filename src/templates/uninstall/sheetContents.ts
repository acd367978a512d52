import { sameSheet } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Place } from '../../workbook/register';
import { DASHBOARD, DATA, KPIS, LOG, STRATEGY, TARGETS, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { cellPlace } from '../../workbook/sheets/tables';
import type { Remark } from '../upkeep/changes';
import type { CompassSheetFound } from './compassSheets';

/** How many rows a Compass sheet's tables have. */
export function rowCount({ tables }: CompassSheetFound): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What a Compass sheet contains, in an owner's words. */
export function contentsInWords(sheet: CompassSheetFound): string {
  const { made, view } = sheet;
  const count = rowCount(sheet);
  const words: Record<string, string> = {
    [STRATEGY.name]: 'vision, goals and business functions',
    [KPIS.name]: count === 1 ? '1 KPI' : `${count} KPIs`,
    [DATA.name]: `figures of ${count === 1 ? '1 period' : `${count} periods`}`,
    [TARGETS.name]: `targets of ${count === 1 ? '1 period' : `${count} periods`}`,
    [LOG.name]: count === 1 ? '1 decision or other entry' : `${count} decisions and other entries`,
    [TEMPLATES.name]: 'the list of installed templates',
    [DASHBOARD.name]: 'the page to print',
  };
  return `${words[made]}${sameSheet(made, view.name) ? '' : `, created as '${made}'`}`;
}

/** What an owner put on a Compass sheet beyond what it asks for: figures typed into the data, cells beside a table. */
export function ownOnSheet(sheet: CompassSheetFound): Remark[] {
  const { name } = sheet.view;
  return [
    ...counted(name, typedFigures(sheet), 'figure typed into it', 'figures typed into it'),
    ...counted(name, besideTables(sheet), 'cell of yours beside its table', 'cells of yours beside its table'),
  ];
}

function counted(sheet: string, places: Place[], one: string, many: string): Remark[] {
  const [first] = places;
  if (!first) return [];
  const what = places.length === 1 ? `1 ${one}, ${first.range}` : `${places.length} ${many}, from ${first.range} on`;
  return [{ place: first, message: `${sheet}: ${what}.` }];
}

/** Figures of `Compass Data`, and targets, that no formula brings. */
function typedFigures({ made, view, tables }: CompassSheetFound): Place[] {
  const [table] = tables;
  if (!table || !isOfPeriods(made)) return [];
  const found: Place[] = [];
  for (let row = table.headerRow + 1; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const isFigure = column !== table.columns.get('Period') && !isBlank(view.cell(row, column));
      if (isFigure && view.formula(row, column) === null) found.push(cellPlace(view, row, column));
    }
  }
  return found;
}

/** Whether a sheet has a column a KPI, which are all ours. */
function isOfPeriods(made: string): boolean {
  return made === DATA.name || made === TARGETS.name;
}

/** Cells of a Compass sheet that belong to none of its tables and labels. */
function besideTables({ made, view, tables }: CompassSheetFound): Place[] {
  if (tables.length === 0 || isOfPeriods(made)) return [];
  const top = Math.min(...tables.map(({ headerRow }) => headerRow));
  const columns = new Set(tables.flatMap(table => [...table.columns.values()]));
  const found: Place[] = [];
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const isOurs = row < top ? made === STRATEGY.name && column < 3 : columns.has(column);
      if (!isOurs && !isBlank(view.cell(row, column))) found.push(cellPlace(view, row, column));
    }
  }
  return found;
}
