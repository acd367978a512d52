import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { cellAt, printRange } from '../../src/cells/address';
import { counted } from '../../src/cells/english';
import {
  type Finding,
  type GuessedField,
  periodsInWords,
  type UnreadCell,
  unreadCellsInWords,
} from '../../src/discover';
import type { Chart } from '../../src/review/types';
import { COMBINE } from '../../src/workbook/sheets/measures';
import { Sparkline } from '../charts/Sparkline';
import { Field } from '../parts/Field';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { figuresIn } from '../words/figure';
import type { FindingEdits } from './foundDraft';

const FUNCTIONS = ['Marketing', 'Sales', 'Operations', 'Customer Service', 'Finance', 'People'];
const LOOK: Record<NonNullable<Finding['look']>['verdict'], string> = {
  steady: 'steady',
  worse: 'worse',
  better: 'improved',
  changed: 'changed',
  'too early to tell': 'not yet known',
};

/** One series that was found: ticked or not, what it looks like, and what would be made of it. */
export function FoundRow({
  finding,
  changed,
  ticked,
  setTicked,
  change,
  session,
}: {
  finding: Finding;
  changed: FindingEdits;
  ticked: boolean;
  setTicked: (on: boolean) => void;
  change: (changed: FindingEdits) => void;
  session: Session;
}): JSX.Element {
  const id = useId();
  const { name, last, look, trackedAs, asText, unread, targets, format } = finding;
  const guess = (field: GuessedField, text: string) =>
    finding.guessed.includes(field) && !(field in changed) ? `${text}?` : text;
  const figure = figuresIn(format);
  const better = changed.better ?? finding.better;
  const unit = changed.unit ?? finding.unit;
  const business = changed.function ?? finding.function;
  const combine = changed.combine ?? finding.combine;
  const target = changed.target ?? (finding.target === null ? '' : figure(finding.target));
  const facts = [
    unit === '' ? '' : guess('unit', unit),
    better === 'in range'
      ? 'in a range'
      : guess('better', better === 'higher' ? 'higher is better' : 'lower is better'),
    business === '' ? '' : guess('function', business),
    target === '' ? '' : `target ${guess('target', target)}`,
    targets && finding.target === null && !changed.target ? 'a target for each period beside it' : '',
  ].filter(text => text !== '');
  return (
    <li class="found-row" data-found={name}>
      <input
        id={id}
        type="checkbox"
        checked={ticked}
        disabled={trackedAs !== null}
        aria-describedby={`${id}-facts`}
        onChange={event => setTicked(event.currentTarget.checked)}
      />
      <div class="found-head">
        <label for={id}>{guess('name', changed.kpi ?? name)}</label>
        <Sparkline chart={chartOf(finding)} name={name} />
      </div>
      <p class="meta" id={`${id}-facts`}>
        {guess('cadence', periodsInWords(finding))} to {last}
        {look && `, ${LOOK[look.verdict]}${look.since === null ? '' : ` since ${look.since}`}`}
        {finding.dayOrder && !changed.dayOrder && `, dates read ${finding.dayOrder} first?`}
        {trackedAs !== null && `; tracked already as ${trackedAs}`}
        {asText.length > 0 && `; ${counted(asText.length, 'cell')} with text`}
        <br />
        {facts.join(' · ')}
      </p>
      {unread.length > 0 && (
        <p class="meta">
          {unreadCellsInWords(finding)}. Correct or empty {unread.length === 1 ? 'it' : 'them'} first.{' '}
          <ShowMe session={session} place={placeOf(unread[0]!)} of={`“${unread[0]!.text}”`} />
        </p>
      )}
      {trackedAs === null && (
        <details>
          <summary aria-label={`Change ${name}`}>Change</summary>
          <div class="form">
            <Field label="Name" value={changed.kpi ?? name} change={kpi => change({ kpi })} />
            <fieldset class="segments">
              <legend>Better</legend>
              {(['higher', 'lower'] as const).map(each => (
                <label key={each}>
                  <input
                    type="radio"
                    name={`${id}-better`}
                    checked={better === each}
                    onChange={() => change({ better: each })}
                  />
                  {each}
                </label>
              ))}
            </fieldset>
            <Field
              label="Business function"
              value={business}
              change={text => change({ function: text })}
              choices={FUNCTIONS}
            />
            <div class="side-by-side">
              <Field label="Unit" value={unit} change={text => change({ unit: text })} />
              <Field label="Target" value={target} change={text => change({ target: text })} inputMode="decimal" />
            </div>
            <div class="field">
              <label for={`${id}-combine`}>Within a period</label>
              <select
                id={`${id}-combine`}
                value={combine}
                onChange={event => change({ combine: event.currentTarget.value as FindingEdits['combine'] & string })}
              >
                {COMBINE.map(each => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </div>
            {finding.dayOrder && (
              <fieldset class="segments">
                <legend>In its dates, first comes</legend>
                {(['day', 'month'] as const).map(each => (
                  <label key={each}>
                    <input
                      type="radio"
                      name={`${id}-order`}
                      checked={(changed.dayOrder ?? finding.dayOrder) === each}
                      onChange={() => change({ dayOrder: each })}
                    />
                    the {each}
                  </label>
                ))}
              </fieldset>
            )}
            <ShowMe session={session} place={finding.values} of={name} />
          </div>
        </details>
      )}
    </li>
  );
}

function placeOf({ sheet, row, column }: UnreadCell) {
  return { sheet, range: printRange(cellAt(row, column)) };
}

/** The figures as a small picture takes them: their periods are given in words beside it. */
function chartOf({ figures, target, format, first, last, count }: Finding): Chart {
  const label = (index: number) =>
    index === figures.length - 1 ? last : index === 0 && figures.length === count ? first : '';
  return {
    periods: figures.map((_, index) => ({ date: '', label: label(index) })),
    values: figures,
    regimes: [],
    season: null,
    points: [],
    target,
    low: null,
    high: null,
    format,
  };
}
