import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FunctionsPage } from './functions/FunctionsPage';
import { KpisPage, type KpiTask } from './kpis/KpisPage';
import { FailureBox } from './parts/FailureBox';
import { StatusLine } from './parts/StatusLine';
import { type Tab, Tabs } from './parts/Tabs';
import { takesText } from './parts/takesText';
import { ReviewPage } from './review/ReviewPage';
import type { Session } from './session';
import { Welcome } from './setup/Welcome';
import { TemplatesPage } from './templates/TemplatesPage';

export type PageName = 'review' | 'kpis' | 'templates' | 'functions';
/**
 * What the sidebar opens with: a page, the form that tracks the selected cells, all that can be tracked, the review under
 * a word of welcome, or the page of a KPI.
 */
export type Start = PageName | 'track' | 'setup' | 'welcome' | { kpi: string };

const TABS: Tab<PageName>[] = [
  { id: 'review', label: 'Review' },
  { id: 'kpis', label: 'KPIs' },
  { id: 'templates', label: 'Templates' },
  { id: 'functions', label: 'Functions' },
];

function pageOf(start: Start): PageName {
  if (typeof start !== 'string' || start === 'track' || start === 'setup') return 'kpis';
  return start === 'welcome' ? 'review' : start;
}

/** The whole sidebar: tabs, messages, and the page that is chosen. */
export function App({ session, start }: { session: Session; start: Start }): JSX.Element {
  const [page, setPage] = useState<PageName>(pageOf(start));
  const [isWelcome, setWelcome] = useState(start === 'welcome');
  const [task, setTask] = useState<KpiTask>(start === 'track' || start === 'setup' ? start : null);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const review = session.review.value;
  const isThere = review !== null;
  const [isWhole, setWhole] = useState(false);
  // What a person looks at first is on the screen before the rest is drawn.
  useEffect(() => {
    if (!isThere) return undefined;
    const timer = setTimeout(() => setWhole(true));
    return () => clearTimeout(timer);
  }, [isThere]);

  const turnTo = (next: PageName) => {
    setTask(null);
    setPage(next);
    // A new page starts at its top, not where the last one was scrolled to.
    root.current?.scrollIntoView({ block: 'start' });
  };
  /** Turns to a page from within another one: what had the focus is gone, so the page gets it. */
  const lead = (next: PageName) => {
    turnTo(next);
    panel.current?.focus();
  };
  const choose = (next: PageName) => {
    session.done.value = '';
    turnTo(next);
  };
  const begin = (next: KpiTask) => {
    setPage('kpis');
    setTask(next);
  };

  /** Ctrl+Z takes back what the sidebar did last; in a field it belongs to the text. */
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const isUndo =
      event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isUndo || takesText(event.target as Element) || session.undoable.value.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void session.undo();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the whole sidebar; the status line has its button
    <div
      class="frame"
      ref={root}
      onKeyDown={onKeyDown}
      data-review-ms={session.reviewMs.value.toFixed(3)}
      data-ready={isThere && isWhole}
    >
      {session.bridge.host !== 'web' && <h1 class="hidden-text">Strategic Compass</h1>}
      <Tabs tabs={TABS} chosen={page} choose={choose} />
      <FailureBox session={session} />
      <div class="page" id="panel" ref={panel} tabIndex={-1} role="tabpanel" aria-labelledby={`tab-${page}`}>
        {page === 'review' && isWelcome && session.bridge.beginning && (
          <Welcome
            beginning={session.bridge.beginning}
            paste={() => begin('paste')}
            look={() => {
              setWelcome(false);
              panel.current?.focus();
            }}
          />
        )}
        {page === 'review' && review && (
          <ReviewPage
            review={review}
            session={session}
            whole={isWhole}
            track={() => begin('track')}
            setUp={() => begin('setup')}
            paste={() => begin('paste')}
            gallery={() => lead('templates')}
            begun={() => setWelcome(false)}
          />
        )}
        {page === 'kpis' && (
          <KpisPage
            session={session}
            task={task}
            setTask={setTask}
            reviewed={() => lead('review')}
            first={typeof start === 'string' ? null : start.kpi}
          />
        )}
        {page === 'templates' && <TemplatesPage session={session} reviewed={() => lead('review')} />}
        {page === 'functions' && <FunctionsPage session={session} />}
      </div>
      <StatusLine session={session} />
    </div>
  );
}
