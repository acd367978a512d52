import fc from 'fast-check';
import { KpiRow } from '../../sidebar/kpis/KpiRow';
import type { Session } from '../../sidebar/session';
import type { Cell, Grid } from '../../src/cells/value';
import type { Io } from '../../src/cli/io';
import { reviewText } from '../../src/cli/reviewText';
import { evaluate } from '../../src/functions/evaluate';
import { recordDecision } from '../../src/review/decisions/decision';
import { review } from '../../src/review/review';
import type { KpiReview, Review } from '../../src/review/types';
import { assuranceInWords, variationInBrief, variationInWords } from '../../src/review/words/verdicts';
import { templates } from '../../src/templates/catalogue';
import { newDashboard } from '../../src/templates/dashboard/dashboard';
import { FIRST_KPI, KPI_ROWS, SCORE } from '../../src/templates/dashboard/dashboardRows';
import { solved } from '../../src/templates/formula/calculate';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { history } from '../drift/series';
import { svgText } from '../sidebar/svgText';
import { errorsIn } from '../templates/wholeWorkbook';
import { month, workbook } from '../workbook/workbooks';
import { isOfKpi } from './registers';

const TODAY = 46_357;
const io: Io = {
  out: () => undefined,
  err: () => undefined,
  today: TODAY,
  locale: 'en-GB',
  width: 10_000,
  color: false,
};
const session = { working: { value: false } } as unknown as Session;

/** A Compass sheet as a range of a formula. */
function range(snapshot: Snapshot, sheet: string): Grid {
  const view = viewSheet(snapshot, sheet)!;
  return Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}

/** What the review says of a KPI, as a cell and the dashboard word it. */
function told(kpi: KpiReview) {
  const since = kpi.chart.periods.find(({ date }) => date === kpi.since)?.label ?? '';
  return { name: kpi.name, verdict: variationInBrief({ ...kpi, ...kpi.chart, step: 'month' }), since };
}

/** Every surface beside the review: the function, the dashboard, the command line and the sidebar. */
function compareSurfaces(snapshot: Snapshot, dashboard: Snapshot, found: Review): void {
  const rows = evaluate('KPI_VERDICTS', [
    ...['Compass KPIs', 'Compass Data', 'Compass Log'].map(name => range(snapshot, name)),
    TODAY - 1,
  ]) as Grid;
  expect(rows.map(([name, verdict, since]) => ({ name, verdict, since }))).toEqual(found.kpis.map(told));

  const page = viewSheet(dashboard, 'Compass Dashboard')!;
  for (const kpi of found.kpis.slice(0, KPI_ROWS)) {
    const row = Array.from({ length: KPI_ROWS }, (_, i) => FIRST_KPI - 1 + i).find(
      at => page.cell(at, 0) === kpi.name,
    )!;
    const { verdict, since } = told(kpi);
    const shown = (column: number): Cell => page.cell(row, column) ?? '';
    expect([kpi.name, shown(7)]).toEqual([kpi.name, since === '' ? verdict : `${verdict} since ${since}`]);
    expect([shown(5), shown(6)]).toEqual([kpi.normal?.low ?? '', kpi.normal?.high ?? '']);
    if (kpi.attainment === null) expect(shown(4)).toBe('');
    // More than asked is shown in full.
    else expect(shown(4)).toBeCloseTo(kpi.overDelivery ?? kpi.attainment, 9);
    const meets = { 'no target': '', 'too early to tell': 'not yet known' } as Record<string, string>;
    if (shown(2) !== '') expect([kpi.name, shown(8)]).toEqual([kpi.name, meets[kpi.assurance] ?? kpi.assurance]);

    const card = svgText(<KpiRow kpi={kpi} problems={[]} session={session} />);
    expect(card).toContain(variationInWords(kpi));
    expect(card).toContain(assuranceInWords(kpi));
  }
  const { score } = found.score;
  if (found.kpis.length <= KPI_ROWS && score !== null) expect(page.cell(SCORE - 1, 1)).toBeCloseTo(score, 6);

  const text = reviewText('book.xlsx', found, io);
  if (score !== null) expect(text).toContain(`Alignment ${score.toFixed(1)} of 100`);
  for (const { name, reason } of found.score.leftOut) expect(text).toContain(`Left out: ${name}, ${reason}`);
  for (const { headline } of [...found.alerts.slice(0, 10), ...found.wins, ...found.standing])
    expect(text).toContain(headline);
  for (const { name, outlook } of found.kpis) if (outlook) expect(text).toContain(`${name}: ${outlook}`);
}

