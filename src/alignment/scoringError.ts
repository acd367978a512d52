import { capitalised } from '../cells/english';
/** A KPI or a weight that can't be scored; the message names the KPI where it is known, and says what is wrong with it. */
export class ScoringError extends Error {
  /** What a cell shows for it. */
  readonly code = '#VALUE!';
  /** The KPI's name, empty where it is not known. */
  readonly kpi: string;
  /** What is wrong, without the KPI's name. */
  readonly reason: string;

  constructor(kpi: string, reason: string) {
    const named = kpi.trim();
    super(`${named ? `${named}: ${reason}` : capitalised(reason)}.`);
    this.name = 'ScoringError';
    this.kpi = named;
    this.reason = reason;
  }
}
