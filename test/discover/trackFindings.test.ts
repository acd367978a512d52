import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../src/cells/value';
import { conversionEdits, discover, farOff, planFindings, trackRequests } from '../../src/discover';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { parseLayout } from '../fixtures/layouts/parseLayout';
import { workbook } from '../workbook/workbooks';

const folder = join(__dirname, '../fixtures/layouts');
const layout = (file: string) => parseLayout(readFileSync(join(folder, `${file}.txt`), 'utf8')).snapshot;

/** The workbook after everything that was found is tracked. */
function trackedAll(snapshot: Snapshot) {
  const { findings } = discover(snapshot, { looks: false });
  const plan = planFindings(snapshot, trackRequests(findings, snapshot), conversionEdits(findings));
  return { ...plan, findings, after: applyEdits(snapshot, plan.edits) };
}

describe('what is found can be tracked', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.txt'));

  test.each(files)('%s', file => {
    const { left, tracked, findings, after } = trackedAll(layout(file.replace('.txt', '')));
    // Six days fill no week: that reason is given, and no other.
    expect(left.map(({ why }) => why).filter(why => !/does not cover one whole/.test(why))).toEqual([]);
    expect(tracked.length + left.length).toBe(findings.length);
    const { problems, kpis } = readRegister(after);
    // What the owner's own cells hold besides figures is named, as it is when one KPI is tracked.
    expect(problems.filter(({ severity, message }) => severity === 'error' && !/#DIV\/0!/.test(message))).toEqual([]);
    for (const { values } of kpis) expect(values.some(value => value !== null)).toBe(true);
    // Found again, it is known as tracked.
    const again = discover(after, { looks: false }).findings.filter(({ trackedAs }) => trackedAs === null);
    expect(again).toHaveLength(left.length);
  });
});

test('the figures of a rectangle stand in their months', () => {
  const { after } = trackedAll(layout('matrix-years-by-months'));
  const { periods, kpis } = readRegister(after);
  expect(periods.map(({ label }) => label).slice(10, 14)).toEqual(['Nov 2023', 'Dec 2023', 'Jan 2024', 'Feb 2024']);
  // From the file: 320 and 366 close 2023, 315 and 312 open 2024.
  expect(kpis[0]!.values.slice(10, 14)).toEqual([320, 366, 315, 312]);
});

test('the same cell of a sheet a month is one KPI, which follows each of them', () => {
  const { after } = trackedAll(layout('sheet-a-month'));
  const { kpis } = readRegister(after);
  expect(kpis.map(({ name, values }) => [name, values])).toEqual([
    ['Revenue', [8200, 8050, 8600, 8710]],
    ['Complaints', [4, 6, 3, 5]],
  ]);
  expect(kpis[0]!.cells[2]).toEqual({ sheet: 'Mar 2024', range: '$B$3'.replace(/\$/g, '') });
});

test('actual figures and not the budget beside them are followed', () => {
  const { after } = trackedAll(layout('actual-budget-under-months'));
  expect(readRegister(after).kpis[0]!.values).toEqual([900, 915, 890, 930]);
});

test('series of one name on several sheets are told apart by their sheets', () => {
  const sheet = layout('plain-months-down').sheets[0]!;
  const snapshot = { ...layout('plain-months-down'), sheets: ['Leeds', 'York'].map(name => ({ ...sheet, name })) };
  const { findings } = discover(snapshot, { looks: false });
  expect(trackRequests(findings, snapshot).map(({ kpi }) => kpi)).toEqual([
    'Revenue: Leeds',
    'Orders: Leeds',
    'Complaints: Leeds',
    'Revenue: York',
    'Orders: York',
    'Complaints: York',
  ]);
});

test('series of one name on one sheet are told apart by what stands over them', () => {
  const snapshot = layout('two-tables-across-beside-each-other');
  const { findings } = discover(snapshot, { looks: false });
  expect(trackRequests(findings, snapshot).map(({ kpi }) => kpi)).toEqual([
    'North: Sales',
    'North: Returns',
    'South: Sales',
    'South: Returns',
  ]);
});

test('text is converted first, and what stood there is expected', () => {
  const { findings } = discover(layout('figures-as-text-mixed'), { looks: false });
  const [first] = conversionEdits(findings);
  expect(first).toEqual({
    kind: 'write',
    sheet: 'Cash',
    row: 1,
    column: 1,
    cells: [[-1234]],
    expected: [['(1,234)']],
  });
});

test('a text that would become a number far from the others is pointed out', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
  const texts = ['1,210.50', '1,198.00', '1.234', '1,305.25', '1,287.00', '1,301.75'];
  const book = workbook({ Shop: [['2025', 'Sales'], ...months.map((month, i): Cell[] => [month, texts[i]!])] });
  const [sales] = discover(book).findings;
  // By the others the point is before decimals: 1.234 is one and a quarter, or was a thousand.
  expect(farOff(sales!).map(({ before, after, row }) => [before, after, row])).toEqual([['1.234', 1.234, 3]]);
  expect(farOff({ ...sales!, asText: sales!.asText.filter(({ row }) => row !== 3) })).toEqual([]);
});
