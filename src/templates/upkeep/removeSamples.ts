import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import { headersOf, KPIS, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { dropKpiColumns } from '../../workbook/track/writeKpi';
import { installedTemplates } from '../installed/installed';
import type { Template } from '../template';
import type { Remark } from './changes';
import { type Removal, removeTemplate } from './removeTemplate';

/** What taking out all sample data would do. */
export interface SampleRemoval {
  edits: Edit[];
  /** Templates whose sample goes, by their names; one that is installed twice is named twice. */
  templates: string[];
  sheets: string[];
  /** What an owner has typed into the samples, and cells of theirs that read them: to be looked at first. */
  found: Remark[];
  stays: string[];
}

/**
 * Takes out every template that came with sample data, in one step.
 *
 * @param snapshot   with the places of `placesToRemove`
 * @param catalogue  all templates
 */
export function removeSamples(snapshot: Snapshot, catalogue: Template[]): SampleRemoval {
  const removals: (Removal & { name: string })[] = [];
  const plan = planEdits(snapshot);
  for (;;) {
    const installed = installedTemplates(plan.now);
    const own = installed.filter(({ sample }) => sample).pop();
    const template = catalogue.find(({ id }) => id === own?.id);
    // A template is taken out newest first: where a later installation of it is the owner's, the sample before it waits.
    if (!template || installed.filter(({ id }) => id === template.id).pop() !== own) break;
    const removal = removeTemplate(plan.now, template, catalogue);
    removals.push({ ...removal, name: template.name });
    plan.add(() => removal.edits);
  }
  return {
    edits: plan.finish(),
    templates: removals.map(({ name }) => name),
    sheets: removals.flatMap(({ sheets }) => sheets),
    found: removals.flatMap(({ changed, referring }) => [...changed, ...referring]),
    stays: removals.flatMap(({ stays }) => stays),
  };
}

/**
 * Makes a sample the owner's own, who has typed their figures over it: its KPIs count from now on.
 *
 * @param snapshot  with the Compass sheets
 */
export function keepSamples(snapshot: Snapshot): Edit[] {
  const plan = planEdits(snapshot);
  for (const sheet of [KPIS, TEMPLATES]) {
    plan.add(now => {
      const view = viewSheet(now, sheet.name);
      const table = view && findTable(view, headersOf(sheet), []);
      const column = table?.columns.get('Sample');
      if (!table || column === undefined) return [];
      return table.rows.flatMap((row): Edit[] => {
        const value = table.view.cell(row, column);
        if (value === null || value === '') return [];
        return [{ kind: 'write', sheet: table.view.name, row, column, cells: [[null]], expected: [[value]] }];
      });
    });
  }
  plan.add(dropKpiColumns);
  return plan.finish();
}
