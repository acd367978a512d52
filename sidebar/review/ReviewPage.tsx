import type { JSX } from 'preact';
import type { Alert, Review } from '../../src/review/types';
import { FirstOf } from '../parts/FirstOf';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { counted } from '../words/count';
import { AlertCard } from './AlertCard';
import { EffectsPart } from './EffectsPart';
import { FirstStep } from './FirstStep';
import { PlanPart } from './PlanPart';
import { ProblemList } from './ProblemList';
import { RunningPeriod } from './RunningPeriod';
import { ScorePanel } from './ScorePanel';
import { StandingCard } from './StandingCard';
import { UnreadList } from './UnreadList';

/** How many cards are unfolded from the start: the first is read at once, the others are chosen by their headline. */
const UNFOLDED = 1;

/** The monthly review: score, what has drifted, what stands against the plan, what went well, what stands, and what is settled. */
export function ReviewPage({
  review,
  session,
  track,
  gallery,
}: {
  review: Review;
  session: Session;
  track: () => void;
  gallery: () => void;
}): JSX.Element {
  const errors = review.problems.filter(problem => problem.severity === 'error');
  const notes = review.problems.filter(problem => problem.severity === 'note');
  const problems = (
    <Part title="To put right in the workbook" count={errors.length}>
      <ProblemList problems={errors} session={session} />
    </Part>
  );
  if (review.kpis.length === 0)
    return (
      <>
        <FirstStep track={track} gallery={gallery} />
        {problems}
      </>
    );

  const inState = (state: Alert['state']) => review.alerts.filter(alert => alert.state === state);
  const current = [...inState('new'), ...inState('open')];
  const cards = (alerts: Alert[], unfolded: number, what: string) => (
    <FirstOf items={alerts} what={what}>
      {(alert, index) => <AlertCard key={alert.id} alert={alert} session={session} open={index < unfolded} />}
    </FirstOf>
  );

  return (
    <>
      <ScorePanel review={review} />
      <UnreadList unread={review.unread} session={session} />
      {problems}
      <section class="part" aria-labelledby="alerts-title">
        <h2 id="alerts-title" tabIndex={-1}>
          {alertsInWords(inState('new').length, inState('open').length)}
        </h2>
        {review.running !== null && <RunningPeriod label={review.running} session={session} />}
        {current.length === 0 ? <p>{quietInWords(review)}</p> : cards(current, UNFOLDED, 'alerts')}
      </section>
      <PlanPart plan={review.plan} session={session} />
      <Part title="Went better: learn from it" count={review.wins.length}>
        {cards(review.wins, 0, 'wins')}
      </Part>
      <Part title="Off target, without change" count={review.standing.length}>
        <FirstOf items={review.standing} what="entries">
          {entry => <StandingCard key={entry.kpi} standing={entry} session={session} />}
        </FirstOf>
      </Part>
      <EffectsPart effects={review.fiveEffects} />
      <Part title="Decided" count={inState('decided').length} folded>
        {cards(inState('decided'), 0, 'decided alerts')}
      </Part>
      <Part title="Changed, within tolerance" count={review.withinTolerance.length} folded>
        {cards(review.withinTolerance, 0, 'changes')}
      </Part>
      <Part title="History" count={inState('over').length} folded>
        {cards(inState('over'), 0, 'alerts that are over')}
      </Part>
      <Part title="Worth knowing about the workbook" count={notes.length} folded>
        <ProblemList problems={notes} session={session} />
      </Part>
    </>
  );
}

/** What it means that there is no alert: nothing changed, or nothing could be judged yet. */
function quietInWords({ kpis }: Review): string {
  const young = kpis.filter(({ variation }) => variation === 'too early to tell').length;
  if (young === kpis.length) return 'It is too early to tell: a KPI is judged from its sixth figure on.';
  const quiet = 'Figures moved, as figures do, but no KPI has changed for the worse. Nothing to explain today.';
  return young === 0 ? quiet : `${quiet} For ${counted(young, 'KPI')} it is too early to tell.`;
}

/** The page's main heading: how many alerts there are, and how many of them are new. */
function alertsInWords(fresh: number, open: number): string {
  if (fresh + open === 0) return 'No alerts';
  if (open === 0) return counted(fresh, 'new alert');
  if (fresh === 0) return counted(open, 'open alert');
  return `${counted(fresh + open, 'alert')}: ${fresh} new, ${open} open`;
}
