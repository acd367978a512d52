import { cellAt } from '../../cells/address';
import { printFormula } from '../../cells/printFormula';
import { copied } from '../../cells/references';
import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import { readTables } from '../../workbook/register/readTracked';
import { behind } from '../../workbook/sheets/behind';
import { TEMPLATES } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { TrackError } from '../../workbook/sources/trackError';
import { track } from '../../workbook/track/track';
import { newStrategyRows, newTableRow } from '../../workbook/track/writeKpi';
import { compassPlaces } from '../dashboard/compassPlaces';
import { formatRows } from '../dashboard/dashboard';
import { leaveOut } from '../dashboard/leaveOut';
import { solved } from '../formula/calculate';
import { asInstalled } from '../install/inCadence';
import { freeNames, sampleFillings } from '../install/layout';
import { limitEdits } from '../install/limits';
import { columnAt, extentOf, type PlacedBlock, type PlacedSheet, placeSheets, sourceOf } from '../install/placement';
import { type FilledSheets, formulaAt, sheetCells } from '../install/sheetCells';
import { columnLook, type Look, newSheetEdit, sheetLook, sparklineEdits } from '../install/sheetLook';
import { fingerprint } from '../installed/fingerprint';
import { type Installed, installedTemplates } from '../installed/installed';
import { markInstalled } from '../installed/markInstalled';
import type { PeriodsBlock, TableBlock, Template, TemplateColumn } from '../template';
import { type Arranged, arrangeSheets } from './installedPlacement';

/** What bringing an installed template to a newer version would do. */
export interface Upgrade {
  edits: Edit[];
  from: number;
  to: number;
  /** What changes, and what stays although the template has it no more, in an owner's words. */
  differences: string[];
}

/**
 * Brings an installed template to the version of the catalogue. Figures that were typed stay, and so do formulas that were
 * changed in a row of their own: a formula is replaced only where its neighbours say that it is still the template's. New
 * columns are to the right of the others; what the template no longer has is left in place.
 *
 * @param snapshot  with the template's sheets whole (`placesToRemove`)
 * @param newer     its newer version
 * @throws          TrackError where it is not installed
 */
export function upgradeTemplate(snapshot: Snapshot, newer: Template): Upgrade {
  const template = asInstalled(newer, snapshot);
  const installed = installedTemplates(snapshot)
    .filter(({ id }) => id === template.id)
    .pop();
  if (!installed) throw new TrackError(`${template.name} is not installed in this workbook.`);
  const { version } = installed;
  if (version >= template.version) {
    const said =
      version === template.version ? 'is up to date' : `is newer (${version}) than the one here (${template.version})`;
    return {
      edits: [],
      from: version,
      to: template.version,
      differences: [`${template.name} ${said}; nothing changes.`],
    };
  }
  const differences: string[] = [];
  const plan = planEdits(snapshot, solved);
  const arranged = arrangeSheets(snapshot, template, installed);
  const fresh = newSheets(snapshot, template, arranged);
  // What stays in an empty installation is on a new sheet too: assumptions, names.
  const parts = { ...template, sheets: fresh.map(({ sheet }) => sheet) };
  const kept = new Map(sampleFillings(parts, fresh, [], 'empty'));
  const sheets: FilledSheets = { placed: [...arranged.map(({ placed }) => placed), ...fresh], fillings: kept };
  const look: Look = { template, currency: readTables(snapshot).strategy.currency, locale: snapshot.locale };
  plan.add(() =>
    fresh.flatMap(placed => [
      newSheetEdit(placed),
      ...sheetCells(sheets, placed).map(cells => write(placed, cells)),
      ...sheetLook(look, placed, sheets.placed),
      ...sparklineEdits(sheets.placed, placed),
    ]),
  );
  for (const { name } of fresh) differences.push(`A new sheet: ${name}.`);
  for (const each of arranged) {
    plan.add(now => columnEdits(now, look, sheets, each, differences));
    for (const header of each.unknown)
      differences.push(`${each.placed.name}: '${header}' is no longer part of the template; it is kept.`);
  }
  for (const goal of template.strategy.goals) plan.add(now => newStrategyRows(now, goal, { name: '' }));
  for (const business of template.strategy.functions) plan.add(now => newStrategyRows(now, { name: '' }, business));
  const known = readTables(snapshot).names;
  const added = template.kpis.filter(({ name }) => !known.some(other => sameName(other, name)));
  for (const { name, column, usual: _, ...kpi } of added) {
    differences.push(`A new KPI: ${name}.`);
    plan.add(now => track(now, { ...kpi, ...sourceOf(sheets.placed, column), kpi: name, blank: true }));
  }
  plan.add(now => [...leaveOut(now), ...formatRows(now)]);
  plan.add(now => limitsOfNew(now, { ...template, kpis: added }, sheets.placed, fresh));
  for (const sheet of installed.sheets) {
    const own = arranged.find(({ placed }) => sameName(placed.name, sheet.name));
    plan.add(now => markInstalled(now, sheet, { wider: own?.wider ?? 0, version: template.version }));
  }
  for (const placed of fresh) plan.add(now => freshRow(now, template, installed, placed));
  return { edits: plan.finish(), from: version, to: template.version, differences };
}

