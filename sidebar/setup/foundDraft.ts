import type { Cadence } from '../../src/cells/period';
import { type DayOrder, periodIn } from '../../src/cells/readPeriod';
import { conversionEdits, type Finding, type FindingsPlan, planFindings, trackRequests } from '../../src/discover';
import type { Finder } from '../../src/hosts/bridge';
import { readTables } from '../../src/workbook/register/readTracked';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { EMPTY, type KpiDraft } from '../kpis/form/draft';
import { type Mistakes, mistakes } from '../kpis/form/mistakes';
import { settingsOf } from '../kpis/form/settings';
import { BY_PERIOD } from '../kpis/form/typedTarget';
import { figuresIn } from '../words/figure';

/** What a person has changed of a finding; what is not there is as it was found. */
export interface FindingEdits extends Partial<KpiDraft> {
  /** Which comes first in dates that can be read two ways. */
  dayOrder?: DayOrder;
}

/** The findings that are ticked, and what was changed, by the finding's place in the list. */
export interface FoundDraft {
  ticked: ReadonlySet<number>;
  changes: ReadonlyMap<number, FindingEdits>;
  /** How often the team reviews, where that was asked and chosen. */
  cadence?: Cadence;
}

/** A finding as the form shows it. */
export function draftOfFinding(finding: Finding): KpiDraft {
  const { name, unit, better, measure, combine, target, targets, format } = finding;
  const typed = target === null ? '' : figuresIn(format)(target);
  return {
    ...EMPTY,
    kpi: name,
    function: finding.function,
    better,
    target: targets && target === null ? BY_PERIOD : typed,
    unit,
    measure,
    combine,
    gaps: 'zero',
  };
}

/** Everything that is not tracked yet, as it was found. */
export function freshDraft(findings: readonly Finding[]): FoundDraft {
  const open = findings.flatMap(({ trackedAs }, index) => (trackedAs === null ? [index] : []));
  return { ticked: new Set(open), changes: new Map() };
}

/** Ticks or unticks some findings. */
export function tick(draft: FoundDraft, indices: number[], on: boolean): FoundDraft {
  const ticked = new Set(draft.ticked);
  for (const index of indices) {
    if (on) ticked.add(index);
    else ticked.delete(index);
  }
  return { ...draft, ticked };
}

/** Changes one finding. */
export function editFinding(draft: FoundDraft, index: number, changed: FindingEdits): FoundDraft {
  return { ...draft, changes: new Map([...draft.changes, [index, { ...draft.changes.get(index), ...changed }]]) };
}

/** What is wrong with one finding as it was changed. */
export function mistakesIn(finding: Finding, changed: FindingEdits, locale: string): Mistakes {
  const before = draftOfFinding(finding);
  return mistakes({ ...before, ...changed }, locale, before, finding.sheet);
}

/**
 * The first thing that is wrong with what was typed, in words.
 *
 * @returns  empty where all of it can be tracked
 */
export function mistakeIn(draft: FoundDraft, findings: readonly Finding[], locale: string): string {
  for (const [index, changed] of draft.changes) {
    if (!draft.ticked.has(index)) continue;
    const [wrong] = Object.values(mistakesIn(findings[index]!, changed, locale));
    if (wrong) return `${changed.kpi?.trim() || findings[index]!.name}: ${wrong}`;
  }
  return '';
}

/** What tracking is asked for: the ticked findings, with what was changed. */
export function requestsOf(draft: FoundDraft, findings: readonly Finding[], snapshot: Snapshot): TrackRequest[] {
  const chosen = findings.flatMap((finding, index) => (draft.ticked.has(index) ? [{ finding, index }] : []));
  const requests = trackRequests(
    chosen.map(({ finding }) => finding),
    snapshot,
  );
  return requests.map((request, i) => {
    const { finding, index } = chosen[i]!;
    const { dayOrder, ...changed } = draft.changes.get(index) ?? {};
    const before = draftOfFinding(finding);
    const settings = settingsOf({ ...before, ...changed }, snapshot.locale, finding.sheet, before);
    const isAimedAnew = 'target' in settings || 'targets' in settings || changed.better === 'in range';
    return {
      ...request,
      ...(isAimedAnew && { target: null, targets: undefined, targetPeriods: undefined }),
      ...settings,
      ...(dayOrder && { dayOrder }),
      ...(draft.cadence && { cadence: draft.cadence }),
    };
  });
}

/**
 * One step that tracks all of them; figures stored as text become numbers first.
 *
 * @param snapshot  the workbook, read whole just now
 * @param plan      plans off the page's thread, where the host can
 */
export async function planFound(
  draft: FoundDraft,
  findings: readonly Finding[],
  snapshot: Snapshot,
  plan: Finder['plan'] = async (...asked) => planFindings(...asked),
): Promise<FindingsPlan> {
  const chosen = findings.flatMap((finding, index) =>
    draft.ticked.has(index) ? [inOrder(finding, draft.changes.get(index)?.dayOrder, snapshot.locale)] : [],
  );
  return plan(snapshot, requestsOf(draft, findings, snapshot), conversionEdits(chosen));
}

/** A finding whose dates are read in another order than was guessed: as text they become other days. */
function inOrder(finding: Finding, order: DayOrder | undefined, locale: string): Finding {
  if (!order || order === finding.dayOrder) return finding;
  const asText = finding.asText.map(each => {
    const isDay = each.format === 'yyyy-mm-dd';
    const day = isDay ? periodIn(each.before, { locale, order }) : null;
    return day ? { ...each, after: day.start } : each;
  });
  return { ...finding, asText };
}

/**
 * How often the team would review by the figures that are ticked, where a workbook does not say yet and they allow more than
 * one answer: days, a ledger's lines, weeks beside months.
 *
 * @returns  what is taken unless it is chosen; null where there is nothing to ask
 */
export function cadenceToAsk(draft: FoundDraft, findings: readonly Finding[], snapshot: Snapshot): Cadence | null {
  const { strategy, data } = readTables(snapshot);
  if (strategy.cadence || (data && data.rows.length > 0)) return null;
  const ticked = findings.filter((_, index) => draft.ticked.has(index));
  const isOpen = ticked.some(({ guessed, cadence }) => guessed.includes('cadence') || cadence === 'day');
  if (!isOpen && new Set(ticked.map(({ cadence }) => cadence)).size < 2) return null;
  return trackRequests(ticked, snapshot)[0]?.cadence ?? 'month';
}
