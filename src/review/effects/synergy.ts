import { synergy } from '../../alignment';
import { listed } from '../../cells/english';
import { isFigure } from '../../drift';
import { mean } from '../../drift/series';
import type { Measure } from '../../workbook/sheets/measures';
import type { Judged } from '../kpi/judged';
import { percent } from '../plan/allocation';
import { MOVED, type MomentumAt } from '../score/momenta';
import { figureOf } from '../words/words';
import type { Measurement } from './measurement';

/** The factors of a funnel, in their order. */
const FUNNEL: Measure[] = ['leads', 'lead quality', 'conversion', 'order value'];

const NEWEST = 3;
const BEFORE = 12;

/**
 * *Synergy*: what the steps of the funnel added together, beyond what each would have added alone. The mean of each factor's
 * last 3 figures against the up to 12 before, as in momentum. It is called synergy only where the change and the interaction
 * are both positive and two factors or more are up beyond routine variation; otherwise it is algebra, and said to be.
 *
 * @param judged   every KPI
 * @param momenta  their momenta, in the same order
 */
export function synergyEffect(judged: readonly Judged[], momenta: readonly MomentumAt[]): Measurement {
  const newest = (judged[0]?.periods.length ?? 0) - 1;
  const factors = FUNNEL.flatMap(measure => {
    const at = judged.findIndex(
      (one, i) => one.kpi.measure === measure && newest >= 0 && momenta[i]!(newest).raw !== null,
    );
    return at < 0 ? [] : [{ measure, one: judged[at]!, momentum: momenta[at]!(newest).raw!, ...means(judged[at]!) }];
  });
  const missing = FUNNEL.filter(measure => !factors.some(factor => factor.measure === measure));
  const needs = missing.length === 0 ? '' : `KPIs with the Measure ${listed(missing)}, with nine figures each.`;
  const blank: Measurement = { name: 'synergy', value: null, sentence: '', parts: [], scale: null, needs };
  if (factors.length < 2) return blank;
  const { change, interaction, share } = synergy(
    factors.map(({ before }) => before),
    factors.map(({ after }) => after),
  );
  if (share === null || !Number.isFinite(share)) return blank;
  const risen = factors.filter(({ momentum }) => momentum > MOVED).map(({ one }) => one.kpi.name);
  const none = noSynergy(change, interaction, risen.length);
  const sentence =
    none === ''
      ? `Synergy: ${percent(share)} of the funnel’s gain is what ${listed(risen)} added together, beyond what each would have added alone.`
      : `No synergy: ${none}.`;
  const parts = factors.map(({ one, before, after }) => ({
    name: one.kpi.name,
    value: after,
    text: `${figureOf(one, after)} after ${figureOf(one, before)}`,
  }));
  const at = none === '' ? Math.min(1, share) : 0;
  const scale = { poor: 'each step on its own', good: 'all by fitting together', at };
  return { ...blank, value: share, sentence, parts, scale };
}

/** Why it would be algebra only; empty where it may be called synergy. */
function noSynergy(change: number, interaction: number, risen: number): string {
  if (change <= 0) return 'the funnel as a whole fell';
  if (interaction <= 0) return 'the funnel rose, but its steps did not add to each other';
  return risen < 2 ? 'the funnel rose, but fewer than two of its steps are up beyond routine variation' : '';
}

function means({ values }: Judged): { before: number; after: number } {
  const known = values.filter(isFigure);
  return { before: mean(known.slice(-NEWEST - BEFORE, -NEWEST)), after: mean(known.slice(-NEWEST)) };
}
