import { type Aim, attainment } from './attainment';
import { ScoringError } from './scoringError';

/** One KPI as the score sees it. */
export interface ScoredKpi extends Aim {
  /** Its business function; without one the KPI is a function of its own. */
  function?: string | null;
  /** Its name, for messages. */
  name?: string;
  /** Acts inside its function only; blank is 1. */
  weight?: number | null;
  /** The period's figure; a blank one is left out. */
  actual: number | null | undefined;
}

/** The share of one KPI in its function's score. */
export interface KpiShare {
  /** Its place in the list that was given, 0-based. */
  index: number;
  /** 0 to 1. */
  attainment: number;
  /** Points of the alignment score that it costs. */
  lost: number;
}

/** One business function's part in the alignment score. */
export interface FunctionScore {
  name: string;
  /** 0 to 100. */
  score: number;
  weight: number;
  /** Points of the alignment score that it costs; those of all functions add up to 100 − score. */
  lost: number;
  kpis: KpiShare[];
}

export interface AlignmentScore {
  /** 0 to 100; null where nothing can be scored. */
  score: number | null;
  functions: FunctionScore[];
  /** Functions without a scored KPI. */
  leftOut: string[];
}

/** Function weights by name, matched trimmed and without case; a function that is not named weighs 1. */
export type FunctionWeights = Record<string, number | null | undefined> | Map<string, number | null | undefined>;

/** No function score is taken below this, so that one failing function does not make the score zero. */
const LOWEST = 1;

/**
 * Alignment score: the weighted geometric mean of the function scores, with the points that each function and KPI costs.
 * A function's score is 100 × the weighted mean of its KPIs' attainments.
 *
 * @param kpis             one entry a KPI; actual, target, floor and band in the KPI's own unit
 * @param functionWeights  weights of the functions, as a record or a Map from name to weight; 1 where none is given
 * @returns                score from 0 to 100, and by function its score, weight and points lost
 * @throws                 ScoringError, naming the KPI, where an aim can't be scored or a weight is negative
 * @source                 OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, on geometric aggregation and compensability
 */
export function alignmentScore(kpis: readonly ScoredKpi[], functionWeights: FunctionWeights = {}): AlignmentScore {
  const groups = scoredGroups(kpis, functionWeights);
  const left = groups.filter(group => group.members.length > 0);
  return {
    ...scoreAndLosses(left),
    leftOut: groups.filter(group => group.members.length === 0).map(group => group.name),
  };
}

/** Each business function with the KPIs that count in it; parameters and errors as `alignmentScore`'s. */
export function scoredGroups(kpis: readonly ScoredKpi[], functionWeights: FunctionWeights = {}): Group<Member>[] {
  const weights = byKey(functionWeights);
  return grouped(kpis).map(group => ({
    name: group.name,
    weight: weights.get(group.name.toLowerCase()) ?? 1,
    members: group.members.flatMap(member => scored(member, group.name)),
  }));
}

/** What the KPIs of a function add up to. */
export function sumsOf({ name, weight, members }: Group<Member>): FunctionSums {
  return {
    name,
    weight,
    kpiWeight: sum(members.map(m => m.weight)),
    shortfall: sum(members.map(shortfallOf)),
  };
}

function shortfallOf({ weight, attainment }: Member): number {
  return weight * (1 - attainment);
}

/** A KPI that counts. */
export interface Member {
  index: number;
  weight: number;
  attainment: number;
}

/** A business function and what is in it. */
export interface Group<T> {
  name: string;
  weight: number;
  members: T[];
}

/** KPIs by function, in the order in which the functions first appear, spelled as there. */
function grouped(kpis: readonly ScoredKpi[]): { name: string; members: { index: number; kpi: ScoredKpi }[] }[] {
  const groups = new Map<string, { name: string; members: { index: number; kpi: ScoredKpi }[] }>();
  kpis.forEach((kpi, index) => {
    const named = kpi.function?.trim();
    const name = named || kpi.name?.trim() || `KPI ${index + 1}`;
    const key = named ? name.toLowerCase() : `${index}`;
    const group = groups.get(key) ?? { name, members: [] };
    group.members.push({ index, kpi });
    groups.set(key, group);
  });
  return [...groups.values()];
}

function scored({ index, kpi }: { index: number; kpi: ScoredKpi }, group: string): Member[] {
  const label = kpi.name?.trim() || (kpi.function?.trim() ? `KPI ${index + 1} (${group})` : group);
  const weight = weightOf(kpi.weight, label);
  if (kpi.actual === null || kpi.actual === undefined || weight === 0) return [];
  return [{ index, weight, attainment: attainment(kpi.actual, kpi, label) }];
}

/** What the KPIs of one function add up to. */
export interface FunctionSums {
  name: string;
  weight: number;
  /** The weights of its KPIs, above zero. */
  kpiWeight: number;
  /** What each of them falls short of one, times its weight. */
  shortfall: number;
}

/**
 * The alignment score from what the KPIs of each function add up to; see `alignmentScore`.
 *
 * @param sums  one entry a function
 * @returns     score, null where all weights are zero; and by function its score, weight and points lost
 */
export function scoreOfFunctions(sums: readonly FunctionSums[]): {
  score: number | null;
  functions: Omit<FunctionScore, 'kpis'>[];
} {
  const parts = sums.map(({ name, weight, kpiWeight, shortfall }) => {
    const score = 100 * (1 - shortfall / kpiWeight);
    return { name, weight, score, log: weight * Math.log(Math.max(score, LOWEST) / 100) };
  });
  const weight = sum(parts.map(p => p.weight));
  const log = sum(parts.map(p => p.log));
  const score = weight === 0 ? null : 100 * Math.exp(log / weight);
  const functions = parts.map(p => ({
    name: p.name,
    score: p.score,
    weight: p.weight,
    lost: score === null || p.log === 0 ? 0 : ((100 - score) * p.log) / log,
  }));
  return { score, functions };
}

function scoreAndLosses(groups: readonly Group<Member>[]): { score: number | null; functions: FunctionScore[] } {
  const sums = groups.map(sumsOf);
  const { score, functions } = scoreOfFunctions(sums);
  return {
    score,
    functions: functions.map((each, i) => {
      const { shortfall } = sums[i]!;
      const kpis = groups[i]!.members.map(member => ({
        index: member.index,
        attainment: member.attainment,
        lost: shortfall === 0 ? 0 : (each.lost * shortfallOf(member)) / shortfall,
      }));
      return { ...each, kpis };
    }),
  };
}

function byKey(weights: FunctionWeights): Map<string, number> {
  const entries = weights instanceof Map ? [...weights] : Object.entries(weights);
  return new Map(entries.map(([name, weight]) => [name.trim().toLowerCase(), weightOf(weight, name)]));
}

/** A weight, 1 where it is blank. @throws ScoringError where it is negative */
export function weightOf(weight: number | null | undefined, name: string): number {
  if (weight === null || weight === undefined) return 1;
  if (!Number.isFinite(weight) || weight < 0) throw new ScoringError(name, `its weight ${weight} must be zero or more`);
  return weight;
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
