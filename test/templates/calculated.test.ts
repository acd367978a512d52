import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/installTemplate';
import { applyEdits } from '../../src/workbook/applyEdits';
import type { Content, Edit } from '../../src/workbook/edit';
import { viewSheet } from '../../src/workbook/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track';
import { headless } from '../engine/headless';
import { week, workbook } from '../workbook/workbooks';

const { createEngine } = headless();

/** One of each shape: rows a period, a table of rows, periods of its own, the strategy on a page. */
const SUBSET = ['bakery', 'alignment-pulse', 'project-budgets', 'cash-13-weeks', 'strategy-on-a-page'];

/** Seven weeks of a till, two lines a day, every fifth amount missing. */
const lines = Array.from({ length: 98 }, (_, line): Cell[] => [
  week(0) + Math.floor(line / 2),
  line % 5 === 4 ? null : (line * 7) % 11,
]);
/** The grid's clock is the machine's: periods that have closed by it count. */
const now = new Date();
const today = serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, today);

/** The edits without the results they know, so that the engine has to find them. */
function unsolved(edits: Edit[]): Edit[] {
  const forget = (content: Content): Content =>
    typeof content === 'object' && content !== null ? { formula: content.formula } : content;
  return edits.map(edit => (edit.kind === 'write' ? { ...edit, cells: edit.cells.map(row => row.map(forget)) } : edit));
}

/** Every cell with a formula: where it is, what the edits say it comes to, and what the engine makes of it. */
async function calculated(plan: (now: Snapshot) => Edit[][]) {
  const engine = createEngine(till.sheets);
  try {
    let after = till;
    for (const edits of plan(till)) {
      after = applyEdits(after, edits);
      engine.apply(unsolved(edits));
    }
    await engine.calculated();
    await engine.recalculate();
    return after.sheets.flatMap(({ name, formulas = [] }) => {
      const view = viewSheet(after, name)!;
      const { values } = engine.read(name, 0, 0, view.rows, view.columns);
      return formulas.flatMap((row, r) =>
        row.flatMap((formula, c) =>
          formula === null
            ? []
            : [{ cell: `${name} ${r} ${c}`, formula, known: view.cell(r, c), found: values[r]![c]! }],
        ),
      );
    });
  } finally {
    engine.dispose();
  }
}

function expectSame(cells: Awaited<ReturnType<typeof calculated>>): void {
  for (const { cell, formula, known, found } of cells) {
    const where = `${cell}: ${formula}`;
    const near = typeof known === 'number' && Math.abs(Number(found) - known) <= 1e-9 * Math.max(1, Math.abs(known));
    expect([where, near ? known : (found ?? '')]).toEqual([where, known ?? '']);
  }
}

describe('what is written with a formula is what the grid calculates', () => {
  test.each(templates.filter(({ id }) => SUBSET.includes(id)))(
    'in the template $name',
    async template => {
      const cells = await calculated(now => [installTemplate(template, now, { mode: 'sample' })]);
      // Each KPI has a formula in each period of Compass Data, a dozen at least, besides those of the other sheets.
      expect(cells.length).toBeGreaterThanOrEqual(12 * template.kpis.length);
      expectSame(cells);
    },
    120_000,
  );

  test('in a template that is still empty: blanks, and no error', async () => {
    const cells = await calculated(now => [installTemplate(templates[0]!, now, { mode: 'empty' })]);
    // What counts rows of the workbook is no figure of the business.
    for (const { cell, found, known } of cells)
      if (!cell.startsWith('Compass Dashboard')) expect([cell, found ?? '']).toEqual([cell, known ?? '']);
    for (const { cell, found } of cells) if (cell.startsWith('Compass Data')) expect(found ?? '').toBe('');
  }, 120_000);

  test.each(['sum', 'mean', 'last'] as const)(
    'in a ledger that is added up by week, as its %s',
    async combine => {
      const cells = await calculated(now => [
        track(now, { kpi: 'Amount', combine, values: { sheet: 'Till', range: 'B:B' } }),
      ]);
      expect(cells).toHaveLength(7);
      expectSame(cells);
    },
    120_000,
  );
});
