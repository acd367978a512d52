import type { TrackRequest } from '../../../src/workbook/track/trackRequest';
import { parseFigure } from '../../words/parseFigure';
import { isAsked, type KpiDraft } from './draft';
import { BY_PERIOD, typedTarget } from './typedTarget';

/** What a KPI's row says, and how its figures are read: all that a form settles besides the cells. */
export type KpiSettings = Partial<Omit<TrackRequest, 'values' | 'periods' | 'sheets' | 'blank' | 'year' | 'dayOrder'>>;

/**
 * A draft without mistakes as the core takes it: blank texts and null where a field is empty; nothing of a field that is not
 * asked for, and nothing of a choice that is left to the product.
 *
 * @param draft   as typed
 * @param locale  BCP 47 tag, for numbers
 * @param sheet   that of target cells without one
 * @param before  as it was: only what differs is given, so that a target shown rounded is not rounded by a change of owner
 */
export function settingsOf(
  draft: KpiDraft,
  locale: string,
  sheet: string,
  before: KpiDraft | null = null,
): KpiSettings {
  const settings: KpiSettings = {};
  for (const field of Object.keys(draft) as (keyof KpiDraft)[]) {
    if (isAsked(draft, field) && draft[field] !== before?.[field])
      Object.assign(settings, settingOf(field, draft, locale, sheet));
  }
  return settings;
}

function settingOf(field: keyof KpiDraft, draft: KpiDraft, locale: string, sheet: string): KpiSettings {
  const text = draft[field];
  switch (field) {
    case 'target': {
      const typed = typedTarget(text, locale, sheet);
      return typed === null || typed === BY_PERIOD ? {} : typed;
    }
    case 'low':
    case 'high':
    case 'floor':
    case 'weight':
    case 'worth':
      return { [field]: parseFigure(text, locale) ?? null };
    case 'combine':
    case 'gaps':
    case 'cadence':
      return text === '' ? {} : { [field]: text };
    default:
      return { [field]: text };
  }
}
