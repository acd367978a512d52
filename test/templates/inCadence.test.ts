import type { Cadence } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { placesToRemove, removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot } from '../../src/workbook/snapshot';

const blank = emptySnapshot(serialOf(2026, 11, 23), 'en-GB');
const named = (id: string) => templates.find(template => template.id === id)!;
const installed = (id: string, cadence: Cadence) =>
  applyEdits(blank, installTemplate(named(id), blank, { mode: 'sample', cadence }));
/** All that an owner reads on the template's own sheets: cells and notes. */
const words = (id: string, cadence: Cadence) =>
  JSON.stringify(
    installTemplate(named(id), blank, { mode: 'empty', cadence }).flatMap(edit =>
      edit.kind === 'note' || (edit.kind === 'write' && named(id).sheets.some(({ name }) => name === edit.sheet))
        ? [edit.kind === 'note' ? edit.text : edit.cells.flat().filter(cell => typeof cell === 'string')]
        : [],
    ),
  );

describe('a template in a workbook of another cadence', () => {
  test.each(['bakery', 'restaurant', 'software', 'project-budgets'])('%s speaks of weeks, not of months', id => {
    expect(words(id, 'month')).toMatch(/\bmonths?\b/i);
    expect(words(id, 'week')).not.toMatch(/\bmonths?\b/i);
    expect(words(id, 'week')).toMatch(/at the end of each week/);
  });

  test('thirteen weeks of cash stay weeks in a workbook of months', () => {
    expect(words('cash-13-weeks', 'month')).toEqual(words('cash-13-weeks', 'week'));
  });

  // 12 months, 52 weeks, 4 quarters a year.
  test.each([
    ['month', '12*'],
    ['week', '52*'],
    ['quarter', '4*'],
  ] as const)('stock turns of a %s are those of a year at its pace: %s', (cadence, factor) => {
    const view = viewSheet(installed('workshop', cadence), 'Orders and stock')!;
    const header = Array.from({ length: view.columns }, (_, column) => view.cell(6, column));
    expect(view.formula(7, header.indexOf('Stock turns a year'))).toContain(factor);
  });

  test('is found again to be extended and to be taken out', () => {
    const weekly = installed('restaurant', 'week');
    expect(rollForward(weekly, named('restaurant')).said[0]).toMatch(/52 weeks added/);
    expect(placesToRemove(weekly)).not.toEqual([]);
    expect(removeTemplate(weekly, named('restaurant'), templates).changed).toEqual([]);
  });
});
