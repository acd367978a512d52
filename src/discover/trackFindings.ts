import { isCoarser } from '../cells/cadence';
import type { Cadence } from '../cells/period';
import type { Edit } from '../workbook/edit';
import { EditConflict } from '../workbook/edits/applyEdits';
import { planEdits } from '../workbook/edits/planEdits';
import { readTables } from '../workbook/register/readTracked';
import { plainName } from '../workbook/sheets/names';
import type { Snapshot } from '../workbook/snapshot';
import { TrackError } from '../workbook/sources/trackError';
import { planTrack } from '../workbook/track/track';
import type { TrackPreview } from '../workbook/track/trackedFigures';
import type { TrackRequest } from '../workbook/track/trackRequest';
import type { Finding } from './finding';

/**
 * What tracking would be asked for each finding, in their order: a table in which a person can change what they like before
 * `planFindings` makes edits of it.
 *
 * @param findings  those that are wanted
 * @param snapshot  the workbook: names that it has already are not given twice
 */
export function trackRequests(findings: readonly Finding[], snapshot: Snapshot): TrackRequest[] {
  const { names, data } = readTables(snapshot);
  const taken = new Set(['period', ...names, ...(data?.columns.map(({ name }) => name) ?? [])].map(plainName));
  const cadence = commonCadence(findings);
  return findings.map(finding => {
    const kpi = freeName(finding, findings, taken);
    taken.add(plainName(kpi));
    return {
      kpi,
      values: finding.values,
      periods: finding.periods,
      ...(finding.sheets && { sheets: finding.sheets }),
      ...(finding.function !== '' && { function: finding.function }),
      better: finding.better,
      ...(finding.target !== null && { target: finding.target }),
      ...(finding.targets &&
        finding.targetPeriods && { targets: finding.targets, targetPeriods: finding.targetPeriods }),
      ...(finding.unit !== '' && { unit: finding.unit }),
      measure: finding.measure,
      combine: finding.combine,
      ...(cadence && { cadence }),
      ...(finding.year !== undefined && { year: finding.year }),
      ...(finding.dayOrder && { dayOrder: finding.dayOrder }),
    };
  });
}

/** A name that no other KPI has: with its heading where a sheet has it several times, with its sheet where several sheets have it. */
function freeName({ name, sheet, group }: Finding, findings: readonly Finding[], taken: Set<string>): string {
  const twins = findings.filter(other => plainName(other.name) === plainName(name));
  const here = twins.filter(other => other.sheet === sheet);
  const isOnOthers = twins.length > here.length && plainName(name) !== plainName(sheet);
  const grouped = here.length > 1 && group !== '' ? `${group}: ${name}` : name;
  const wanted = isOnOthers ? `${grouped}: ${sheet}` : grouped;
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(plainName(numbered))) return numbered;
  }
}

/** The steps of most findings, the shorter ones where as many have them; days are reviewed by the week or month. */
function commonCadence(findings: readonly Finding[]): Cadence | null {
  const counts = new Map<Cadence, number>();
  for (const { cadence } of findings) {
    if (cadence !== 'day') counts.set(cadence, (counts.get(cadence) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (isCoarser(a[0], b[0]) ? 1 : -1));
  return sorted[0]?.[0] ?? null;
}

/** Edits that make numbers of figures, and dates of days, that are as text; undone like any other. */
export function conversionEdits(findings: readonly Finding[]): Edit[] {
  const seen = new Set<string>();
  return findings.flatMap(({ asText }) =>
    asText.flatMap(({ sheet, row, column, before, after, format }): Edit[] => {
      const key = `${sheet}!${row},${column}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        { kind: 'write', sheet, row, column, cells: [[after]], expected: [[before]] },
        { kind: 'format', sheet, row, column, rows: 1, columns: 1, format: { number: format } },
      ];
    }),
  );
}

/** What tracking many series comes to. */
export interface FindingsPlan {
  /** All of it in one list: one step to undo. */
  edits: Edit[];
  tracked: { request: TrackRequest; preview: TrackPreview }[];
  /** Those that can't be tracked, and why, in an owner's words. */
  left: { request: TrackRequest; why: string }[];
}

/**
 * Tracks many series in one step.
 *
 * @param snapshot  the workbook, with the sheets of the series read whole
 * @param requests  as `trackRequests` makes them, changed or not
 * @param before    edits that come first: conversions
 */
export function planFindings(snapshot: Snapshot, requests: readonly TrackRequest[], before: Edit[] = []): FindingsPlan {
  const plan = planEdits(snapshot);
  plan.add(() => before);
  const tracked: FindingsPlan['tracked'] = [];
  const left: FindingsPlan['left'] = [];
  for (const request of requests) {
    try {
      plan.add(now => {
        const { edits, preview } = withTargets(now, request);
        tracked.push({ request, preview });
        return edits;
      });
    } catch (error) {
      if (!(error instanceof TrackError) && !(error instanceof EditConflict)) throw error;
      if (tracked[tracked.length - 1]?.request === request) tracked.pop();
      left.push({ request, why: error.message });
    }
  }
  return { edits: tracked.length > 0 ? plan.finish() : [], tracked, left };
}

/** As `planTrack`; targets of single periods that were found and can't be read are left out, which is said: nobody typed them. */
function withTargets(now: Snapshot, request: TrackRequest): ReturnType<typeof planTrack> {
  try {
    return planTrack(now, request);
  } catch (error) {
    if (!request.targets || !request.targetPeriods || !(error instanceof TrackError)) throw error;
    const { targets: _, targetPeriods: __, ...rest } = request;
    const { edits, preview } = planTrack(now, rest);
    const why = `The targets beside ${request.kpi} were not taken over: ${error.message}`;
    return { edits, preview: { ...preview, notes: [...preview.notes, why] } };
  }
}
