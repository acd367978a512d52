import type { Formula } from '../../src/cells/formula';
import { serialOf } from '../../src/cells/serial';
import type { Engine } from '../../src/hosts/univer/headless';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { FIRST_KPI, WORK } from '../../src/templates/dashboard/dashboardRows';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { Content, Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { inverseNow, inverseOf, sheetInUse } from '../../src/workbook/edits/inverse';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { headless } from '../engine/headless';
import { comeAndGo, install, standing, takeOut, today } from './inTheGrid';
import { errorsIn, unsolved } from './wholeWorkbook';

const { createEngine } = headless();
const named = (id: string) => templates.find(template => template.id === id)!;
const withFunctions = { mode: 'sample', functions: true } as const;
const empty = () => createEngine([{ name: 'Sheet1', values: [] }]);

/** What the dashboard says of each KPI: its name, its verdict, and the formula of it. */
function dashboard(snapshot: Snapshot): { name: unknown; change: string; formula: string }[] {
  const view = viewSheet(snapshot, 'Compass Dashboard')!;
  const rows = Array.from({ length: 24 }, (_, index) => FIRST_KPI - 1 + index);
  return rows.flatMap(row => {
    const name = view.cell(row, 0) ?? '';
    return name === '' ? [] : [{ name, change: String(view.cell(row, 7)), formula: view.formula(row, 7) ?? '' }];
  });
}

/** The dashboard's verdicts without since when, as the review words them. */
const verdicts = (snapshot: Snapshot) =>
  dashboard(snapshot).map(({ name, change }) => [name, change.replace(/ since .*$/, '')]);
const variations = (snapshot: Snapshot) => review(snapshot).kpis.map(({ name, variation }) => [name, variation]);

/** Edits in which a function of the add-in has a name that no spreadsheet knows. */
function withoutAddIn(edits: Edit[]): Edit[] {
  const gone = (formula: Formula): Formula =>
    JSON.parse(JSON.stringify(formula).replace(/"call":"KPI_VERDICTS"/g, '"call":"ANOTHER_ADD_IN"'));
  const cell = (content: Content): Content =>
    typeof content === 'object' && content !== null ? { formula: gone(content.formula) } : content;
  return edits.map(edit => (edit.kind === 'write' ? { ...edit, cells: edit.cells.map(line => line.map(cell)) } : edit));
}

let engine: Engine;
afterEach(() => engine?.dispose());

test('one late figure that plain formulas let pass is what the review and the page speak of: the lifetime value', () => {
  const blank = emptySnapshot(serialOf(2026, 11, 23), 'en-GB');
  const change = (functions: boolean) =>
    dashboard(applyEdits(blank, installTemplate(named('subscription'), blank, { mode: 'sample', functions }))).find(
      ({ name }) => name === 'Lifetime value to cost',
    )!.change;
  // As the sample has it; the plain stand-in sees no point beyond the limits and no run of eight.
  expect([change(true), change(false)]).toEqual(['worse since Apr 2026', 'steady']);
});

test.each([
  ['four-functions', 'sample'],
  ['cash-13-weeks', 'empty'],
  ['alignment-pulse', 'sample'],
] as const)('%s comes to the grid with functions, %s, and goes again without a trace', async (id, mode) => {
  engine = empty();
  await comeAndGo(engine, named(id), { ...withFunctions, mode });
});

test('of two templates one goes, and the rows of the other still follow the review', async () => {
  engine = empty();
  for (const id of ['bakery', 'subscription']) await install(engine, named(id), withFunctions);
  expect(verdicts(standing(engine))).toEqual(variations(standing(engine)));
  await takeOut(engine, named('bakery'));
  const left = dashboard(standing(engine));
  expect(left.map(({ name }) => name)).toEqual(named('subscription').kpis.map(({ name }) => name));
  const page = viewSheet(standing(engine), 'Compass Dashboard')!;
  expect(page.formula(FIRST_KPI - 1, WORK.verdicts)).toContain('KPI_VERDICTS(');
  expect(verdicts(standing(engine))).toEqual(variations(standing(engine)));
  expect(errorsIn(standing(engine))).toEqual([]);
});

test('a figure typed into the sheet changes the verdict: the page follows', async () => {
  engine = empty();
  await install(engine, named('four-functions'), withFunctions);
  const before = dashboard(standing(engine))[1]!;
  expect([before.name, before.change]).toEqual(['Sales Conversion Rate', 'steady']);
  const view = viewSheet(standing(engine), 'Four functions')!;
  const rows = [...Array(view.rows).keys()].filter(row => typeof view.cell(row, 0) === 'number');
  const header = rows[0]! - 1;
  const won = [...Array(view.columns).keys()].find(column => view.cell(header, column) === 'Deals won')!;
  // Nobody buys in the newest three months: by hand far beyond anything in two years of about 20 %.
  engine.write('Four functions', rows[rows.length - 3]!, won, [[0], [0], [0]]);
  await engine.calculated();
  expect(dashboard(standing(engine))[1]!.change).toMatch(/^worse since /);
  expect(verdicts(standing(engine))).toEqual(variations(standing(engine)));
});

test('where the add-in is gone the page says what plain formulas can tell', async () => {
  const says = async (edits: Edit[]) => {
    engine = empty();
    engine.apply(edits);
    await engine.calculated();
    const whole = standing(engine);
    expect(errorsIn(whole)).toEqual([]);
    engine.dispose();
    return dashboard(whole).map(({ name, change }) => [name, change]);
  };
  const blank = emptySnapshot(today, 'en-GB');
  const edits = installTemplate(named('subscription'), blank, withFunctions);
  const plain = await says(unsolved(installTemplate(named('subscription'), blank, { mode: 'sample' })));
  expect(await says(withoutAddIn(edits))).toEqual(plain);
  expect(await says(unsolved(edits))).not.toEqual(plain);
  engine = empty();
});

test('a template with functions is undone in the grid: what its one call has shown goes with its sheet', async () => {
  engine = empty();
  const before = standing(engine);
  const edits = installTemplate(named('four-functions'), before, withFunctions);
  expect(engine.apply(unsolved(edits))).toEqual({ written: 'all' });
  await engine.calculated();
  const after = standing(engine);
  // Two lines at least, beyond the call's own cell.
  const second = viewSheet(after, 'Compass Dashboard')!.cell(FIRST_KPI, WORK.verdicts);
  expect(named('four-functions').kpis.map(({ name }) => name)).toContain(second);
  const inverse = inverseOf(before, edits)!;
  const back = inverseNow(after, inverse);
  expect(sheetInUse(after, back)).toBeNull();
  expect(engine.apply(back)).toEqual({ written: 'all' });
  expect(standing(engine).sheets).toEqual(before.sheets);
});
