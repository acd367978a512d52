import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge, type ScriptRunner } from '../../../src/hosts/google/bridge';
import { review } from '../../../src/review/review';
import { bakeryKpis, bakeryWeeks, trackIn } from '../bakery';
import { type Built, build } from '../build';
import type { FakeSheets } from './fakeSheets';
import { openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(60_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let fake: FakeSheets;
afterEach(() => fake.engine.dispose());

/** The bakery's spreadsheet in Google Sheets, and the sidebar's own bridge to it. */
function openBakery(about: { locale?: string; timeZone?: string } = {}): Bridge {
  const opened = openSpreadsheet(code, [bakeryWeeks()], about);
  fake = opened.fake;
  return googleBridge(opened.run);
}

describe('a bakery’s tickets, tracked in Google Sheets', () => {
  it.each([
    { locale: 'en_GB', timeZone: 'Europe/London' },
    { locale: 'de_DE', timeZone: 'Pacific/Auckland' },
    { locale: 'en_US', timeZone: 'America/Los_Angeles' },
  ])('raise the alert of November, in $locale and $timeZone', async about => {
    const bridge = openBakery(about);
    await trackIn(bridge, bakeryKpis[0]!);
    const { alerts, problems } = review(await bridge.snapshot());
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // The look-alike's story: trade falls for good in its fourth week, the one of 21 November 2016.
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ kpi: 'Tickets', direction: 'down', adverse: true, since: '2016-11-21' });
  });

  it('are followed in the owner’s own cells', async () => {
    const bridge = openBakery();
    await trackIn(bridge, bakeryKpis[0]!);
    const before = await bridge.snapshot();
    const latest = (snapshot: typeof before) => review(snapshot).kpis[0]!.latest;
    fake.engine.write('Weekly', 25, 1, [[777]]);
    await fake.engine.calculated();
    expect(latest(before)).not.toBe(777);
    expect(latest(await bridge.snapshot())).toBe(777);
  });

  it('can be tracked once only, and the second time says so before anything is written', async () => {
    const bridge = openBakery();
    const request = bakeryKpis[0]!;
    await trackIn(bridge, request);
    await expect(trackIn(bridge, request)).rejects.toThrow("A KPI 'Tickets' exists already");
  });
});

describe('service calls, each of which takes a noticeable time', () => {
  /** Calls made by something. */
  const callsOf = async (act: () => Promise<unknown>) => {
    fake.calls.length = 0;
    await act();
    return fake.calls.length;
  };

  it('do not become more when more KPIs are tracked', async () => {
    const bridge = openBakery();
    await trackIn(bridge, bakeryKpis[0]!);
    const first = await callsOf(() => bridge.snapshot());
    const tracking: number[] = [];
    for (const request of bakeryKpis.slice(1)) tracking.push(await callsOf(() => trackIn(bridge, request)));
    expect(await callsOf(() => bridge.snapshot())).toBe(first);
    expect(review(await bridge.snapshot()).kpis).toHaveLength(8);
    expect(tracking.at(-1)).toBeLessThanOrEqual(Math.max(...tracking.slice(0, 2)));
  });
});

describe('a script that does not answer', () => {
  it('is given up after a while, and what it was writing may be written or not', async () => {
    openBakery();
    jest.useFakeTimers();
    try {
      const silent: ScriptRunner = {
        withSuccessHandler: () => silent,
        withFailureHandler: () => silent,
        compassRpc: () => undefined,
      };
      const refused = expect(googleBridge(silent).snapshot()).rejects.toThrow(
        'Google Sheets has not answered for 90 seconds.',
      );
      const unknown = expect(googleBridge(silent).apply([])).resolves.toEqual({
        written: 'unknown',
        what: '',
        why: 'Google Sheets has not answered for 90 seconds.',
        where: [],
      });
      await jest.advanceTimersByTimeAsync(90_000);
      await refused;
      await unknown;
    } finally {
      jest.useRealTimers();
    }
  });

  it('says what Google said when it failed', async () => {
    openBakery();
    let fail: (reason: Error) => void = () => undefined;
    const failing: ScriptRunner = {
      withSuccessHandler: () => failing,
      withFailureHandler: handler => {
        fail = handler;
        return failing;
      },
      compassRpc: () => fail(new Error('Exceeded maximum execution time')),
    };
    await expect(googleBridge(failing).selection()).rejects.toThrow('Exceeded maximum execution time');
    await expect(googleBridge(failing).apply([])).resolves.toMatchObject({
      written: 'unknown',
      why: 'Exceeded maximum execution time',
    });
  });
});
