import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { startReview } from '../../src/review/meeting/writeMeeting';
import { alertsIn, problemsOf, type Section, type SectionName, sectionsOf } from '../../src/review/sections';
import type { Alert, Review } from '../../src/review/types';
import type { Snapshot } from '../../src/workbook/snapshot';
import { FirstOf } from '../parts/FirstOf';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { FirstStep } from '../setup/FirstStep';
import { AlertCard } from './AlertCard';
import { CompassPart } from './compass/CompassPart';
import { EffectList } from './EffectList';
import { LapsedList } from './LapsedList';
import { MeetingPage } from './meeting/MeetingPage';
import { PlanPart } from './PlanPart';
import { ProblemList } from './ProblemList';
import { RunningPeriod } from './RunningPeriod';
import { ScorePanel } from './ScorePanel';
import { StandingCard } from './StandingCard';
import { UnreadPart } from './UnreadPart';
import { WhereWeStand } from './WhereWeStand';

/** How many cards are unfolded from the start: the first is read at once, the others are chosen by their headline. */
const UNFOLDED = 1;

/** The monthly review: the score, then section by section what there is to say. */
export function ReviewPage({
  review,
  session,
  whole,
  track,
  setUp,
  paste,
  gallery,
  begun,
}: {
  review: Review;
  session: Session;
  /** Not yet at the very first: then there is the score, the first alert, and nothing that can wait a moment. */
  whole: boolean;
  track: () => void;
  setUp: () => void;
  paste: () => void;
  gallery: () => void;
  /** A meeting has the whole page: nothing greets newcomers any more. */
  begun: () => void;
}): JSX.Element {
  const [isMeeting, setMeeting] = useState(false);
  const start = async () => {
    const begin = (now: Snapshot) => startReview(now, session.review.value!, session.decider.value);
    const isUnderWay = review.meeting.underWay !== null;
    if (!isUnderWay && !(await session.change(begin, 'The review has begun.', { again: true }))) return;
    begun();
    setMeeting(true);
  };
  const sections = sectionsOf(review);
  if (isMeeting) return <MeetingPage review={review} session={session} leave={() => setMeeting(false)} />;
  return (
    <>
      {review.kpis.length === 0 ? (
        <FirstStep beginning={session.bridge.beginning} track={track} setUp={setUp} paste={paste} gallery={gallery} />
      ) : (
        <>
          <ScorePanel review={review}>
            <WhereWeStand review={review} session={session} start={() => void start()} />
          </ScorePanel>
          <CompassPart review={review} whole={whole} />
        </>
      )}
      {(whole ? sections : sections.slice(0, 1 + sections.findIndex(({ name }) => name === 'alerts'))).map(section => {
        const View = SECTIONS[section.name];
        return View && <View key={section.name} section={section} review={review} session={session} whole={whole} />;
      })}
    </>
  );
}

interface SectionProps {
  section: Section;
  review: Review;
  session: Session;
  whole: boolean;
}

type SectionView = (props: SectionProps) => JSX.Element;

/** How each section looks; null where another page shows it. */
const SECTIONS: Record<SectionName, SectionView | null> = {
  unread: ({ section, review, session }) => <UnreadPart {...section} unread={review.unread} session={session} />,
  errors: problemList('error'),
  alerts: AlertsPart,
  plan: ({ section, review, session }) => <PlanPart {...section} plan={review.plan} session={session} />,
  wins: cardList(review => review.wins),
  standing: ({ section, review, session }) => (
    <Part {...section}>
      <FirstOf items={review.standing} what="entries">
        {entry => <StandingCard key={entry.kpi} standing={entry} session={session} />}
      </FirstOf>
    </Part>
  ),
  // Each KPI says where its trend leads on the page of KPIs.
  trends: null,
  effects: ({ section, review }) => (
    <Part title={section.title} folded>
      <EffectList effects={review.fiveEffects} />
    </Part>
  ),
  lapsed: ({ section, review, session }) => (
    <Part {...section}>
      <LapsedList lapsed={review.lapsed} session={session} />
    </Part>
  ),
  decided: cardList(review => alertsIn(review, 'decided')),
  tolerance: cardList(review => review.withinTolerance),
  over: cardList(review => alertsIn(review, 'over')),
  notes: problemList('note'),
};

/** What is new or open, and the heading to which the keyboard returns after a decision. */
function AlertsPart({ section, review, session, whole }: SectionProps): JSX.Element {
  const [fresh, open] = [alertsIn(review, 'new'), alertsIn(review, 'open')];
  const shown = whole ? [...fresh, ...open] : [...fresh, ...open].slice(0, UNFOLDED);
  return (
    <section class="part" aria-labelledby="alerts-title">
      <h2 id="alerts-title" tabIndex={-1}>
        {section.count === 0 ? section.title : alertsInWords(fresh.length, open.length)}
      </h2>
      {review.running !== null && <RunningPeriod label={review.running} session={session} />}
      {section.count === 0 ? <p>{section.empty}</p> : cards(shown, session, 'alerts', UNFOLDED)}
    </section>
  );
}

function cardList(alerts: (review: Review) => Alert[]): SectionView {
  return ({ section, review, session }) => <Part {...section}>{cards(alerts(review), session, 'entries', 0)}</Part>;
}

function cards(alerts: Alert[], session: Session, what: string, unfolded: number): JSX.Element {
  return (
    <FirstOf items={alerts} what={what}>
      {(alert, index) => <AlertCard key={alert.id} alert={alert} session={session} open={index < unfolded} />}
    </FirstOf>
  );
}

function problemList(severity: 'error' | 'note'): SectionView {
  return ({ section, review, session }) => (
    <Part {...section}>
      <ProblemList problems={problemsOf(review, severity)} session={session} />
    </Part>
  );
}

/** How many alerts there are, and how many of them are new. */
function alertsInWords(fresh: number, open: number): string {
  if (open === 0) return counted(fresh, 'new alert');
  if (fresh === 0) return counted(open, 'open alert');
  return `${counted(fresh + open, 'alert')}: ${fresh} new, ${open} open`;
}
