import type { Kpi } from '../../src/workbook/register';
import type { KpiChanges } from '../../src/workbook/track/editKpi';
import { figuresIn } from '../words/figure';
import { parseFigure } from '../words/parseFigure';
import { BY_PERIOD, EMPTY, type TrackDraft, typedTarget } from './draft';

/** As the tracking form, with what is seldom said when tracking. */
export interface EditDraft extends TrackDraft {
  outOf: string;
  worth: string;
  note: string;
}

/** A KPI's row as the form shows it. */
export function draftOf(kpi: Kpi): EditDraft {
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
    measure: kpi.measure as TrackDraft['measure'],
    owner: kpi.owner,
    outOf: kpi.outOf,
    worth: typed(kpi.worth, plain),
    note: kpi.note,
  };
}

/** Only what differs from the row as it is, so that a target that is shown rounded is not rounded by a change of owner. */
export function changesOf(draft: EditDraft, locale: string, before: EditDraft): KpiChanges {
  const number = (text: string) => parseFigure(text, locale) ?? null;
  const typed = typedTarget(draft.target, locale);
  const all: KpiChanges = {
    kpi: draft.kpi,
    function: draft.function,
    goal: draft.goal,
    better: draft.better,
    target: typed !== null && typed !== BY_PERIOD && 'target' in typed ? typed.target : null,
    low: number(draft.low),
    high: number(draft.high),
    floor: number(draft.floor),
    weight: number(draft.weight),
    unit: draft.unit,
    measure: draft.measure,
    owner: draft.owner,
    outOf: draft.outOf,
    worth: number(draft.worth),
    note: draft.note,
  };
  const differs = ([field]: [string, unknown]) => draft[field as keyof EditDraft] !== before[field as keyof EditDraft];
  const changed = Object.fromEntries(Object.entries(all).filter(differs)) as KpiChanges;
  const isBudget = 'target' in changed && typed !== null && typed !== BY_PERIOD && 'targets' in typed;
  return isBudget ? { ...changed, ...typed } : changed;
}
