import { printRange, sameSheet } from '../../cells/address';
import { referencesIn } from '../../cells/references';
import { type Cell, isBlank } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import type { Place } from '../../workbook/register';
import { readTables } from '../../workbook/register/readTracked';
import {
  DASHBOARD,
  headersOf,
  KPIS,
  LOG,
  PRODUCT_SHEETS,
  STRATEGY,
  TEMPLATES,
} from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { parseSource } from '../../workbook/sources/source';
import { TrackError } from '../../workbook/sources/trackError';
import { withoutTargets } from '../../workbook/track/targets';
import { dropKpiColumns } from '../../workbook/track/writeKpi';
import { formatRows, rewriteRows } from '../dashboard/dashboard';
import { KPI_ROWS } from '../dashboard/dashboardRows';
import { leaveOut } from '../dashboard/leaveOut';
import { solved } from '../formula/calculate';
import { asInstalled } from '../install/inCadence';
import { type Installed, installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template } from '../template';
import { changesIn, type Remark } from './changes';

/** What taking a template out would do. */
export interface Removal {
  edits: Edit[];
  /** What was typed or changed in its sheets since it was installed; it goes with them. */
  changed: Remark[];
  /** Cells elsewhere whose formulas speak of its sheets: they will show #REF!. */
  referring: Remark[];
  /** Sheets that go, and sheets of the product's own that stay although no template is left, with why. */
  sheets: string[];
  stays: string[];
}

/**
 * What a host has to read before a template can be taken out, brought to a newer version or extended: every sheet whole, as
 * any cell may speak of the template's. The Compass sheets are read anyway.
 */
export function placesToRemove(snapshot: Snapshot): Place[] {
  return sheetNames(snapshot).map(sheet => ({ sheet }));
}

/**
 * Takes a template out: its sheets, the KPIs that are read from them, goals and functions that nobody else uses, and, with
 * the last template, the Compass sheets that an installation made. A Log with rows stays.
 *
 * @param snapshot   with the places of `placesToRemove`
 * @param chosen     the template; where it is installed twice, its newest installation
 * @param catalogue  the templates that may be installed besides: their goals stay
 * @throws           TrackError where it is not installed
 */
export function removeTemplate(snapshot: Snapshot, chosen: Template, catalogue: Template[] = []): Removal {
  const template = asInstalled(chosen, snapshot);
  const all = installedTemplates(snapshot);
  const own = all.filter(({ id }) => id === template.id).pop();
  if (!own) throw new TrackError(`${template.name} is not installed in this workbook.`);
  const names = own.sheets.flatMap(({ name }) => viewSheet(snapshot, name)?.name ?? []);
  const kpis = kpisFrom(snapshot, names);
  const others = all.filter(each => each !== own && each.id !== MADE_BY_PRODUCT);
  const isLast = others.length === 0 && kpis.rest === 0;
  const { goes, stays } = isLast ? productSheets(snapshot, all, template) : { goes: [], stays: [] };
  const sheets = [...names, ...goes];
  const plan = planEdits(snapshot, (now, edits) =>
    solved(
      now,
      edits.filter(edit => !isGoing(goes, edit.sheet)),
    ),
  );
  if (sheets.length === sheetNames(snapshot).length)
    plan.add(() => [{ kind: 'add sheet', sheet: freshName(snapshot) }]);
  plan.add(now => (isGoing(goes, DASHBOARD.name) ? [] : leaveOut(now)));
  plan.add(now => dashboardEdits(now, goes, kpis.names));
  plan.add(now => dataEdits(now, kpis.names));
  for (const kpi of kpis.names) plan.add(now => withoutTargets(now, kpi));
  plan.add(now => kpiEdits(now, kpis.rows));
  plan.add(now => (isGoing(goes, KPIS.name) ? [] : dropKpiColumns(now)));
  plan.add(now =>
    strategyEdits(
      now,
      template,
      catalogue.filter(({ id }) => others.some(other => other.id === id)),
      kpis.names,
    ),
  );
  plan.add(now => (isGoing(goes, DASHBOARD.name) || !viewSheet(now, DASHBOARD.name) ? [] : formatRows(now)));
  plan.add(() => templateRows(snapshot, own, goes.length > 0 ? all.filter(({ id }) => id === MADE_BY_PRODUCT) : []));
  const removals = sheets.map((sheet): Edit => {
    return { kind: 'remove sheet', sheet, expected: cellsOf(viewSheet(snapshot, sheet)!) };
  });
  return {
    edits: plan.finish(removals),
    changed: [...changesIn(snapshot, template, own), ...kpis.added(template)],
    referring: referringTo(snapshot, names, sheets),
    sheets,
    stays,
  };
}

function isGoing(goes: string[], sheet: string): boolean {
  return goes.some(name => sameSheet(name, sheet));
}

function cellsOf(view: SheetView): Cell[][] {
  return Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}

