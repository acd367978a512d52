import type { Cadence } from '../../cells/period';
import { quantile } from '../../kpi/quantile';
import type { Chart } from '../shapes';
import type { KpiReview } from '../types';
import { roundedBy } from './roundedBy';

/** Targets for a KPI with a season: one for each period, for a year back and a year ahead. */
export interface SeasonalTargets {
  kpi: string;
  /** By the place of the period after the first of the chart; those beyond its last are to come. */
  targets: Map<number, number>;
  /** The least and the greatest of those to come. */
  low: number;
  high: number;
  /** "the same month last year plus 4 %" */
  why: string;
}

/** Periods a year; days have a season of a week, which says nothing of next year. */
const A_YEAR: Partial<Record<Cadence, number>> = { week: 52, month: 12, quarter: 4 };

/**
 * For a KPI with a proved season and no target: the same period a year before, brought to the level of today, plus the
 * growth of its own past where that is for the better. So no month is held against the figure of another.
 *
 * @param kpi      from a review
 * @param cadence  of that review
 * @returns        null with a target or a band already, without a season, or with less than two years of figures
 */
export function seasonalTargets({ name, better, target, chart }: KpiReview, cadence: Cadence): SeasonalTargets | null {
  const year = A_YEAR[cadence];
  if (target !== null || chart.targets || better === 'in range' || chart.season === null || !year) return null;
  const { values, season } = chart;
  const last = values.length - 1;
  if (values.filter(value => value !== null).length < 2 * year) return null;
  const steps = changesInAYear(chart, year);
  const isFactor = season.kind === 'multiplicative' && values.every(value => value === null || value > 0);
  const growth =
    steps.length < year / 2
      ? neutral(isFactor)
      : quantile(
          steps.map(pair => apart(pair, isFactor)),
          0.5,
        );
  const isForTheBetter = better === 'higher' ? growth > neutral(isFactor) : growth < neutral(isFactor);
  const added = isForTheBetter ? growth : neutral(isFactor);
  const { lower, upper } = chart.regimes[chart.regimes.length - 1]!;
  const targets = new Map<number, number>();
  for (let at = Math.max(year, last - year + 1); at <= last + year; at++) {
    const before = values[at - year] ?? null;
    if (before === null) continue;
    const levels: [number, number] = [levelAt(chart, at - year), levelAt(chart, at)];
    const present = moved(before, apart(levels, isFactor), isFactor);
    targets.set(at, roundedBy(moved(present, added, isFactor), (upper - lower) / 4));
  }
  const ahead = [...targets].flatMap(([at, figure]) => (at > last ? [figure] : []));
  if (ahead.length === 0) return null;
  const percent = isFactor ? Math.round(100 * Math.abs(added - 1)) : 0;
  const said = percent === 0 ? '' : ` ${added > 1 ? 'plus' : 'minus'} ${percent} %`;
  const why = `the same ${cadence} last year, at the present level${said || (isForTheBetter ? ', plus the usual growth' : '')}`;
  return { kpi: name, targets, low: Math.min(...ahead), high: Math.max(...ahead), why };
}

/** Figures a year apart, both at the present level. */
function changesInAYear({ values, regimes }: Chart, year: number): [number, number][] {
  const from = regimes[regimes.length - 1]?.from ?? 0;
  return values.flatMap((value, at): [number, number][] => {
    const before = at - year >= from ? values[at - year] : null;
    return at > values.length - 1 - year && value !== null && typeof before === 'number' ? [[before, value]] : [];
  });
}

/** The level of a period; of one to come that of today. */
function levelAt({ regimes }: Chart, at: number): number {
  const regime = regimes.filter(({ from }) => from <= at).pop() ?? regimes[0]!;
  return regime.centre;
}

const neutral = (isFactor: boolean) => (isFactor ? 1 : 0);
const apart = ([before, after]: [number, number], isFactor: boolean) => (isFactor ? after / before : after - before);
const moved = (figure: number, by: number, isFactor: boolean) => (isFactor ? figure * by : figure + by);