function write({ name: sheet }: PlacedSheet, cells: ReturnType<typeof sheetCells>[number]): Edit {
  return { kind: 'write', sheet, ...cells };
}

/** Sheets that the installed version does not have, with the periods of those it has. */
function newSheets(snapshot: Snapshot, template: Template, arranged: Arranged[]): PlacedSheet[] {
  const missing = template.sheets.filter(sheet => !arranged.some(({ placed }) => placed.sheet.name === sheet.name));
  const grid = arranged.flatMap(({ placed }) => placed.blocks.flatMap(block => block.grid ?? []))[0];
  if (missing.length === 0 || !grid) return [];
  const part = { ...template, sheets: missing };
  return placeSheets(part, freeNames(part, sheetNames(snapshot)), () => grid);
}

/** New columns, and formulas that the newer version has otherwise. */
function columnEdits(
  now: Snapshot,
  look: Look,
  sheets: FilledSheets,
  { placed, fresh }: Arranged,
  differences: string[],
): Edit[] {
  const view = viewSheet(now, placed.name)!;
  return placed.blocks.flatMap(at => {
    const { block } = at;
    if (block.kind !== 'periods' && block.kind !== 'table') return [];
    return block.columns.flatMap((column): Edit[] => {
      const index = columnAt(block, column.id);
      if (fresh.includes(column.id)) {
        differences.push(`${placed.name}: a new column '${column.header}'.`);
        return newColumn(look, sheets, placed, at, block, column, index);
      }
      const changed = changedRows(view, sheets, placed, at, column, index);
      if (changed.rows.length > 0) {
        const stays =
          changed.own > 0 ? `; ${changed.own} that you changed ${changed.own === 1 ? 'stays' : 'stay'}` : '';
        differences.push(
          `${placed.name}: the formula of '${column.header}' changes in ${changed.rows.length} rows${stays}.`,
        );
      }
      return changed.rows.map(({ row, formula }) => ({
        kind: 'write',
        sheet: placed.name,
        row,
        column: index,
        cells: [[formula]],
        expected: [[view.cell(row, index)]],
      }));
    });
  });
}

function newColumn(
  look: Look,
  sheets: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  block: PeriodsBlock | TableBlock,
  column: TemplateColumn,
  index: number,
): Edit[] {
  const alone: PlacedSheet = { ...placed, blocks: [{ ...at, block: { ...block, columns: [column] } as TableBlock }] };
  const cells = Array.from({ length: at.rows }, (_, row) => {
    const formula = column.formulas?.[row] ?? (row === 0 ? (column.first ?? column.formula) : column.formula);
    return [formula === undefined ? null : formulaAt(sheets, placed, at, formula, row)];
  });
  return [
    { kind: 'write', sheet: placed.name, row: at.header!, column: index, cells: [[column.header], ...cells] },
    ...columnLook(look, alone, at, column, index),
  ];
}

/** The rows in which a column still holds the template's own formula and the newer version has another. */
function changedRows(
  view: SheetView,
  sheets: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  column: TemplateColumn,
  index: number,
) {
  if (column.formula === undefined) return { rows: [], own: 0 };
  const places = Array.from({ length: at.rows }, (_, row) => at.first + row);
  const standing = places.map(row => behind(view, row, index));
  /** A formula as it would read in the first row. */
  const pattern = (row: number) => copied(String(standing[row]), -row, 0);
  const counts = new Map<string, number>();
  for (const row of places.keys()) counts.set(pattern(row), (counts.get(pattern(row)) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [''];
  const rows: { row: number; formula: ReturnType<typeof formulaAt> }[] = [];
  let own = 0;
  for (const [row, place] of places.entries()) {
    const isFirst = row === 0 && column.first !== undefined;
    const formula = formulaAt(sheets, placed, at, isFirst ? column.first! : column.formula, row);
    if (`=${printFormula(formula.formula, 'excel')}` === standing[row]) continue;
    if (pattern(row) === common || isFirst) rows.push({ row: place, formula });
    else own++;
  }
  return { rows, own };
}

/** Target and limits above the columns of new KPIs. */
function limitsOfNew(now: Snapshot, template: Template, placed: PlacedSheet[], fresh: PlacedSheet[]): Edit[] {
  return placed.flatMap(sheet =>
    limitEdits(template, sheet, compassPlaces(now), new Map(), true).filter(
      edit => fresh.includes(sheet) || edit.kind !== 'write' || edit.column > 0,
    ),
  );
}

function freshRow(now: Snapshot, template: Template, { on, sample }: Installed, placed: PlacedSheet): Edit[] {
  const view = viewSheet(now, placed.name)!;
  const range = { ...cellAt(0, 0), bottom: placed.rows - 1, right: placed.columns - 1 };
  const row = {
    Template: template.id,
    Version: template.version,
    Sheet: placed.name,
    Range: extentOf(placed),
    Fingerprint: fingerprint(view, range),
    Installed: on ?? Math.floor(now.today),
    Sample: sample ? 'yes' : null,
  };
  return newTableRow(now, TEMPLATES, row, 0, { Installed: 'yyyy-mm-dd' });
}
