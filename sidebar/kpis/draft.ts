import type { Better } from '../../src/alignment';
import type { Cadence } from '../../src/cells/period';
import type { Combine, Gaps, Place } from '../../src/workbook/register';
import type { Measure } from '../../src/workbook/sheets/measures';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { parseFigure } from '../words/parseFigure';
import { typedPlace } from './selectedCells';

/** The form of a KPI as it is typed: texts, before they are read. */
export interface TrackDraft {
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
  combine: Combine | '';
  gaps: Gaps | '';
  cadence: Cadence | '';
  owner: string;
}

export const EMPTY: TrackDraft = {
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
  combine: '',
  gaps: '',
  cadence: '',
  owner: '',
};

/** What *Target* shows where each period has its own. */
export const BY_PERIOD = 'by period';

/** A target as it was typed. */
export type TypedTarget = { target: number | null } | { targets: Required<Place> } | 'by period';

/**
 * Reads a target: a figure, or the cells of a budget that holds one for each period.
 *
 * @param text    "420", "35%", "Budget!B4:M4"
 * @param locale  BCP 47 tag, for the decimal sign
 * @param sheet   that of cells without one
 * @returns       null where it is neither
 */
export function typedTarget(text: string, locale: string, sheet = ''): TypedTarget | null {
  if (text.trim() === BY_PERIOD) return BY_PERIOD;
  const target = parseFigure(text, locale);
  if (target !== undefined) return { target };
  const place = text.includes(':') ? typedPlace(text, sheet) : '';
  return typeof place === 'string' || place.sheet === '' ? null : { targets: place as Required<Place> };
}

/** The fields of a draft that hold a number. */
export const FIGURES = ['target', 'low', 'high', 'floor', 'weight'] as const;
export type FigureField = (typeof FIGURES)[number];

/** Whether a field is asked for: a band has no target, and a target needs no band. */
export function isAsked(draft: TrackDraft, field: FigureField): boolean {
  const banded = draft.better === 'in range';
  if (field === 'target' || field === 'floor') return !banded;
  return field === 'weight' || banded;
}

/** Cells without a sheet lie on that of the figures, which a draft does not know. */
const SOME_SHEET = 'Sheet';

/**
 * What is wrong with a draft, by field, in words; the core checks the rest.
 *
 * @param draft   as typed
 * @param locale  BCP 47 tag, for numbers
 * @returns       nothing where it can be tracked
 */
export function mistakes(draft: TrackDraft, locale: string): Partial<Record<keyof TrackDraft, string>> {
  const found: Partial<Record<keyof TrackDraft, string>> = {};
  if (draft.kpi.trim() === '') found.kpi = 'Give the KPI a name.';
  for (const field of FIGURES) {
    if (!isAsked(draft, field)) continue;
    if (field === 'target') {
      if (typedTarget(draft.target, locale, SOME_SHEET) === null)
        found.target = `“${draft.target.trim()}” is neither a number nor cells like Budget!B4:M4.`;
    } else if (parseFigure(draft[field], locale) === undefined)
      found[field] = `“${draft[field].trim()}” is not a number.`;
  }
  if (draft.better === 'in range') {
    const [low, high] = [parseFigure(draft.low, locale), parseFigure(draft.high, locale)];
    if (low === null) found.low = 'Type the lowest acceptable figure.';
    if (high === null) found.high = 'Type the highest acceptable figure.';
    if (typeof low === 'number' && typeof high === 'number' && low >= high) found.high = 'High must be above low.';
  }
  return found;
}

function targetIn({ target }: TrackDraft, locale: string, sheet: string): Pick<TrackRequest, 'target' | 'targets'> {
  const typed = typedTarget(target, locale, sheet);
  return typed === null || typed === BY_PERIOD ? {} : typed;
}

/**
 * A draft without mistakes as the core takes it.
 *
 * @param draft    as typed
 * @param values   the cells of the figures
 * @param periods  the cells of the periods where they were chosen
 * @param locale   BCP 47 tag, for numbers
 */
export function requestOf(draft: TrackDraft, values: Place, periods: Place | null, locale: string): TrackRequest {
  const figure = (field: FigureField) => (isAsked(draft, field) ? (parseFigure(draft[field], locale) ?? null) : null);
  return {
    kpi: draft.kpi,
    function: draft.function,
    goal: draft.goal,
    better: draft.better,
    ...(isAsked(draft, 'target') && targetIn(draft, locale, values.sheet)),
    low: figure('low'),
    high: figure('high'),
    floor: figure('floor'),
    weight: figure('weight'),
    unit: draft.unit,
    measure: draft.measure,
    owner: draft.owner,
    values,
    ...(periods && { periods }),
    ...(draft.combine !== '' && { combine: draft.combine }),
    ...(draft.gaps !== '' && { gaps: draft.gaps }),
    ...(draft.cadence !== '' && { cadence: draft.cadence }),
  };
}
