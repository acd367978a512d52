import { parseFigure } from '../../words/parseFigure';
import { FIGURES, isAsked, type KpiDraft } from './draft';
import { BY_PERIOD, typedTarget } from './typedTarget';

/** What is wrong with a draft, by field, in words. */
export type Mistakes = Partial<Record<keyof KpiDraft, string>>;

/**
 * What is wrong with a draft; the core checks the rest.
 *
 * @param draft   as typed
 * @param locale  BCP 47 tag, for numbers
 * @param before  as it was before anybody typed: figures that are still as they were shown need not be readable as typed ones
 * @param sheet   that of target cells without one; empty where they have to name it
 * @returns       nothing where it can be tracked
 */
export function mistakes(draft: KpiDraft, locale: string, before: KpiDraft | null, sheet: string): Mistakes {
  const found: Mistakes = {};
  if (draft.kpi.trim() === '') found.kpi = 'Give the KPI a name.';
  for (const field of FIGURES) {
    if (!isAsked(draft, field) || draft[field] === before?.[field]) continue;
    const text = draft[field].trim();
    if (field === 'target') {
      const typed = typedTarget(text, locale, sheet);
      if (typed === null || typed === BY_PERIOD)
        found.target = `“${text}” is neither a number nor cells like Budget!B4:M4.`;
    } else if (parseFigure(text, locale) === undefined)
      found[field] = field === 'worth' ? `The worth “${text}” is not a number.` : `“${text}” is not a number.`;
  }
  return { ...found, ...(draft.better === 'in range' && mistakesOfBand(draft, locale, found)) };
}

function mistakesOfBand(draft: KpiDraft, locale: string, found: Mistakes): Mistakes {
  const [low, high] = [parseFigure(draft.low, locale), parseFigure(draft.high, locale)];
  return {
    ...(low === null && { low: 'Type the lowest acceptable figure.' }),
    ...(high === null && { high: 'Type the highest acceptable figure.' }),
    ...(typeof low === 'number' && typeof high === 'number' && low >= high && { high: 'High must be above low.' }),
    ...found,
  };
}
