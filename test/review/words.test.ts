import type { Judged } from '../../src/review/kpi/replay';
import type { Decided, KpiReview, LapsedDecision } from '../../src/review/types';
import { formatFigure, formatLevel, formatLevels } from '../../src/review/words/formatFigure';
import { assuranceInWords, variationInBrief, variationInWords } from '../../src/review/words/verdicts';
import {
  aboutOf,
  amountOf,
  decisionInWords,
  figureOf,
  kindInWords,
  lapsedInWords,
  levelsOf,
  moneyOf,
  periodWithArticle,
  perPeriod,
} from '../../src/review/words/words';
import type { Kpi } from '../../src/workbook/register';
import { kpi } from './registers';

// Figures as Excel shows them for the same format code, sentences as a person would write them.

const judged = (said: Partial<Kpi> = {}, values: (number | null)[] = []) =>
  ({ kpi: kpi('Tickets', values, said), values }) as unknown as Judged;

describe('a format code', () => {
  test.each<[number, string, string, string]>([
    [1234.5, '0', '', '1235'],
    [1234, '#,##0', 'kg', '1,234 kg'],
    [0.5, '#,##0.0', '', '0.5'],
    [1.25, '0.0#', '', '1.25'],
    [1.2, '0.00', '', '1.20'],
    [-0.004, '0.00', '', '0.00'],
    [2_500_000, '0.0,,"m"', '', '2.5m'],
    [0.0525, '0.00%', '€', '5.25%'],
    [12.5, '"€"#,##0.00', '€', '€12.50'],
    [3, '0" pcs."', '', '3 pcs.'],
    [3, '0\\x', '', '3x'],
    [1_234_567, '#,##0', '', '1,234,567'],
    [1234, '0;[Red]-0', '', '1234'],
    [12, '[Blue][$$-409]0', '', '$12'],
    [12, '[mm]:ss', '', '12'],
    [12, 'd/m', '', '12'],
    [12, '"text"', '', '12'],
    [12, '0 "a;b"', '', '12 a;b'],
    [12, '0_)', 'h', '12 h'],
  ])('%d as %s with the unit %p is %s', (value, format, unit, expected) => {
    expect(formatFigure(value, { format, unit })).toBe(expected);
  });

  test('can be given more decimals than it has, to tell figures apart', () => {
    expect(formatFigure(0.0523, { format: '0%', unit: '' }, 2)).toBe('5.23%');
    expect(formatFigure(5, { format: '0', unit: '' }, 2)).toBe('5');
  });
});

describe('a figure without a format', () => {
  test.each<[number, string, string]>([
    [99.95, '', '100'],
    [100.4, '', '100'],
    [10.04, '', '10'],
    [0.000123456, '', '0.000123'],
    [1234567.8, '', '1,234,568'],
    [4, '£', '£4'],
    [4, ' h ', '4 h'],
    [-4, '%', '-4%'],
  ])('%d with the unit %p is %s', (value, unit, expected) =>
    expect(formatFigure(value, { format: 'General', unit })).toBe(expected),
  );
});

describe('a level', () => {
  const level = (value: number, format = 'General', more = 0) => formatLevel(value, { format, unit: '' }, more);
  test.each<[number, string, number, string]>([
    [12_345, 'General', 0, '12,300'],
    [12_345, 'General', 1, '12,350'],
    [999.6, 'General', 0, '1,000'],
    [0.051234, '0.000%', 0, '5.12%'],
    [0.051234, '0.000%', 1, '5.123%'],
    [12.345, '0.00', 0, '12.3'],
    [12.345, '0', 1, '12.3'],
    [-12.345, '0.00', 0, '-12.3'],
    [2_345_678, '#,##0,', 0, '2,350'],
    [0, 'General', 0, '0'],
  ])('%d in %s with %d more digits is %s', (value, format, more, expected) =>
    expect(level(value, format, more)).toBe(expected),
  );
  test('of two has as few digits as tell them apart, six more at most', () => {
    const plain = { format: 'General', unit: '' };
    expect(formatLevels(1236, 1237, plain)).toEqual(['1,236', '1,237']);
    expect(formatLevels(1234, 1243, plain)).toEqual(['1,230', '1,240']);
    expect(formatLevels(1, 1 + 1e-12, plain)).toEqual(['1', '1']);
  });
});

