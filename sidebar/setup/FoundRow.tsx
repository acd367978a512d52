import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
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
import { Sparkline } from '../charts/Sparkline';
import { KpiFields } from '../kpis/form/KpiFields';
import type { Names } from '../kpis/form/names';
import { BY_PERIOD } from '../kpis/form/typedTarget';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { draftOfFinding, type FindingEdits, mistakesIn } from './foundDraft';

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
  locale,
  names,
  session,
}: {
  finding: Finding;
  changed: FindingEdits;
  ticked: boolean;
  setTicked: (on: boolean) => void;
  change: (changed: FindingEdits) => void;
  locale: string;
  names: Names;
  session: Session;
}): JSX.Element {
  const id = useId();
  /** Forty forms that nobody has opened would be most of the page. */
  const [isOpen, setOpen] = useState(false);
  const { name, last, look, trackedAs, asText, unread } = finding;
  const guess = (field: GuessedField, text: string) =>
    finding.guessed.includes(field) && !(field in changed) ? `${text}?` : text;
  const draft = { ...draftOfFinding(finding), ...changed };
  const { better, unit, target } = draft;
  const facts = [
    unit === '' ? '' : guess('unit', unit),
    better === 'in range'
      ? 'in a range'
      : guess('better', better === 'higher' ? 'higher is better' : 'lower is better'),
    draft.function === '' ? '' : guess('function', draft.function),
    target === BY_PERIOD ? 'a target for each period beside it' : '',
    target === '' || target === BY_PERIOD ? '' : `target ${guess('target', target)}`,
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
        <label for={id}>{guess('name', draft.kpi)}</label>
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
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary aria-label={`Change ${name}`}>Change</summary>
          {isOpen && (
            <div class="form">
              <KpiFields
                draft={draft}
                set={change}
                wrong={mistakesIn(finding, changed, locale)}
                locale={locale}
                format={finding.format}
                names={names}
                cells={{ first: false, ledger: !/\d/.test(finding.values.range), isOpen: false }}
              >
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
              </KpiFields>
              <ShowMe session={session} place={finding.values} of={name} />
            </div>
          )}
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
