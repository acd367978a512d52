import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Cadence } from '../../src/cells/period';
import { Choice, Field } from '../parts/Field';
import { type InstallDraft, periodsMistake } from './installDraft';

const CADENCES: Cadence[] = ['week', 'month', 'quarter'];

/** The months of a year in the reader's language. */
const monthNames = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
};

/** What a template is installed with, each with its default. */
export function OptionFields({
  draft,
  set,
  usual,
}: {
  draft: InstallDraft;
  set: (change: Partial<InstallDraft>) => void;
  /** The template's own cadence. */
  usual: Cadence;
}): JSX.Element {
  const year = useId();
  return (
    <details>
      <summary>Cadence, fiscal year, currency, periods</summary>
      <div class="form">
        <p class="hint">Settings the workbook already has are kept; the preview shows them.</p>
        <div class="side-by-side">
          <Choice
            label="A row for"
            value={draft.cadence}
            change={cadence => set({ cadence })}
            options={CADENCES}
            blank={`a ${usual}`}
          />
          <Field
            label="Periods"
            value={draft.periods}
            change={periods => set({ periods })}
            inputMode="decimal"
            wrong={periodsMistake(draft)}
          />
        </div>
        <div class="side-by-side">
          <div class="field">
            <label for={year}>Fiscal year from</label>
            <select
              id={year}
              value={draft.fiscalYearStart}
              onChange={event => set({ fiscalYearStart: event.currentTarget.value })}
            >
              <option value="">as it is</option>
              {monthNames('en').map((name, month) => (
                <option key={name} value={String(month + 1)}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Field label="Currency" value={draft.currency} change={currency => set({ currency })} />
        </div>
      </div>
    </details>
  );
}
