import { EVIDENCE_TABLE, HAZARDS, LENGTHS, SPIKE_TABLE } from './thresholdTable';

type Table = readonly (readonly number[])[];

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
  const row = rowAt(table, count);
  const x = Math.log(chance);
  const k = segment(i => x >= Math.log(HAZARDS[i + 1]!));
  const [a, b] = [Math.log(HAZARDS[k]!), Math.log(HAZARDS[k + 1]!)];
  return row[k]! + ((row[k + 1]! - row[k]!) * (x - a)) / (b - a);
}

/** A smaller chance than a tenth of the smallest that was simulated is not told. */
export const SMALLEST = HAZARDS[HAZARDS.length - 1]! / 10;

function chanceAt(table: Table, count: number, value: number): number {
  const row = rowAt(table, count);
  const k = segment(i => value <= row[i + 1]!);
  const [a, b] = [Math.log(HAZARDS[k]!), Math.log(HAZARDS[k + 1]!)];
  return Math.max(SMALLEST, Math.min(1, Math.exp(a + ((b - a) * (value - row[k]!)) / (row[k + 1]! - row[k]!))));
}

/** The first stretch of the table that holds what is looked for; beyond its end the last one is drawn out. */
function segment(holds: (i: number) => boolean): number {
  let i = 0;
  while (i < HAZARDS.length - 2 && !holds(i)) i++;
  return i;
}

/** The thresholds of a regime of so many figures, between the calibrated lengths in a straight line. */
function rowAt(table: Table, count: number): readonly number[] {
  const next = LENGTHS.findIndex(length => length >= count);
  if (next === 0) return table[0]!;
  if (next < 0) return table[table.length - 1]!;
  const share = (count - LENGTHS[next - 1]!) / (LENGTHS[next]! - LENGTHS[next - 1]!);
  return table[next]!.map((threshold, k) => share * threshold + (1 - share) * table[next - 1]![k]!);
}
