import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { BETTER } from '../../../src/workbook/sheets/measures';
import { Field } from '../../parts/Field';
import { figuresIn } from '../../words/figure';
import { parseFigure } from '../../words/parseFigure';
import type { FieldsOfDraft } from './fields';

const TARGET_HINT =
  'A figure, or the cells of a budget with one for each period: Budget!B4:M4. Without a target a KPI is watched but not scored.';

/** Which side is better, and the figure that is aimed at. */
export function TargetFields({
  draft,
  set,
  settle,
  wrong,
  locale,
  format,
}: FieldsOfDraft & {
  /** Called when the typing of a target is over. */
  settle: ((target: string) => void) | undefined;
  locale: string;
  /** Number format of the KPI's figures. */
  format: string;
}): JSX.Element {
  const name = useId();
  /** A typed number in the KPI's own format, so that 3 instead of 3% is seen at once. */
  const read = (text: string) => {
    const value = parseFigure(text, locale);
    return typeof value === 'number' ? `Read as ${figuresIn(format)(value)}` : undefined;
  };
  return (
    <>
      <fieldset>
        <legend>Which is better?</legend>
        <div class="segments">
          {BETTER.map(better => (
            <label key={better}>
              <input type="radio" name={name} checked={draft.better === better} onChange={() => set({ better })} />
              {better}
            </label>
          ))}
        </div>
      </fieldset>
      {draft.better === 'in range' ? (
        <div class="side-by-side">
          <Field
            label="Low"
            value={draft.low}
            change={low => set({ low })}
            hint={read(draft.low)}
            wrong={wrong.low}
            inputMode="decimal"
          />
          <Field
            label="High"
            value={draft.high}
            change={high => set({ high })}
            hint={read(draft.high)}
            wrong={wrong.high}
            inputMode="decimal"
          />
        </div>
      ) : (
        <Field
          label="Target"
          value={draft.target}
          change={target => set({ target })}
          settle={settle}
          hint={read(draft.target) ?? TARGET_HINT}
          wrong={wrong.target}
          inputMode="decimal"
        />
      )}
    </>
  );
}