describe('figures of a KPI', () => {
  test('leave out a unit that only repeats its name', () => {
    expect(figureOf(judged({ unit: ' TICKETS ' }), 5)).toBe('5');
    expect(figureOf(judged({ unit: 'boxes' }), 5)).toBe('5 boxes');
    expect(aboutOf(judged({ unit: 'boxes' }), 512.4)).toBe('about 512 boxes');
    expect(levelsOf(judged(), 480, 380)).toEqual(['about 480', 'about 380']);
  });

  // By hand: two digits of the amount, and as many decimals beyond the format as show them to a twentieth.
  test.each<[number, string, string]>([
    [0.1234, 'General', '0.12'],
    [12.34, '#,##0', '12'],
    [1.26, '0', '1.3'],
    [0.0126, '0%', '1.3%'],
    [0.00126, '0%', '0.13%'],
    [123, '#,##0', '120'],
    [0.00001, '0', '0'],
  ])('say a pace of %d in %s as %s', (amount, format, expected) =>
    expect(amountOf(judged({ format }), amount)).toBe(expected),
  );

  test('are said by the week where they are counts that are added up, and not of rates, means or broken figures', () => {
    const per = (said: Partial<Kpi>, values: (number | null)[] = [3, null, 5]) =>
      perPeriod(judged(said, values), 'week');
    expect(per({ combine: 'sum' })).toBe(' a week');
    expect(per({ combine: 'mean' })).toBe('');
    expect(per({ combine: 'sum', format: '0%' })).toBe('');
    expect(per({ combine: 'sum' }, [3, 4.5])).toBe('');
  });
});

test('money is said in two digits, and to the unit below ten', () => {
  expect([9_234, 9_250_000, 96, 104, 7.6, 0.4, -9_234].map(amount => moneyOf(amount, '€'))).toEqual([
    '€9,200',
    '€9,300,000',
    '€96',
    '€100',
    '€8',
    '€0',
    '-€9,200',
  ]);
  expect(moneyOf(1_249, 'CHF')).toBe('1,200 CHF');
});

test('kinds of alerts have names', () => {
  expect((['shift', 'spike', 'trend', 'experiment', 'pattern'] as const).map(kindInWords)).toEqual([
    'Change of level',
    'Outlier',
    'Trend',
    'Experiment',
    'Pattern',
  ]);
});

test('a week has an article, a month has none', () => {
  const period = { start: 0, end: 1, closed: true };
  expect(periodWithArticle({ ...period, label: 'week of 21 Nov 2016' })).toBe('the week of 21 Nov 2016');
  expect(periodWithArticle({ ...period, label: 'Nov 2016' })).toBe('Nov 2016');
});

describe('a decision in a sentence', () => {
  const said = (more: Partial<Decided>) =>
    decisionInWords({ decision: 'act', date: '', note: '', by: '', action: '', owner: '', due: null, ...more });
  test.each<[Partial<Decided>, string]>([
    [{}, 'act'],
    [{ date: '2026-01-05', by: 'Ana' }, 'act, 5 Jan 2026, by Ana'],
    [
      { date: '2026-01-05', action: 'call the supplier', owner: 'Ben', due: '2026-01-31' },
      'act, 5 Jan 2026: call the supplier (Ben, by 31 Jan 2026)',
    ],
    [{ action: 'call', note: 'wait for May' }, 'act: call. wait for May'],
    [{ owner: 'Ben' }, 'act: (Ben)'],
    [{ action: 'call', due: '2026-01-31' }, 'act: call (by 31 Jan 2026)'],
    [{ date: 'soon', due: 'soon', note: 'soon' }, 'act: soon'],
  ])('%j is %s', (more, expected) => expect(said(more)).toBe(expected));

  test('on what no longer shows names KPI, way and day, or what the Log says', () => {
    const lapsed: LapsedDecision = {
      alert: 'Orders down 2016-11-21',
      kpi: 'Orders',
      direction: 'down',
      since: '2016-11-21',
      decision: {} as Decided,
      place: { sheet: 'Compass Log' },
    };
    expect(lapsedInWords(lapsed)).toBe('Orders, down since 21 Nov 2016');
    for (const less of [{ kpi: null }, { direction: null }, { since: null }, { since: 'then' }])
      expect(lapsedInWords({ ...lapsed, ...less })).toBe('Orders down 2016-11-21');
  });
});

describe('a verdict in words', () => {
  const told = (said: Partial<KpiReview>, count = 12) => {
    const values = Array<number>(count).fill(1);
    const base = { variation: 'steady', notJudged: '', assurance: 'hit or miss', ...said } as KpiReview;
    const of = { ...base, chart: { ...base.chart, values } };
    return [variationInWords(of), variationInBrief({ ...base, values }), assuranceInWords(of)];
  };
  test('is short in a column and whole in a sentence', () => {
    expect(told({})).toEqual(['steady', 'steady', 'hit or miss']);
    expect(told({ variation: 'worse' })).toEqual(['changed for the worse', 'worse', 'hit or miss']);
    expect(told({ variation: 'better' })).toEqual(['changed for the better', 'better', 'hit or miss']);
    expect(told({ variation: 'changed', assurance: 'no target' })).toEqual(['changed', 'changed', 'no target']);
  });
  test('that is not yet known says how many figures it takes: six are needed', () => {
    const early = { variation: 'too early to tell', assurance: 'too early to tell' } as const;
    expect(told(early, 5)).toEqual(Array(3).fill('not yet known: 1 more figure'));
    expect(told(early, 3)).toEqual(Array(3).fill('not yet known: 3 more figures'));
    expect(told(early, 6)).toEqual(Array(3).fill('not yet known'));
  });
  test('of figures that cannot be read says so instead', () => {
    const why = 'not judged: its cells are gone';
    expect(told({ notJudged: why })).toEqual([why, why, 'not judged']);
  });
});
