import { alignmentScore, type FunctionWeights, largestRemainder, type ScoredKpi, scoreFirmness } from '../../alignment';
import type { Kpi, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import type { FirmnessReview, KpiReview, ScoreReview } from '../types';
import { targetsReview } from './targets';

/** Decimals that scores and points are shown with. */
const SHOWN = 1;

/**
 * The alignment score, the points that each function and KPI costs, rounded so that they add up as they are shown, and what
 * is left out of it.
 *
 * @param register  KPIs and the weights of their functions
 * @param reviews   the review of each of its KPIs, in the same order
 * @param history   from scoreHistory
 */
export function scoreReview(
  { kpis, strategy }: Register,
  reviews: KpiReview[],
  history: ScoreReview['history'],
): ScoreReview {
  const scored = kpis.flatMap((kpi, i) => (reviews[i]!.attainment === null ? [] : [{ kpi, review: reviews[i]! }]));
  const weights = new Map(strategy.functions.map(({ name, weight }) => [plainName(name), weight]));
  const aims = scored.map(({ kpi, review }) => ({ ...kpi, target: review.target, actual: review.latest }));
  const { score, functions } = alignmentScore(aims, weights);
  const shownScore = score === null ? 0 : Number(score.toFixed(SHOWN));
  const lost = largestRemainder(
    functions.map(f => f.lost),
    SHOWN,
    score === null ? 0 : 100 - shownScore,
  );
  return {
    score,
    functions: functions.map((f, i) => {
      const parts = largestRemainder(
        f.kpis.map(k => k.lost),
        SHOWN,
        lost[i]!,
      );
      const shares = f.kpis.map(({ index, attainment }, k) => ({
        name: scored[index]!.kpi.name,
        attainment,
        lost: parts[k]!,
      }));
      return { name: f.name, score: f.score, weight: f.weight, lost: lost[i]!, kpis: shares };
    }),
    targets: targetsReview(scored.map(({ review }) => review)),
    leftOut: [...functionsLeftOut(kpis, strategy, functions), ...kpisLeftOut(kpis, reviews)],
    firmness: firmnessReview(aims, weights),
    history,
  };
}

function firmnessReview(kpis: (ScoredKpi & { name: string })[], weights: FunctionWeights): FirmnessReview | null {
  const firmness = scoreFirmness(kpis, weights);
  if (!firmness) return null;
  const { lowest, highest } = firmness;
  const without = kpis.flatMap(({ name }, i) => {
    const score = firmness.without[i];
    return typeof score === 'number' ? [{ kpi: name, score }] : [];
  });
  const most = firmness.hangsOn === null ? null : kpis[firmness.hangsOn]!.name;
  const hangsOn = without.find(({ kpi }) => kpi === most) ?? null;
  const [low, high] = [lowest.score.toFixed(SHOWN), highest.score.toFixed(SHOWN)];
  const said = [
    low === high
      ? `It stays ${low}, whichever function counts half or twice as much.`
      : `Between ${low} and ${high}, if any one function counts half or twice as much.`,
    hangsOn ? `It depends most on ${hangsOn.kpi}: without it the score is ${hangsOn.score.toFixed(SHOWN)}.` : '',
  ];
  return { lowest, highest, without, hangsOn, sentence: said.filter(text => text !== '').join(' ') };
}

function functionsLeftOut(
  kpis: Kpi[],
  strategy: Register['strategy'],
  scored: { name: string }[],
): ScoreReview['leftOut'] {
  const names = [...strategy.functions.map(f => f.name), ...kpis.map(kpi => kpi.function)];
  return names
    .filter((name, i) => name !== '' && names.findIndex(other => sameName(other, name)) === i)
    .filter(name => !scored.some(f => sameName(f.name, name)))
    .map(name => ({
      name,
      reason: kpis.some(kpi => sameName(kpi.function, name)) ? 'none of its KPIs can be scored' : 'it has no KPI',
    }));
}

function kpisLeftOut(kpis: Kpi[], reviews: KpiReview[]): ScoreReview['leftOut'] {
  return kpis.flatMap((kpi, i) => {
    const reason = reviews[i]!.leftOut || (kpi.weight === 0 ? 'its weight is 0' : '');
    return reason ? [{ name: kpi.name, reason }] : [];
  });
}
