import type { Problem } from '../register';
import type { KpiRow } from './readKpis';

/** How a *Note* begins that tracking wrote; the review repeats it until the owner has looked and taken it out. */
const TO_CHECK = 'To check: ';

/** The *Note* for what was doubtful when a KPI was tracked; null where nothing was. */
export function doubtsNote(doubts: string[]): string | null {
  return doubts.length === 0 ? null : TO_CHECK + doubts.join(' ');
}

/** What such notes say, for the review. */
export function doubtsOf(rows: KpiRow[]): Problem[] {
  return rows.flatMap(({ name, note, place }) =>
    note.startsWith(TO_CHECK)
      ? [{ severity: 'note' as const, message: `${name}: ${note.slice(TO_CHECK.length)} (Its Note says so.)`, place }]
      : [],
  );
}
