import { sameSheet } from '../../cells/address';
import { readTables } from '../../workbook/register/readTracked';
import { headersOf, LOG, STRATEGY } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { type Installed, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template } from '../template';

/** The product's own sheets that go with the last template, and those that stay, with why. */
export function productSheets(
  snapshot: Snapshot,
  all: Installed[],
  template: Template,
): { goes: string[]; stays: string[] } {
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

/** Whether a sheet is among those that go. */
export function isGoing(goes: string[], sheet: string): boolean {
  return goes.some(name => sameSheet(name, sheet));
}
