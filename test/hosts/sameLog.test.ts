import { serialOf } from '../../src/cells/serial';
import type { Bridge } from '../../src/hosts/bridge';
import { excelBridge } from '../../src/hosts/excel/bridge';
import { googleBridge } from '../../src/hosts/google/bridge';
import { recordDecision } from '../../src/review/decisions/decision';
import { finishReview, markDone, startReview } from '../../src/review/meeting/writeMeeting';
import { review } from '../../src/review/review';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Block, Snapshot } from '../../src/workbook/snapshot';
import { headless } from '../engine/headless';
import { bakeryKpis, bakeryWeeks, trackIn, wholeWorkbook } from './bakery';
import { type Built, build } from './build';
import { fakeExcel, installExcel } from './excel/fakeExcel';
import { openSpreadsheet } from './google/openSpreadsheet';
import { createGrid } from './grid';

// A review that is held in one host goes on in another: what each writes into the Log means the same in all of them.

jest.setTimeout(240_000);

/** The day of the meeting, after the last week of the bakery's figures. */
const TODAY = serialOf(2017, 4, 12);

let project: Built;
beforeAll(() => {
  project = build('google', 'buildCode');
}, 60_000);
afterAll(() => project.remove());

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

type Opened = Pick<Bridge, 'snapshot' | 'apply'>;

/** Each host over a workbook; Sheets in a language with decimal commas and days before months. */
const HOSTS: Record<string, (blocks: Block[]) => Opened> = {
  'the page': blocks => {
    const engine = headless().createEngine(blocks);
    opened.push(() => engine.dispose());
    return {
      snapshot: async (further = []) => {
        await engine.calculated();
        return engine.snapshot({ today: TODAY, locale: 'en-GB', further });
      },
      apply: async edits => engine.apply(edits),
    };
  },
  'Google Sheets': blocks => {
    const { fake, run } = openSpreadsheet(project.read('Code.js'), blocks, { locale: 'de_DE' });
    opened.push(() => fake.engine.dispose());
    return googleBridge(run);
  },
  Excel: blocks => {
    const fake = fakeExcel(createGrid(blocks));
    const uninstall = installExcel(fake);
    opened.push(() => {
      uninstall();
      fake.engine.dispose();
    });
    return excelBridge();
  },
};

/** Four weeks later, when the team looks at what it has decided. */
const NEXT = TODAY + 28;

/** The workbook as a host reads it on a day. */
async function onDay(today: number, host: Opened): Promise<Snapshot> {
  return { ...(await host.snapshot()), today };
}

/** Plans something, as the sidebar does, and has the host write it. */
async function write(host: Opened, plan: (now: Snapshot, reviewed: Review) => Edit[], day = TODAY): Promise<void> {
  const now = await onDay(day, host);
  expect(await host.apply(JSON.parse(JSON.stringify(plan(now, review(now)))))).toEqual({ written: 'all' });
}

/** A whole meeting with texts that a spreadsheet might take for something else. */
async function holdReview(host: Opened): Promise<void> {
  for (const request of bakeryKpis.slice(0, 4)) await trackIn(host as Bridge, request);
  const waiting = ({ alerts }: Review) => alerts.filter(({ state, adverse }) => adverse && state !== 'decided');
  await write(host, (now, reviewed) => startReview(now, reviewed, 'Zoë O’Brien'));
  await write(host, (now, reviewed) =>
    recordDecision(now, {
      alert: waiting(reviewed)[0]!,
      decision: 'act',
      action: '=1+1 more oven; "warm" bread at 3,5 €',
      owner: "d'Arcy",
      due: TODAY + 30,
      note: '03/02/2026',
      by: 'Zoë O’Brien',
    }),
  );
  await write(host, (now, reviewed) =>
    recordDecision(now, { alert: waiting(reviewed)[0]!, decision: 'dismiss', note: '1.5', by: '@Ben' }),
  );
  await write(host, (now, reviewed) =>
    finishReview(now, reviewed, { next: NEXT, summary: '2 alerts discussed, 1 action', by: 'Zoë O’Brien' }),
  );
  await write(host, (now, reviewed) => markDone(now, reviewed.meeting.followUps[0]!, NEXT), NEXT);
}

/** What a review knows from the Log. */
async function known(host: Opened) {
  const now = await onDay(NEXT, host);
  const { alerts, meeting, lapsed, problems } = review(now);
  const { log } = readRegister(now);
  return { log, meeting, lapsed, problems, alerts: alerts.map(({ id, state, decision }) => ({ id, state, decision })) };
}

describe.each(Object.keys(HOSTS))('a review held in %s', writer => {
  test('is the same in the other two', async () => {
    const host = HOSTS[writer]!([bakeryWeeks()]);
    await holdReview(host);
    const own = await known(host);
    // By hand: the review, two decisions; both alerts decided, what was to be done is done, the next date four weeks on.
    expect(own.log.map(({ kind, decision, action, note }) => [kind, decision, action, note])).toEqual([
      ['review', '', '', '2 alerts discussed, 1 action'],
      ['decision', 'act', '=1+1 more oven; "warm" bread at 3,5 €', '03/02/2026'],
      ['decision', 'dismiss', '', '1.5'],
    ]);
    expect(own.alerts.filter(({ state }) => state === 'decided')).toHaveLength(2);
    expect(own.meeting).toMatchObject({ next: '2017-05-10', underWay: null, last: { date: '2017-04-12' } });
    expect(own.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

    const blocks = await wholeWorkbook(host as Bridge);
    for (const close of opened.splice(0)) close();
    for (const reader of Object.keys(HOSTS).filter(name => name !== writer)) {
      expect([reader, await known(HOSTS[reader]!(blocks))]).toEqual([reader, own]);
      for (const close of opened.splice(0)) close();
    }
  });
});
