import type { Better } from '../../../src/alignment';
import type { Cadence } from '../../../src/cells/period';
import type { Combine, Gaps, Kpi } from '../../../src/workbook/register';
import type { Measure } from '../../../src/workbook/sheets/measures';
import { figuresIn } from '../../words/figure';
import { BY_PERIOD } from './typedTarget';

/** A KPI as the form has it, wherever it is entered or changed: texts as they are typed, before they are read. */
export interface KpiDraft {
  kpi: string;
  function: string;
  goal: string;
  better: Better;
  target: string;
  low: string;
  high: string;
  floor: string;
  weight: string;
  unit: string;
  measure: Measure | '';
  outOf: string;
  worth: string;
  combine: Combine | '';
  gaps: Gaps | '';
  cadence: Cadence | '';
  owner: string;
  note: string;
}

export const EMPTY: KpiDraft = {
  kpi: '',
  function: '',
  goal: '',
  better: 'higher',
  target: '',
  low: '',
  high: '',
  floor: '',
  weight: '',
  unit: '',
  measure: '',
  outOf: '',
  worth: '',
  combine: '',
  gaps: '',
  cadence: '',
  owner: '',
  note: '',
};

/** The fields that hold a number. */
export const FIGURES = ['target', 'low', 'high', 'floor', 'weight', 'worth'] as const;
export type FigureField = (typeof FIGURES)[number];

/** Whether a field is asked for: a band has no target, and a target needs no band. */
export function isAsked(draft: KpiDraft, field: keyof KpiDraft): boolean {
  const banded = draft.better === 'in range';
  if (field === 'target' || field === 'floor') return !banded;
  return (field !== 'low' && field !== 'high') || banded;
}

/** A KPI's row as the form shows it. */
export function draftOf(kpi: Kpi): KpiDraft {
  const figure = figuresIn(kpi.format);
  const typed = (value: number | null, show = figure) => (value === null ? '' : show(value));
  const plain = (value: number) => String(value);
  return {
    ...EMPTY,
    kpi: kpi.name,
    function: kpi.function,
    goal: kpi.goal,
    better: kpi.better,
    target: kpi.targets ? BY_PERIOD : typed(kpi.target),
    low: typed(kpi.low),
    high: typed(kpi.high),
    floor: typed(kpi.floor),
    weight: typed(kpi.weight, plain),
    unit: kpi.unit,
    measure: kpi.measure as KpiDraft['measure'],
    outOf: kpi.outOf,
    worth: typed(kpi.worth, plain),
    owner: kpi.owner,
    note: kpi.note,
  };
}
