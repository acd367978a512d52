import { printRange } from '../cells/address';
import { applyEdits } from '../workbook/applyEdits';
import { emptyCompassSheets, TEMPLATES } from '../workbook/compassSheets';
import type { Edit } from '../workbook/edit';
import { joinWrites } from '../workbook/joinWrites';
import { readTables } from '../workbook/readTracked';
import type { Snapshot } from '../workbook/snapshot';
import { track } from '../workbook/track';
import { newStrategyRows, newTableRow } from '../workbook/writeKpi';
import { fingerprint } from './fingerprint';
import { freeName, type InstallOptions, type PlannedLayout, planLayout } from './layout';
import type { Template, TemplateSheet } from './template';
import { sheetCells, sheetEdits, sourceOf } from './templateSheet';

/**
 * Installs a template: its sheets, after all others and under names that no sheet has; its goals, functions and KPIs, beside
 * those that the workbook has; a row a sheet in `Compass Templates`. A goal or a function of the same name is shared; a KPI
 * of the same name gets a number behind its own, as a sheet does.
 *
 * @param template  from the catalogue, or checked with `checkTemplate`
 * @param snapshot  the Compass sheets and the names of all others; for a mapping also the cells it names and those around them
 * @param options   with sample data or empty, and what a workbook starts with
 * @returns         edits that overwrite nothing
 * @throws          TrackError where a mapped range cannot be read, or a Compass sheet lacks a header
 */
export function installTemplate(template: Template, snapshot: Snapshot, options: InstallOptions): Edit[] {
  const layout = planLayout(template, snapshot, options);
  const edits: Edit[] = [];
  let current = snapshot;
  const add = (step: (current: Snapshot) => Edit[]) => {
    const more = step(current);
    current = applyEdits(current, more);
    edits.push(...more);
  };
  for (const { sheet, name } of layout.sheets) add(() => sheetEdits(layout, sheet, name));
  const { vision, values, goals, functions } = template.strategy;
  const { cadence, fiscalYearStart } = layout.calendar;
  const head = { cadence, fiscalYearStart, currency: layout.currency };
  add(now => emptyCompassSheets(now, options.mode === 'sample' ? { ...head, vision, values } : head));
  for (const goal of goals) add(now => newStrategyRows(now, goal, { name: '' }));
  for (const business of functions) add(now => newStrategyRows(now, { name: '' }, business));
  for (const { name, column, ...kpi } of template.kpis) {
    add(now => {
      const { names, data } = readTables(now);
      const taken = [...names, ...(data?.columns ?? []).map(other => other.name)];
      return track(now, { ...kpi, ...sourceOf(layout, column), kpi: freeName(name, taken), blank: true });
    });
  }
  add(now => emptyCompassSheets(now, {}, [TEMPLATES]));
  for (const { sheet, name } of layout.sheets) add(now => installedRow(now, template, layout, sheet, name));
  return joinWrites(edits);
}

/** What was made, so that a later version can find it again and take it out. */
function installedRow(
  snapshot: Snapshot,
  template: Template,
  layout: PlannedLayout,
  sheet: TemplateSheet,
  name: string,
): Edit[] {
  const cells = sheetCells(layout, sheet);
  const mapping = sheet.columns.flatMap(({ id }) => (layout.mapped.has(id) ? [`${id}=${layout.mapped.get(id)}`] : []));
  const formats = { Installed: 'yyyy-mm-dd' };
  const row = {
    Template: template.id,
    Version: template.version,
    Sheet: name,
    Range: printRange({ top: 0, left: 0, bottom: cells.length - 1, right: cells[0]!.length - 1 }),
    Fingerprint: fingerprint(cells),
    Mapping: mapping.join('; '),
    Installed: Math.floor(snapshot.today),
  };
  return newTableRow(snapshot, TEMPLATES, row, 0, formats);
}
