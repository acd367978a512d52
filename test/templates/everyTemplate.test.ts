import { columnName } from '../../src/cells/address';
import { periodsBetween } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import { type Cell, isError } from '../../src/cells/value';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import type { InstallOptions } from '../../src/templates/layout';
import { planInstall } from '../../src/templates/planInstall';
import { mappableInputs, proposeMapping } from '../../src/templates/proposeMapping';
import { removeTemplate } from '../../src/templates/removeTemplate';
import type { Template } from '../../src/templates/template';
import { applyEdits } from '../../src/workbook/applyEdits';
import { readRegister } from '../../src/workbook/readRegister';
import { sheetNames, viewSheet } from '../../src/workbook/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { workbook } from '../workbook/workbooks';

const TODAY = serialOf(2026, 11, 23);
const blank = emptySnapshot(TODAY, 'en-GB');
const install = (template: Template, snapshot: Snapshot, options: InstallOptions) =>
  applyEdits(snapshot, planInstall(template, snapshot, options).edits);
const remove = (template: Template, snapshot: Snapshot) =>
  applyEdits(snapshot, removeTemplate(snapshot, template, templates).edits);

/** Every cell that holds something, with its formula, sheet by sheet. */
function contents(snapshot: Snapshot): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    sheetNames(snapshot).map(name => {
      const view = viewSheet(snapshot, name)!;
      const cells: Record<string, unknown> = {};
      for (let row = 0; row < view.rows; row++) {
        for (let column = 0; column < view.columns; column++) {
          const [cell, formula] = [view.cell(row, column), view.formula(row, column)];
          if (formula !== null || (cell ?? '') !== '') cells[columnName(column) + String(row + 1)] = [cell, formula];
        }
      }
      return [name, cells];
    }),
  );
}

function errorsIn(snapshot: Snapshot): string[] {
  return snapshot.sheets.flatMap(({ name, values, formulas }) =>
    values.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        isError(cell) ? [`${name}!${columnName(column)}${row + 1} ${formulas?.[row]?.[column]}`] : [],
      ),
    ),
  );
}

/** A client's books: the names that templates want are taken, and each input stands in a column of its own. */
function clientBooks(template: Template): Snapshot {
  const inputs = mappableInputs(template).map(({ column }) => column);
  const count = inputs[0]?.sample?.length ?? 0;
  const last = serialOf(2026, 10, 31);
  const periods = periodsBetween(last - 31 * 3 * 40, last, template.cadence).slice(-count);
  const rows = periods.map(({ start }, row): Cell[] => [start, ...inputs.map(({ sample }) => sample![row] ?? null)]);
  return workbook(
    {
      [template.sheets[0]!.name.toUpperCase()]: [['mine', '=1+1']],
      Books: [['Period', ...inputs.map(({ header }) => header)], ...rows],
    },
    TODAY,
  );
}

describe.each(templates)('$name', template => {
  test.each(['sample', 'empty'] as const)(
    'installed %s into an empty workbook shows no error and is reviewed',
    mode => {
      const after = install(template, blank, { mode });
      const { problems, kpis } = readRegister(after);
      expect([problems, errorsIn(after)]).toEqual([[], []]);
      expect(kpis).toHaveLength(template.kpis.length);
      const { score } = review(after);
      const shown = viewSheet(after, 'Compass Dashboard')!.cell(4, 1);
      // The page's plain formulas come to the score of the review, by method.md section 2.
      if (mode === 'sample') expect(shown).toBeCloseTo(score!.score!, 9);
      else expect(shown).toBe('');
      const { changed, referring, stays } = removeTemplate(after, template, templates);
      expect([changed, referring, stays]).toEqual([[], [], []]);
      expect(contents(remove(template, after))).toEqual({ Sheet1: {} });
    },
  );

  test('mapped to the client’s books, whatever their sheets are called, and taken out again without a trace', () => {
    const books = clientBooks(template);
    const proposed = proposeMapping(template, books);
    for (const { id, candidates } of proposed) expect([id, candidates[0]?.whyNot]).toEqual([id, null]);
    const mapping = Object.fromEntries(
      proposed.map(({ id, candidates }) => [id, { values: candidates[0]!.place, periods: candidates[0]!.periods! }]),
    );
    const after = install(template, books, { mode: 'empty', mapping });
    expect(errorsIn(after)).toEqual([]);
    expect(contents(after)).toMatchObject(contents(books));
    expect(contents(remove(template, after))).toEqual(contents(books));
  });
});

test('all templates stand beside each other, and each goes again as if it had never been there', () => {
  const before: Snapshot[] = [];
  const last = templates.reduce((snapshot, template) => {
    before.push(snapshot);
    return install(template, snapshot, { mode: 'sample' });
  }, blank);
  expect(errorsIn(last)).toEqual([]);
  const names = readRegister(last).kpis.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  templates.slice(1).reduceRight((snapshot, template, index) => {
    const after = remove(template, snapshot);
    expect(contents(after)).toEqual(contents(before[index + 1]!));
    return after;
  }, last);
}, 240_000);
