/** The page that the bench opens: the real sidebar, with a workbook behind its bridge that comes when the bench says so. */
import { mountSidebar } from '../../sidebar/main';
import type { Bridge } from '../../src/hosts/bridge';
import type { Snapshot } from '../../src/workbook/snapshot';

/** Milliseconds from the arrival of the data to what a person sees, and how the thread was kept busy meanwhile. */
export interface Times {
  /** The score and the first alert are on the screen. */
  alert: number;
  /** All of the page is. */
  all: number;
  /** The review alone, without drawing. */
  review: number;
  /** The longest task. */
  longest: number;
}

/** After so many milliseconds without a change everything is drawn. */
const QUIET = 400;

const seen = (query: string) => document.querySelector(query) !== null;

/** The moment at which what is there now is on the screen. */
const painted = () =>
  new Promise<number>(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));

async function arrive(snapshot: Snapshot): Promise<Times> {
  let longest = 0;
  const tasks = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ entryTypes: ['longtask'] });
  let arrived = 0;
  let changed = 0;
  const bridge: Bridge = {
    host: 'web',
    dialect: 'univer',
    snapshot: () =>
      new Promise(resolve =>
        setTimeout(() => {
          arrived = performance.now();
          resolve(snapshot);
        }, 200),
      ),
    selection: async () => null,
    apply: async () => ({ written: 'all' }),
    select: async () => undefined,
    onChange: () => () => undefined,
  };
  const element = document.getElementById('sidebar')!;
  const alert = new Promise<number>(resolve => {
    new MutationObserver((_, observer) => {
      changed = performance.now();
      if (!seen('[data-alert] .chart') || !seen('[data-score]')) return;
      resolve(painted());
      observer.disconnect();
      new MutationObserver(() => {
        changed = performance.now();
      }).observe(element, { subtree: true, childList: true });
    }).observe(element, { subtree: true, childList: true });
  });
  const close = mountSidebar(element, bridge);
  const first = await alert;
  do await new Promise(resolve => setTimeout(resolve, QUIET));
  while (performance.now() - changed < QUIET);
  const review = Number(element.querySelector<HTMLElement>('[data-review-ms]')!.dataset.reviewMs);
  tasks.disconnect();
  close();
  return { alert: first - arrived, all: Math.max(first, changed) - arrived, review, longest };
}

Object.assign(window, { arrive });
