import { printRange, sameSheet } from '../../cells/address';
import { referencesIn } from '../../cells/references';
import type { Cell } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import type { Place } from '../../workbook/register';
import { DASHBOARD, headersOf, KPIS, PRODUCT_SHEETS, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { TrackError } from '../../workbook/sources/trackError';
import { withoutTargets } from '../../workbook/track/targets';
import { dropKpiColumns } from '../../workbook/track/writeKpi';
import { formatRows } from '../dashboard/dashboard';
import { leaveOut } from '../dashboard/leaveOut';
import { solved } from '../formula/calculate';
import { asInstalled } from '../install/inCadence';
import { type Installed, installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template } from '../template';
import { changesIn, type Remark } from './changes';
import { isGoing, productSheets } from './productSheets';
import { dashboardWithoutKpis, dataWithoutKpis, kpisFrom, withoutKpiRows } from './withoutKpis';
import { withoutRows } from './withoutRows';
import { withoutStrategy } from './withoutStrategy';

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
  plan.add(now => dashboardWithoutKpis(now, goes, kpis.names));
  plan.add(now => dataWithoutKpis(now, kpis.names));
  for (const kpi of kpis.names) plan.add(now => withoutTargets(now, kpi));
  plan.add(now => withoutKpiRows(now, kpis.rows));
  plan.add(now => (isGoing(goes, KPIS.name) ? [] : dropKpiColumns(now)));
  plan.add(now =>
    withoutStrategy(
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
