import { EVIDENCE_TABLE, HAZARDS, LENGTHS, SPIKE_TABLE } from './thresholdTable';

type Table = readonly (readonly number[])[];

const LOG_HAZARDS = HAZARDS.map(Math.log);

/** What must be reached to raise a change at looks of one chance, by figures in the regime. */
export interface Thresholds {
  evidence: (count: number) => number;
  spike: (count: number) => number;
}

const KNOWN = new Map<number, Thresholds>();
const MOST_KNOWN = 100;

/**
 * The thresholds at looks of one chance, each worked out once: the KPIs of a workbook share them.
 *
 * @param chance  chance allowed of a false alarm at each look, in one direction
 */
export function thresholdsFor(chance: number): Thresholds {
  const known = KNOWN.get(chance);
  if (known) return known;
  const once = (of: typeof evidenceThreshold) => {
    const known: number[] = [];
    return (count: number) => {
      known[count] ??= of(count, chance);
      return known[count]!;
    };
  };
  const thresholds = { evidence: once(evidenceThreshold), spike: once(spikeThreshold) };
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(chance, thresholds);
  return thresholds;
}

/**
 * What evidence of a lasting change must reach.
 *
 * @param count   figures in the regime, the newest included
 * @param chance  chance allowed of a false alarm at this look, in one direction
 * @returns       log Bayes factor
 */
export function evidenceThreshold(count: number, chance: number): number {
  return thresholdAt(EVIDENCE_TABLE, count, chance);
}

/**
 * What a spike must reach.
 *
 * @param count   figures in the regime, the newest included
 * @param chance  chance allowed of a false alarm at this look, in one direction, spikes and lasting changes together
 * @returns       log ratio of distances, as spikeUpwards gives it
 */
export function spikeThreshold(count: number, chance: number): number {
  return thresholdAt(SPIKE_TABLE, count, chance);
}

/**
 * The chance at one look, in one direction, that a KPI that had not changed would show as much evidence.
 *
 * @param count     figures in the regime, the newest included
 * @param evidence  log Bayes factor
 */
export function chanceOfEvidence(count: number, evidence: number): number {
  return chanceAt(EVIDENCE_TABLE, count, evidence);
}

/** The same of a spike's log ratio of distances. */
export function chanceOfSpike(count: number, ratio: number): number {
  return chanceAt(SPIKE_TABLE, count, ratio);
}

function thresholdAt(table: Table, count: number, chance: number): number {
  const thresholds = rowAt(table, count);
  const x = Math.log(chance);
  const k = segment(i => x >= LOG_HAZARDS[i + 1]!);
  const [a, b] = [LOG_HAZARDS[k]!, LOG_HAZARDS[k + 1]!];
  const [low, high] = [thresholds(k), thresholds(k + 1)];
  return low + ((high - low) * (x - a)) / (b - a);
}

/** A smaller chance than a tenth of the smallest that was simulated is not told. */
export const SMALLEST = HAZARDS[HAZARDS.length - 1]! / 10;

function chanceAt(table: Table, count: number, value: number): number {
  const thresholds = rowAt(table, count);
  const k = segment(i => value <= thresholds(i + 1));
  const [a, b] = [LOG_HAZARDS[k]!, LOG_HAZARDS[k + 1]!];
  const [low, high] = [thresholds(k), thresholds(k + 1)];
  return Math.max(SMALLEST, Math.min(1, Math.exp(a + ((b - a) * (value - low)) / (high - low))));
}

/** The first stretch of the table that holds what is looked for; beyond its end the last one is drawn out. */
function segment(holds: (i: number) => boolean): number {
  let i = 0;
  while (i < HAZARDS.length - 2 && !holds(i)) i++;
  return i;
}

/** The thresholds of a regime of so many figures by chance, between the calibrated lengths in a straight line. */
function rowAt(table: Table, count: number): (k: number) => number {
  const next = LENGTHS.findIndex(length => length >= count);
  if (next === 0) return k => table[0]![k]!;
  if (next < 0) return k => table[table.length - 1]![k]!;
  const share = (count - LENGTHS[next - 1]!) / (LENGTHS[next]! - LENGTHS[next - 1]!);
  return k => share * table[next]![k]! + (1 - share) * table[next - 1]![k]!;
}
