import { capitalised, listed } from '../../cells/english';
import { mean } from '../../drift/series';
import type { Register } from '../../workbook/register';
import type { ToldAlert } from '../alerts/alert';
import { explainedAt } from '../alerts/explain';
import type { Judged } from '../kpi/judged';
import { allocationOf, percent } from '../plan/allocation';
import { agreements } from '../plan/onePicture';
import type { MomentumAt } from '../score/momenta';
import type { CoherenceReview, Effect } from '../types';
import { figureOf, moneyOf } from '../words/words';
import { adaptiveCapacity } from './adaptiveCapacity';
import type { Measurement } from './measurement';
import { noiseEffect } from './noise';
import { synergyEffect } from './synergy';

/** What each effect is called for an owner, and why it matters. */
const WORDS: Record<Effect['name'], Pick<Effect, 'title' | 'matters'>> = {
  synergy: { title: 'Working together', matters: 'Functions that fit together achieve more than each one alone.' },
  noise: {
    title: 'Unexplained ups and downs',
    matters: 'The steadier a KPI, the sooner you see that something has changed.',
  },
  'adaptive capacity': {
    title: 'Speed of response',
    matters: 'The sooner a problem is decided on and solved, the less it costs.',
  },
  cohesion: { title: 'Pulling in one direction', matters: 'A team that sees the same picture needs fewer rules.' },
  resources: { title: 'Money behind the strategy', matters: 'What the plan calls important needs the money to match.' },
};

/** What the effects are measured from. */
export interface Measured {
  judged: readonly Judged[];
  /** In the same order. */
  momenta: readonly MomentumAt[];
  told: readonly ToldAlert[];
  coherence: CoherenceReview;
}

/**
 * The five effects of misalignment, each as a figure, or with what it would need to be one.
 *
 * @param measured  KPIs, changes and coherence
 * @param register  goals and Log
 * @source          method.md section 4, from the essay's list
 */
export function fiveEffects({ judged, momenta, told, coherence }: Measured, register: Register): Effect[] {
  return [
    synergyEffect(judged, momenta),
    noiseEffect(judged),
    adaptiveCapacity(told, register),
    cohesion(judged, coherence),
    resources(register),
  ].map(effect => ({ ...effect, ...WORDS[effect.name], explain: explainedAt(effect.name) }));
}

/** Agreement of the newest pulse surveys, and coherence of the functions. */
function cohesion(judged: readonly Judged[], coherence: CoherenceReview): Measurement {
  const surveys = agreements(judged);
  const parts = surveys.map(({ one, agreement }) => ({
    name: one.kpi.name,
    value: agreement,
    text: `agreement ${figureOf(one, agreement)}`,
  }));
  if (coherence.value !== null) {
    parts.push({
      name: 'coherence',
      value: coherence.value,
      text: `${coherence.verdict}, ${coherence.value.toFixed(2).replace('-', '−')}`,
    });
  }
  const early = coherence.verdict === 'too early to tell';
  const said = [
    surveys.length > 0 ? `Agreement: ${listed(surveys.map(({ one, agreement }) => figureOf(one, agreement)))}.` : '',
    early ? '' : coherence.sentence,
  ];
  const needs = [
    surveys.length === 0 ? 'a pulse survey: a KPI with the Measure agreement' : '',
    early ? 'two business functions that each have a KPI with nine figures' : '',
  ];
  const agreed = surveys.length === 0 ? null : mean(surveys.map(({ agreement }) => agreement));
  return {
    name: 'cohesion',
    value: agreed ?? coherence.value,
    sentence: said.filter(text => text !== '').join(' '),
    parts,
    scale: cohesionScale(agreed, coherence.value),
    needs: sentenceOf(needs.filter(text => text !== '').join('; ')),
  };
}

/** The agreement of surveys where there are any, below chance at its end; else the coherence of the functions, from −1 to 1. */
function cohesionScale(agreed: number | null, coherence: number | null): Effect['scale'] {
  if (agreed !== null)
    return { poor: 'no more than by chance', good: 'everybody agrees', at: Math.max(0, Math.min(1, agreed)) };
  return coherence === null ? null : { poor: 'all for the worse', good: 'all for the better', at: (coherence + 1) / 2 };
}

/** The part of the money that is not where the strategy says. */
function resources({ strategy }: Register): Measurement {
  const allocation = allocationOf(strategy);
  if (!allocation) {
    const needs = 'The Spend of two goals or more in Compass Strategy.';
    return { name: 'resources', value: null, sentence: '', parts: [], scale: null, needs };
  }
  const { gap, spent, goals, without } = allocation;
  return {
    name: 'resources',
    value: gap,
    sentence: `${percent(gap)} of the money, about ${moneyOf(gap * spent, strategy.currency)}, is not where the goals’ weights say.`,
    parts: goals.map(({ goal, spend, weight }) => ({
      name: goal.name,
      value: spend,
      text: `${percent(spend)} of the money, ${percent(weight)} of the weight`,
    })),
    scale: { poor: 'all of it elsewhere', good: 'where the weights say', at: 1 - gap },
    needs: without.length === 0 ? '' : `The Spend of ${listed(without.map(({ name }) => name))}.`,
  };
}

function sentenceOf(text: string): string {
  return text === '' ? '' : `${capitalised(text)}.`;
}
