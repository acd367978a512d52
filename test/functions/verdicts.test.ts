import type { Cell, Grid } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import { evaluate } from '../../src/functions/evaluate';
import { review } from '../../src/review/review';
import { variationInBrief } from '../../src/review/words/verdicts';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { thrown } from './thrown';

const [bakery] = functions.find(({ name }) => name === 'KPI_VERDICTS')!.examples;
const [kpis, data] = bakery!.arguments as [Grid, Grid];
const verdicts = (...args: (Cell | Grid | undefined)[]) => evaluate('KPI_VERDICTS', args) as Grid;

/** A Compass sheet as a range of a formula: its cells from A1 on, with blank rows below. */
function range(snapshot: Snapshot, sheet: string): Grid {
  const view = viewSheet(snapshot, sheet)!;
  return Array.from({ length: view.rows + 3 }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}

describe.each(templates.map(template => [template.name, template] as const))('over the sample of %s', (_, template) => {
  const blank = emptySnapshot(46_357, 'en-GB');
  const installed = applyEdits(blank, installTemplate(template, blank, { mode: 'sample' }));

  test('it says what the review says, KPI by KPI', () => {
    const told = review(installed);
    const sheets = ['Compass KPIs', 'Compass Data', 'Compass Log'].map(name => range(installed, name));
    // The last day that the review knows of, so that running periods are left out in both.
    const rows = verdicts(...sheets, 46_356);
    expect(rows.map(([name, verdict]) => [name, verdict])).toEqual(
      told.kpis.map(kpi => [kpi.name, variationInBrief({ ...kpi, ...kpi.chart })]),
    );
    expect(rows.map(row => row.slice(2))).toEqual(
      told.kpis.map(({ since, normal, attainment, overDelivery, chart }) => [
        chart.periods.find(({ date }) => date === since)?.label ?? '',
        normal?.low ?? '',
        normal?.high ?? '',
        attainment === null ? '' : 100 * attainment,
        overDelivery ?? attainment ?? '',
      ]),
    );
  });
});

describe('KPI_VERDICTS', () => {
  test('judges no period after the last one that is asked for, as it was judged then', () => {
    // Until February, the eighth month, nothing has happened to the bakery.
    expect(verdicts(kpis, data, undefined, 'Feb 2026')[0]!.slice(0, 3)).toEqual(['Boxes', 'steady', '']);
    expect(verdicts(kpis, data, undefined, 46_081)).toEqual(verdicts(kpis, data, undefined, 'Feb 2026'));
  });

  test('gives every KPI its share of the workbook’s budget of false alarms', () => {
    const many = Array.from({ length: 40 }, (_, i) => `KPI ${i}`);
    const steady = [100, 104, 97, 101, 99, 103, 98, 102, 100, 99, 101, 97];
    const rows: Grid = data.slice(1).map(([period, boxes], i) => [period!, boxes!, ...many.map(() => steady[i]!)]);
    const register: Grid = [...kpis, ...many.map(name => [name, 'higher', 100] as Cell[])];
    expect(verdicts(register, [['Period', 'Boxes', ...many], ...rows])).toHaveLength(41);
  });

  test('takes the columns in any order, and rows of another table below', () => {
    const turned = kpis.map(([name, better, target]) => [target!, name!, better!]);
    expect(
      verdicts(
        turned,
        data.map(line => [...line].reverse()),
      ),
    ).toEqual(verdicts(kpis, data));
  });

  test('says of a KPI without figures that nothing is known yet', () => {
    expect(verdicts([...kpis, ['New', 'higher', 5]], data)[1]).toEqual([
      'New',
      'not yet known: 6 more months',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  test.each([
    [
      'figures without their headers',
      [data.slice(1), data],
      'kpis: there is no header KPI; give the sheet Compass KPIs',
    ],
    ['data without a Period', [kpis, kpis], 'data: there is no header Period; give the sheet Compass Data'],
    ['another sheet for the log', [kpis, data, data], 'log: there is no header Kind; give the sheet Compass Log'],
    ['a last day that is none', [kpis, data, undefined, 'soon'], 'until: '],
  ])('names %s', (_, args, message) => {
    expect(thrown('KPI_VERDICTS', args as never)).toMatch(`#VALUE! ${message}`);
  });

  test('has nothing to say over empty sheets, and hands on the error of a single cell', () => {
    expect(thrown('KPI_VERDICTS', [[[null]], [[null]]])).toMatch('#N/A');
    expect(thrown('KPI_VERDICTS', [[['KPI', 'Better']], data])).toMatch('#N/A');
    expect(verdicts({ error: '#REF!' }, data)).toEqual({ error: '#REF!' });
  });
});
