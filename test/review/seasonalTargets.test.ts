import { serialOf } from '../../src/cells/serial';
import { proposedTarget } from '../../src/review/kpi/proposedTarget';
import { seasonalTargets } from '../../src/review/kpi/seasonalTargets';
import { review, reviewRegister } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Kpi } from '../../src/workbook/register';
import { writeTargetFigures } from '../../src/workbook/track/targets';
import { track } from '../../src/workbook/track/track';
import { history } from '../drift/series';
import { month, rowsOf, workbook } from '../workbook/workbooks';
import { kpi, register } from './registers';

const noise = history(6, 48);
/** Four years of a shop by the sea: 100 a month, 30 more in summer, 30 fewer in winter. */
const seaside = noise.map((each, i) => 100 + 30 * Math.sin((2 * Math.PI * i) / 12) + each);
const proposed = (values: (number | null)[], said: Partial<Kpi> = {}) =>
  seasonalTargets(reviewRegister(register([kpi('Guests', values, said)])).kpis[0]!, 'month');

test('a KPI with a season is held against the same month of the year before', () => {
  const { targets, low, high, why } = proposed(seaside)!;
  expect([...targets.keys()]).toEqual(Array.from({ length: 24 }, (_, i) => 36 + i));
  // Whatever growth there is, is that of the noise, whose standard deviation is 1: no month is far from last year's.
  for (let i = 48; i < 60; i++) expect(Math.abs(targets.get(i)! - seaside[i - 12]!)).toBeLessThan(3);
  expect([low, high]).toEqual([
    Math.min(...[...targets].slice(12).map(([, t]) => t)),
    Math.max(...[...targets].slice(12).map(([, t]) => t)),
  ]);
  expect(why).toMatch(/^the same month last year, at the present level/);
});

test('a level that has moved since is the one that is asked for', () => {
  // From the 41st month on 20 more a month than before: all months to come are at the new level, whichever last year was.
  const risen = seaside.map((value, i) => value + (i < 40 ? 0 : 20));
  const { targets } = proposed(risen)!;
  for (let i = 48; i < 60; i++) expect(Math.abs(targets.get(i)! - (seaside[i - 12]! + 20))).toBeLessThan(6);
});

test('growth is added where it is for the better, and never asked for where it is for the worse', () => {
  const lower = proposed(seaside, { better: 'lower' })!;
  const higher = proposed(seaside)!;
  for (let i = 48; i < 60; i++) expect(higher.targets.get(i)!).toBeGreaterThanOrEqual(lower.targets.get(i)!);
});

test('none without a season, with a target, a band, or less than two years', () => {
  expect(proposed(noise.map(each => 100 + each))).toBeNull();
  expect(proposed(seaside, { target: 100 })).toBeNull();
  expect(proposed(seaside, { better: 'in range', low: 40, high: 60 })).toBeNull();
  expect(proposed(seaside.slice(0, 20))).toBeNull();
});

test('set, each month has its own, the coming ones too, and the score follows', () => {
  const shop = workbook(
    { Shop: [['Month', 'Guests'], ...seaside.map((value, i) => [month(i + 1, 2022), Math.round(value)])] },
    serialOf(2026, 1, 10),
  );
  const tracked = applyEdits(shop, track(shop, { kpi: 'Guests', values: { sheet: 'Shop', range: 'B2:B49' } }));
  const [before] = review(tracked).kpis;
  expect([before!.attainment, proposedTarget(before!)]).toEqual([null, null]);
  const proposal = seasonalTargets(before!, 'month')!;
  const dates = before!.chart.periods.map(({ date }) => date);
  const after = applyEdits(tracked, writeTargetFigures(tracked, 'Guests', dates, proposal.targets, 'General'));
  const rows = rowsOf(after, 'Compass Targets');
  // January 2025 to December 2026: a year back, and the year that begins.
  expect([rows.length, rows[1]![0], rows[24]![0]]).toEqual([25, month(1, 2025), month(12, 2026)]);
  const [now] = review(after).kpis;
  expect(now!.target).toBe(proposal.targets.get(47));
  expect(now!.attainment).not.toBeNull();
  expect(seasonalTargets(now!, 'month')).toBeNull();
  expect(review(after).problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
});