/** No workbook can be without a sheet. */
function freshName(snapshot: Snapshot): string {
  const names = sheetNames(snapshot).map(name => name.toLowerCase());
  for (let number = 1; ; number++) if (!names.includes(`sheet${number}`)) return `Sheet${number}`;
}

/** The KPIs whose source lies on some sheets: their names, their rows, and how many others there are. */
function kpisFrom(snapshot: Snapshot, sheets: string[]) {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && findTable(view, headersOf(KPIS), []);
  const column = (header: string) => table?.columns.get(header);
  const [nameAt, sourceAt] = [column('KPI'), column('Source')];
  const rows = (table?.rows ?? []).flatMap(row => {
    const source = sourceAt === undefined ? null : parseSource(String(view!.cell(row, sourceAt) ?? ''));
    const isOwn = source !== null && sheets.some(name => sameSheet(name, source.values.sheet));
    return nameAt === undefined || isBlank(view!.cell(row, nameAt))
      ? []
      : [{ row, name: String(view!.cell(row, nameAt)), isOwn }];
  });
  const own = rows.filter(({ isOwn }) => isOwn);
  return {
    names: own.map(({ name }) => name),
    rows: own.map(({ row }) => row),
    rest: rows.length - own.length,
    added: ({ kpis }: Template): Remark[] =>
      own
        .filter(({ name }) => !kpis.some(kpi => sameName(kpi.name, name.replace(/ \(\d+\)$/, ''))))
        .map(({ name, row }) => ({
          place: { sheet: view!.name, range: `${row + 1}:${row + 1}` },
          message: `The KPI '${name}' was tracked from these sheets later; it is removed with them.`,
        })),
  };
}

/** The product's own sheets that go with the last template, and those that stay, with why. */
function productSheets(snapshot: Snapshot, all: Installed[], template: Template): { goes: string[]; stays: string[] } {
  const made = all.flatMap(({ id, sheets }) => (id === MADE_BY_PRODUCT ? sheets.map(({ name }) => name) : []));
  const there = made.flatMap(name => viewSheet(snapshot, name) ?? []);
  const reasons = there.map(view => ({ name: view.name, why: reasonToStay(snapshot, view, template) }));
  return {
    goes: reasons.flatMap(({ name, why }) => (why === null ? [name] : [])),
    stays: reasons.flatMap(({ name, why }) => (why === null ? [] : [`${name} stays: ${why}`])),
  };
}

function reasonToStay(snapshot: Snapshot, view: SheetView, template: Template): string | null {
  if (sameSheet(view.name, LOG.name)) {
    const rows = findTable(view, headersOf(LOG), [])?.rows.length ?? 0;
    return rows === 0 ? null : `it has ${rows === 1 ? 'an entry' : `${rows} entries`}.`;
  }
  if (!sameSheet(view.name, STRATEGY.name)) return null;
  const { vision, values, goals } = readTables(snapshot).strategy;
  const own = template.strategy;
  if (![own.vision, ''].includes(vision) || ![own.values, ''].includes(values))
    return 'its vision or values are your own.';
  const added = goals.find(({ name, why }) => !own.goals.some(goal => sameName(goal.name, name) && goal.why === why));
  return added ? `the goal '${added.name}' is your own.` : null;
}

/** Rows of the dashboard are made to show what stays, before the columns go that they show now. */
function dashboardEdits(snapshot: Snapshot, goes: string[], kpis: string[]): Edit[] {
  const view = viewSheet(snapshot, DASHBOARD.name);
  const { data } = readTables(snapshot);
  if (!view || view.rows === 0 || !data || isGoing(goes, DASHBOARD.name) || kpis.length === 0) return [];
  const first = data.table.columns.get('Period')! + 1;
  const gone = dataColumns(snapshot, kpis).map(column => column - first);
  const stay = Array.from({ length: KPI_ROWS + gone.length }, (_, index) => index).filter(
    index => !gone.includes(index),
  );
  return rewriteRows(snapshot, Math.min(...gone, KPI_ROWS), row => stay[row]!);
}

function dataColumns(snapshot: Snapshot, kpis: string[]): number[] {
  const { data } = readTables(snapshot);
  return (data?.columns ?? []).flatMap(({ name, column }) => (kpis.some(kpi => sameName(kpi, name)) ? [column] : []));
}

/** Columns of `Compass Data` go, and the periods at its ends that no other KPI has a figure for. */
function dataEdits(snapshot: Snapshot, kpis: string[]): Edit[] {
  const { data } = readTables(snapshot);
  const gone = dataColumns(snapshot, kpis).sort((a, b) => b - a);
  if (!data || gone.length === 0) return [];
  const { view, table } = data;
  const stay = data.columns.map(({ column }) => column).filter(column => !gone.includes(column));
  const isEmpty = (row: number) =>
    stay.every(column => view.formula(row, column) === null && isBlank(view.cell(row, column)));
  const rows = [...table.rows];
  const ends: number[] = [];
  while (rows.length > 0 && isEmpty(rows[rows.length - 1]!)) ends.push(rows.pop()!);
  const leading: number[] = [];
  while (rows.length > 0 && isEmpty(rows[0]!)) leading.unshift(rows.shift()!);
  return [
    ...runs(gone).map(({ from: column, count }): Edit => ({ kind: 'remove columns', sheet: view.name, column, count })),
    ...runs([...ends, ...leading]).map(
      ({ from: row, count }): Edit => ({ kind: 'remove rows', sheet: view.name, row, count }),
    ),
  ];
}

