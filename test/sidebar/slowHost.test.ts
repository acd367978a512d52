import { browserTests } from './browserTests';
import { fallingKpis, trackedBakery } from './workbooks';

const open = browserTests();

describe.each([0, 150, 2000])('with a host that takes %p ms', milliseconds => {
  test('no press is lost, although the workbook is read anew between mouse down and mouse up', async () => {
    const page = await open(trackedBakery());
    await page.evaluate(ms => {
      window.host.slow(ms);
      window.host.restless();
    }, milliseconds);
    // One press each, by coordinates: a locator's click would wait for a disabled button and press it then.
    const press = async (name: string) => {
      const button = page.getByRole('button', { name, exact: true });
      await button.scrollIntoViewIfNeeded();
      const box = (await button.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.waitForTimeout(60);
      await page.mouse.up();
    };
    await press('Watch');
    expect(await page.getByRole('button', { name: 'Watch', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await press('Write “Watch” to the log');
    await page.getByText('Written to the Compass Log: watch, Tickets.').waitFor();
    expect(await page.evaluate(() => window.host.applied().length)).toBe(1);
  });
});

test('of two quick presses one is written', async () => {
  const page = await open(trackedBakery());
  await page.evaluate(() => window.host.slow(150));
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.getByRole('button', { name: 'Write “Watch” to the log' }).dblclick();
  await page.getByText('Written to the Compass Log: watch, Tickets.').waitFor();
  expect(await page.evaluate(() => window.host.applied().length)).toBe(1);
});

test('a decision shows at once, before the host has read it back, and what was read before it is not shown again', async () => {
  const page = await open(trackedBakery());
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.evaluate(() => {
    window.host.slow(400);
    // A reading that begins before the decision, and ends after it.
    window.host.type('Weekly', 4, 1, 600);
  });
  await page.waitForTimeout(200);
  await page.getByRole('button', { name: 'Write “Watch” to the log' }).click();
  await page.getByRole('heading', { name: 'No alerts' }).waitFor();
  const flickers = await page.evaluate(async () => {
    let seen = 0;
    for (let turn = 0; turn < 60; turn++) {
      await new Promise(resolve => setTimeout(resolve, 25));
      if (document.querySelector('[data-alert][data-state=open]')) seen += 1;
    }
    return seen;
  });
  expect(flickers).toBe(0);
});

test('a reading that takes long is said, and can be given up', async () => {
  const page = await open(trackedBakery());
  await page.evaluate(() => {
    window.host.slow(60_000);
    window.host.type('Weekly', 4, 1, 600);
  });
  await page.getByText('Looking for changes in the workbook…').waitFor();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await page.getByText('Reading was stopped; what you see may be out of date.').waitFor();
});

test('the score and the first alert are drawn before the rest of a review', async () => {
  const page = await open(fallingKpis(['Leads', 'Orders', 'Parcels']));
  const atFirst = await page.evaluate(
    () =>
      new Promise<Record<string, number>>(resolve => {
        const count = (query: string) => document.querySelectorAll(query).length;
        new MutationObserver((_, observer) => {
          if (count('[data-alert]') === 0) return;
          observer.disconnect();
          resolve({
            score: count('[data-score]'),
            alerts: count('[data-alert]'),
            charts: count('[data-alert] .chart'),
            picture: count('.compass-sides'),
            ready: count('[data-ready=true]'),
          });
        }).observe(document.getElementById('sidebar')!, { subtree: true, childList: true });
        window.host.open(window.host.workbook());
      }),
  );
  expect(atFirst).toEqual({ score: 1, alerts: 1, charts: 1, picture: 0, ready: 0 });
  await page.locator('[data-ready=true]').waitFor();
  await expect(page.locator('[data-alert]').count()).resolves.toBe(3);
  await expect(page.locator('.compass-sides').count()).resolves.toBe(1);
});
