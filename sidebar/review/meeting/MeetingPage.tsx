import { useSignal } from '@preact/signals';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type AgendaItem, type AgendaStep, agendaOf, STEPS } from '../../../src/review/meeting/agenda';
import type { Review } from '../../../src/review/types';
import { takesText } from '../../parts/takesText';
import type { Session } from '../../session';
import { dayInWords } from '../../words/day';
import { CHOICES, choicesFor, type DecisionKind } from '../decisionDraft';
import { AgendaItemView, decidableOf } from './AgendaItemView';
import { FinishStep } from './FinishStep';
import { inStableOrder } from './order';

/** Where the meeting is once everything on the agenda was spoken of. */
const FINISH = 'finish';

/**
 * The review as a meeting: one thing after the other, each with its chart, its question and the decision. What is decided is in
 * the Log at once, so that anybody can take the meeting up again, in any spreadsheet.
 */
export function MeetingPage({
  review,
  session,
  leave,
}: {
  review: Review;
  session: Session;
  /** Turns to the overview; the meeting stays under way. */
  leave: () => void;
}): JSX.Element {
  const known = useRef<string[]>([]);
  const agenda = inStableOrder(agendaOf(review), known.current);
  const [here, setHere] = useState<string>(() => agenda.find(({ settled }) => !settled)?.id ?? FINISH);
  const choice = useSignal<DecisionKind | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(0);
  const found = agenda.findIndex(({ id }) => id === here);
  // What somebody has settled elsewhere may be gone from the agenda: the next thing has its place.
  const index = found >= 0 ? found : here === FINISH ? agenda.length : Math.min(last.current, agenda.length);
  last.current = index;
  const isUnderWay = review.meeting.underWay !== null;
  const item = agenda[index] ?? null;

  // Before the next key comes: one that is pressed while nothing has the focus would be lost.
  useLayoutEffect(() => heading.current?.focus(), [here]);

  const go = (to: number) => {
    choice.value = null;
    session.done.value = '';
    setHere(agenda[to]?.id ?? FINISH);
  };
  /** On to what nobody has decided on yet, from here. */
  const goOn = () => {
    const rest = agenda.findIndex((other, i) => i > index && !other.settled);
    choice.value = null;
    setHere(rest >= 0 ? agenda[rest]!.id : (agenda[index + 1]?.id ?? FINISH));
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (choice.value === null) return leave();
      choice.value = null;
      heading.current?.focus();
      return;
    }
    if (takesText(event.target as Element)) return;
    const decidable = item && decidableOf(item);
    const chosen = CHOICES.find(({ key }) => key === event.key);
    if (event.key === 'j' && index < agenda.length) go(index + 1);
    else if (event.key === 'k' && index > 0) go(index - 1);
    else if (chosen && decidable && choicesFor(decidable).includes(chosen)) choice.value = chosen.decision;
    else return;
    event.preventDefault();
  };

  return (
    <section class="meeting" aria-label="Review meeting" onKeyDown={onKeyDown}>
      <header class="meeting-head">
        <p class="meta">
          Review of {dayInWords(review.meeting.underWay?.date ?? review.asOf)}
          {item ? `, ${index + 1} of ${agenda.length}` : ''}
        </p>
        {isUnderWay && (
          <button type="button" class="quiet" onClick={leave}>
            Leave for now
          </button>
        )}
        {isUnderWay && (
          <Steps
            agenda={agenda}
            here={item?.step ?? null}
            goTo={step => go(agenda.findIndex(one => one.step === step))}
            finish={() => go(agenda.length)}
          />
        )}
      </header>
      {item ? (
        <AgendaItemView key={item.id} item={item} session={session} heading={heading} choice={choice} settled={goOn} />
      ) : (
        <FinishStep key="finish" review={review} session={session} heading={heading} leave={leave} />
      )}
      {!isUnderWay && item && (
        <div class="notice">
          <p>This review is no longer under way: somebody has finished it, or its start was undone.</p>
          <button type="button" class="primary" onClick={leave}>
            Back to the overview
          </button>
        </div>
      )}
      {isUnderWay && (
        <>
          <nav class="actions meeting-nav" aria-label="Agenda">
            <button type="button" disabled={index === 0} onClick={() => go(index - 1)}>
              Back{' '}
              <span class="key" aria-hidden="true">
                k
              </span>
            </button>
            {item && (
              <button type="button" onClick={() => go(index + 1)}>
                {index === agenda.length - 1 ? 'To the end' : 'Next'}{' '}
                <span class="key" aria-hidden="true">
                  j
                </span>
              </button>
            )}
          </nav>
          <p class="hint keys">
            Keys: <kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>a</kbd> act, <kbd>w</kbd> watch, <kbd>e</kbd> accept,{' '}
            <kbd>n</kbd> not an alert, <kbd>Enter</kbd> write, <kbd>Esc</kbd> close. Everything decided is in the Log
            already: anybody can go on from here.
          </p>
        </>
      )}
    </section>
  );
}

/** The steps of the meeting, with how much of each is settled. */
function Steps({
  agenda,
  here,
  goTo,
  finish,
}: {
  agenda: AgendaItem[];
  here: AgendaStep | null;
  goTo: (step: AgendaStep) => void;
  finish: () => void;
}): JSX.Element {
  const steps = (Object.keys(STEPS) as AgendaStep[]).flatMap(step => {
    const items = agenda.filter(item => item.step === step);
    return items.length === 0 ? [] : [{ step, all: items.length, settled: items.filter(item => item.settled).length }];
  });
  return (
    <ol class="steps">
      {steps.map(({ step, all, settled }) => (
        <li key={step}>
          <button type="button" aria-current={step === here ? 'step' : undefined} onClick={() => goTo(step)}>
            {STEPS[step]}{' '}
            <span class="count" aria-hidden="true">
              {`${settled}/${all}`}
            </span>
            <span class="hidden-text">{`, ${settled} of ${all} settled`}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" aria-current={here === null ? 'step' : undefined} onClick={finish}>
          Finish
        </button>
      </li>
    </ol>
  );
}