/** Neighbouring rows or columns as one, the last first, so that no removal moves the place of the next. */
function runs(places: number[]): { from: number; count: number }[] {
  const found: { from: number; count: number }[] = [];
  for (const place of [...places].sort((a, b) => b - a)) {
    const last = found[found.length - 1];
    if (last?.from === place + 1) found[found.length - 1] = { from: place, count: last.count + 1 };
    else found.push({ from: place, count: 1 });
  }
  return found;
}

function kpiEdits(snapshot: Snapshot, rows: number[]): Edit[] {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && findTable(view, headersOf(KPIS), []);
  if (!view || !table) return [];
  return withoutRows(table, rows);
}

/** Rows of a table go; where something else is beside the table, only its own cells are cleared. */
function withoutRows({ view, columns }: Table, rows: number[]): Edit[] {
  const own = [...columns.values()];
  const isAlone = (row: number) =>
    Array.from({ length: view.columns }, (_, column) => column).every(
      column => own.includes(column) || isBlank(view.cell(row, column)),
    );
  return [
    ...rows.filter(row => !isAlone(row)).flatMap(row => own.flatMap(column => cleared(view, row, column))),
    ...runs(rows.filter(isAlone)).map(
      ({ from, count }): Edit => ({ kind: 'remove rows', sheet: view.name, row: from, count }),
    ),
  ];
}

function cleared(view: SheetView, row: number, column: number): Edit[] {
  if (isBlank(view.cell(row, column)) && view.formula(row, column) === null) return [];
  return [{ kind: 'write', sheet: view.name, row, column, cells: [[null]], expected: [[view.cell(row, column)]] }];
}

/** Goals and business functions as the template has them, where no KPI that stays and no other template names them. */
function strategyEdits(snapshot: Snapshot, { strategy }: Template, others: Template[], going: string[]): Edit[] {
  const view = viewSheet(snapshot, STRATEGY.name);
  if (!view) return [];
  const { rows } = readTables(snapshot);
  const used = (kind: 'goal' | 'function', name: string) =>
    rows.some(row => sameName(row[kind], name) && !going.includes(row.name)) ||
    others.some(other =>
      other.strategy[kind === 'goal' ? 'goals' : 'functions'].some(each => sameName(each.name, name)),
    );
  const clear = (which: number, header: string, isOwn: (at: (header: string) => Cell) => boolean): Edit[] => {
    const table = findTable(view, headersOf(STRATEGY, which), []);
    if (!table) return [];
    const at = (row: number) => (name: string) => {
      const column = table.columns.get(name);
      return column === undefined ? null : view.cell(row, column);
    };
    return table.rows
      .filter(row => !isBlank(at(row)(header)) && isOwn(at(row)))
      .flatMap(row => [...table.columns.values()].flatMap(column => cleared(view, row, column)));
  };
  return [
    ...clear(0, 'Goal', at => {
      const goal = strategy.goals.find(({ name }) => sameName(name, at('Goal')));
      return goal !== undefined && at('Why it matters') === goal.why && !used('goal', goal.name);
    }),
    ...clear(1, 'Business function', at => {
      const own = strategy.functions.find(({ name }) => sameName(name, at('Business function')));
      return own !== undefined && (at('Function weight') ?? 1) === (own.weight ?? 1) && !used('function', own.name);
    }),
  ];
}

/** Its rows of `Compass Templates` go; those of the product's own sheets only with these. */
function templateRows(snapshot: Snapshot, own: Installed, made: Installed[]): Edit[] {
  const view = viewSheet(snapshot, TEMPLATES.name);
  const table = view && findTable(view, headersOf(TEMPLATES), []);
  if (!view || !table) return [];
  return withoutRows(
    table,
    [own, ...made].flatMap(({ sheets }) => sheets.map(({ row }) => row)),
  );
}

/** Formulas outside the template's sheets and the product's own that speak of them. */
function referringTo(snapshot: Snapshot, names: string[], going: string[]): Remark[] {
  return snapshot.sheets.flatMap(({ name, row = 0, column = 0, formulas = [] }) => {
    if ([...going, ...PRODUCT_SHEETS].some(other => sameSheet(other, name))) return [];
    return formulas.flatMap((line, r) =>
      line.flatMap((formula, c): Remark[] => {
        if (formula === null || !referencesIn(formula).some(({ sheet }) => names.some(own => sameSheet(own, sheet))))
          return [];
        const [top, left] = [row + r, column + c];
        const range = printRange({ top, left, bottom: top, right: left });
        return [{ place: { sheet: name, range }, message: `${name} ${range} reads it: ${formula}` }];
      }),
    );
  });
}
