import { type FunctionWeights, type ScoredKpi, scoredGroups, scoreOfFunctions, sumsOf } from './score';

/** The score as it would be if one business function weighed half or twice as much. */
export interface Reweighed {
  /** 0 to 100. */
  score: number;
  /** The function whose weight makes it so; empty where no weight moves the score that way. */
  function: string;
  weight: 'as it is' | 'halved' | 'doubled';
}

/** How far the score depends on single weights and single KPIs. */
export interface Firmness {
  lowest: Reweighed;
  highest: Reweighed;
  /** The score with one KPI left out, in the order of the list that was given; null where it does not count, or nothing would be left. */
  without: (number | null)[];
  /** Place in that list of the KPI whose leaving out moves the score most; null where none moves it. */
  hangsOn: number | null;
}

const FACTORS = [
  ['halved', 0.5],
  ['doubled', 2],
] as const;

/** Differences of the score below this are rounding of the arithmetic. */
const PRECISION = 1e-9;

/**
 * How firm an alignment score is: the lowest and the highest score when any one function's weight is halved or doubled, and
 * the score with each KPI left out.
 *
 * @param kpis             as alignmentScore takes them
 * @param functionWeights  as alignmentScore takes them
 * @returns                scores from 0 to 100; null where there is no score
 * @throws                 ScoringError as alignmentScore does
 * @source                 OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7: robustness and sensitivity
 */
export function scoreFirmness(kpis: readonly ScoredKpi[], functionWeights: FunctionWeights = {}): Firmness | null {
  const groups = scoredGroups(kpis, functionWeights).filter(({ members }) => members.length > 0);
  const sums = groups.map(sumsOf);
  const { score } = scoreOfFunctions(sums);
  if (score === null) return null;
  const asItIs: Reweighed = { score, function: '', weight: 'as it is' };
  let [lowest, highest] = [asItIs, asItIs];
  for (const { name } of sums) {
    // A KPI on its own may be called like a function: the weight is that of the name.
    const isChosen = (other: string) => other.toLowerCase() === name.toLowerCase();
    for (const [weight, factor] of FACTORS) {
      const weighed = sums.map(each => (isChosen(each.name) ? { ...each, weight: each.weight * factor } : each));
      const reweighed = { score: scoreOfFunctions(weighed).score!, function: name, weight };
      if (reweighed.score < lowest.score - PRECISION) lowest = reweighed;
      if (reweighed.score > highest.score + PRECISION) highest = reweighed;
    }
  }
  const without: (number | null)[] = kpis.map(() => null);
  groups.forEach((group, i) => {
    // Leaving out one KPI changes what its own function adds up to, and nothing else.
    for (const left of group.members) {
      const members = group.members.filter(member => member !== left);
      const own = members.length > 0 ? [sumsOf({ ...group, members })] : [];
      without[left.index] = scoreOfFunctions([...sums.slice(0, i), ...own, ...sums.slice(i + 1)]).score;
    }
  });
  return { lowest, highest, without, hangsOn: mostMoved(without, score) };
}

function mostMoved(scores: readonly (number | null)[], score: number): number | null {
  const moved = scores.map(other => (other === null ? 0 : Math.abs(other - score)));
  const most = Math.max(0, ...moved);
  return most > PRECISION ? moved.indexOf(most) : null;
}
