import type { Better } from '../../alignment';
import { FEWEST } from '../evidence/evidence';
import { regimeOrigin } from '../evidence/regimes';
import { judgingLimits } from '../limits';
import type { DriftOptions } from '../options';
import { figures, type Series } from '../series';
import { type Band, isAdverse } from './adverse';
import type { Change } from './changes';
import { foundChanges } from './found';

/** What a KPI's figures say about change, and since when (0-based period; null where nothing changed). */
export interface DriftVerdict {
  verdict: 'steady' | 'too early to tell' | 'worse' | 'better' | 'changed';
  since: number | null;
}

/**
 * Whether a KPI has changed, as of its last period: the newest change that is not over.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param better   the direction that is good
 * @param band     the band of an in-range KPI; without it a change is neither worse nor better
 * @param options  as driftSignals takes them
 * @returns        the verdict, and the 0-based index of the estimated onset
 */
export function driftVerdict(
  values: Series,
  better: Better = 'higher',
  band: Band = {},
  options: DriftOptions = {},
): DriftVerdict {
  const raised = foundChanges(values, { better, ...options }).filter(change => change.raised !== null);
  return verdictOf(values, raised, better, band, options);
}

/** The verdict when the changes of the series are known already; parameters as driftVerdict's. */
export function verdictOf(
  values: Series,
  changes: readonly Change[],
  better: Better,
  band: Band,
  { accepted = [], sparse = false }: DriftOptions,
): DriftVerdict {
  const origin = regimeOrigin(accepted, values.length);
  const regime = values.slice(origin);
  // Without two figures side by side nothing is known of routine variation.
  if (figures(regime).length < FEWEST || !judgingLimits(regime, sparse)) {
    return { verdict: 'too early to tell', since: null };
  }
  const open = changes.filter(change => !change.over).pop();
  if (!open) return { verdict: 'steady', since: null };
  const adverse = isAdverse(open, better, band);
  return { verdict: adverse === null ? 'changed' : adverse ? 'worse' : 'better', since: open.since };
}