/** What no two parts of a review may say together. */
function contradictions(found: Review): string[] {
  const lists = [...found.alerts, ...found.withinTolerance].filter(isOfKpi);
  return found.kpis.flatMap(kpi => {
    const open = lists.filter(alert => alert.kpi === kpi.name && alert.state !== 'over');
    const adverse = open.some(alert => alert.adverse);
    const wins = found.wins.filter(isOfKpi).some(win => win.kpi === kpi.name);
    return [
      kpi.variation === 'worse' && !adverse ? `${kpi.name}: worse, and nothing is told of it` : '',
      kpi.variation === 'better' && !wins ? `${kpi.name}: better, and nothing is told of it` : '',
      kpi.variation === 'steady' && adverse ? `${kpi.name}: steady beside an open change` : '',
      kpi.variation === 'worse' && /^(At this pace|It is moving towards)/.test(kpi.outlook)
        ? `${kpi.name}: worse, and on its way to the target`
        : '',
      kpi.variation === 'better' && /^It (moves away|meets)/.test(kpi.outlook)
        ? `${kpi.name}: better, and on its way from the target`
        : '',
      kpi.notJudged !== '' && open.some(({ state }) => state === 'new') ? `${kpi.name}: not judged, and new` : '',
    ].filter(text => text !== '');
  });
}

describe.each(templates.map(template => [template.name, template] as const))('the sample of %s', (_, template) => {
  test('is told with one voice', () => {
    const blank = emptySnapshot(TODAY, 'en-GB');
    const installed = applyEdits(blank, installTemplate(template, blank, { mode: 'sample', functions: true }));
    const found = review(installed);
    compareSurfaces(installed, installed, found);
    expect(contradictions(found)).toEqual([]);
    expect(errorsIn(installed)).toEqual([]);
  });
});

/** A KPI of any kind, its history made of noise and one story. */
const anyKpi = fc.record({
  seed: fc.integer(),
  months: fc.integer({ min: 3, max: 40 }),
  from: fc.integer({ min: 2, max: 38 }),
  by: fc.constantFrom(-12, -5, 0, 0, 5, 12),
  slope: fc.constantFrom(-0.6, 0, 0, 0, 0.6),
  gap: fc.option(fc.integer({ min: 0, max: 39 })),
  better: fc.constantFrom('higher' as const, 'lower' as const, 'in range' as const),
  target: fc.option(fc.integer({ min: 30, max: 70 })),
  weight: fc.constantFrom(undefined, 0, 2),
  fn: fc.constantFrom('Sales', 'Marketing', 'Operations'),
});
const anyWorkbook = fc.record({
  kpis: fc.array(anyKpi, { minLength: 1, maxLength: 6 }),
  accepts: fc.boolean(),
});

test('100 generated workbooks are told with one voice', () => {
  fc.assert(
    fc.property(anyWorkbook, ({ kpis, accepts }) => {
      const last = 35;
      const lines = Array.from({ length: 40 }, (_, i): Cell[] => [
        month(i + 1, 2023),
        ...kpis.map(({ seed, months, from, by, slope, gap }) => {
          const start = Math.max(0, last - months);
          if (i < start || i > last || i === gap) return null;
          const moved = (i - start >= from ? by : 0) + slope * (i - start);
          return 50 + history(seed, 40)[i]! + moved;
        }),
      ]);
      const book = workbook({ Own: [['Month', ...kpis.map((_, i) => `K${i}`)], ...lines.slice(0, last + 1)] }, TODAY);
      let now = book;
      for (const [i, { better, target, weight, fn }] of kpis.entries()) {
        const letter = 'BCDEFGH'[i]!;
        const request = {
          kpi: `K${i}`,
          function: fn,
          better,
          ...(better === 'in range' ? { low: 45, high: 55 } : { target }),
          ...(weight !== undefined && { weight }),
          values: { sheet: 'Own', range: `${letter}2:${letter}${last + 2}` },
        };
        now = applyEdits(now, track(now, request));
      }
      const first = review(now)
        .alerts.filter(isOfKpi)
        .find(({ state }) => state === 'new');
      if (accepts && first) now = applyEdits(now, recordDecision(now, { alert: first, decision: 'accept', note: '' }));
      const page = applyEdits(now, solved(now, newDashboard(now, true)));
      const found = review(now);
      compareSurfaces(now, page, found);
      expect(contradictions(found)).toEqual([]);
    }),
    { numRuns: 100, seed: 20261127 },
  );
}, 300_000);
