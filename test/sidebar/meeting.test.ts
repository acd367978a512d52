import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { fallingKpis, selfDefeatingSales } from './workbooks';

const open = browserTests();
// A whole meeting, step by step, each read by eye and ear.
jest.setTimeout(180_000);

describe('a review', () => {
  test('is led from the overview to the next date by keyboard alone, left, and taken up again elsewhere', async () => {
    const page = await open(selfDefeatingSales());
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const heading = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    // By hand: 5 regulars fewer × 10 each × 12 months.
    expect(await seen(page.locator('.cost').first())).toBe('One change costs about 600 a year if nothing is done.');
    await page.getByRole('button', { name: 'Start the review' }).press('Enter');
    await page.locator('.meeting').waitFor();
    expect(await heading()).toMatch(/^Winning the sale, losing the customer/);

    // An action needs what, who and until when.
    await press('a');
    await page.getByLabel('What will be done').waitFor();
    await press('Enter');
    expect(await seen(page.locator('.decision-fields'))).toContain('Say what will be done.');
    await page.keyboard.type('Call everybody who left');
    await press('Tab');
    await page.keyboard.type('Ana');
    await press('Enter');
    await page.getByText('Written to the Compass Log: act, Regulars, Won offers.').waitFor();
    expect(await heading()).toMatch(/^Regulars dropped/);

    // Not an alert needs a reason; Escape takes the form away and leaves the meeting where it is.
    await press('n');
    await page.getByLabel('Why it is not an alert').waitFor();
    await press('Escape');
    await page.getByLabel('Why it is not an alert').waitFor({ state: 'detached' });
    await press('Escape');
    await page.getByRole('button', { name: /^Continue the review of 2 May 2026/ }).waitFor();

    // Somebody else, in another spreadsheet: all there is is the workbook.
    const workbook = await page.evaluate(() => window.host.workbook());
    await page.evaluate(left => window.host.open(left), workbook);
    await page.getByRole('button', { name: /^Continue the review/ }).press('Enter');
    expect(await heading()).toMatch(/^Regulars dropped/);
    await press('k');
    expect(await seen(page.locator('.meeting'))).toMatch(
      /Decided\s+act, 2 May 2026: Call everybody who left \(Ana, by 2 Jun 2026\)/,
    );
    await press('j', 'e');
    await page.getByLabel('Last day of the experiment').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write “Accept” to the log' }).press('Enter');
    await page.getByText('Written to the Compass Log: accept, Regulars.').waitFor();

    await page.getByRole('button', { name: 'Finish', exact: true }).click();
    await page.getByLabel('Next review').fill('2026-06-01');
    await page.getByRole('button', { name: 'Finish and keep the score' }).click();
    await page.getByText('The review is finished').waitFor();
    const minutes = await seen(page.locator('.minutes'));
    expect(minutes).toContain('Next review: 1 Jun 2026.');
    expect(minutes).toMatch(/Act: Call everybody who left \(Ana; by 2 Jun 2026\)/);
    // This host hands over no files: the calendar file is there to copy, or to see where copying is refused.
    await page.getByRole('button', { name: 'Copy as a calendar file for 1 Jun 2026' }).press('Enter');
    await page.getByText(/^Copied as a calendar file|^Copying was refused here/).waitFor();
    const shown = page.getByLabel('The text to copy');
    if ((await shown.count()) > 0) expect(await shown.inputValue()).toContain('DTSTART;VALUE=DATE:20260601');
    await page.getByRole('button', { name: 'Put on a sheet to print' }).click();
    await page.getByText('The minutes are on a new sheet.').waitFor();
    const sheets = await page.evaluate(() => window.host.workbook().sheets.map(({ name }) => name));
    expect(sheets).toContain('Review of 2 May 2026');
    await page.getByRole('button', { name: 'Back to the overview' }).click();
    expect(await seen(page.locator('.score'))).toMatch(/unchanged since the review of 2 May 2026|[▲▼] /);
    expect(await seen(page.locator('.now'))).toContain('Next review 1 Jun 2026');
  });

  test('tells the second of two people what the first has decided', async () => {
    const page = await open(fallingKpis(['Leads']));
    await page.getByRole('button', { name: 'Start the review' }).click();
    await page.locator('.meeting').waitFor();
    await page.keyboard.press('w');
    // Somebody else decides on it in their own sidebar; ours has not looked since.
    await page.evaluate(() => {
      window.host.quiet();
      const log = window.host.workbook().sheets.find(({ name }) => name === 'Compass Log')!;
      const headers = log.values[0]!.map(String);
      const rows = log.values.filter(row => row.some(cell => cell !== null && cell !== '')).length;
      const [, kpi] = /(Leads)/.exec(document.querySelector('[data-item]')!.getAttribute('data-item')!)!;
      const cells: Record<string, string | number> = {
        Date: window.host.workbook().today,
        Kind: 'decision',
        KPI: kpi!,
        Alert: document.querySelector('[data-item]')!.getAttribute('data-item')!,
        Decision: 'act',
        By: 'Ben',
      };
      for (const [header, text] of Object.entries(cells)) {
        window.host.type('Compass Log', rows, headers.indexOf(header), text);
      }
    });
    await page.getByRole('button', { name: 'Write “Watch” to the log' }).click();
    await page.getByText('It has been decided meanwhile: act, 10 Jan 2026, by Ben').waitFor();
    expect(await page.evaluate(() => window.host.applied().length)).toBe(1);
    // Nothing typed is lost, and whoever has seen it may decide again.
    await page.getByRole('button', { name: 'Write “Watch” to the log' }).click();
    await page.getByText('Written to the Compass Log: watch, Leads.').waitFor();
  });

  test('can be taken back step by step with Ctrl+Z, as long as nobody has typed over what was written', async () => {
    const page = await open(fallingKpis(['Leads']));
    const log = () =>
      page.evaluate(() => {
        const { values } = window.host.workbook().sheets.find(({ name }) => name === 'Compass Log')!;
        return values.slice(1).filter(row => row.some(cell => cell !== null && cell !== ''));
      });
    const before = await log();
    const decide = async () => {
      await page.locator('.meeting').waitFor();
      await page.keyboard.press('w');
      await page.getByRole('button', { name: 'Write “Watch” to the log' }).click();
      await page.getByText('Written to the Compass Log: watch, Leads.').waitFor();
    };
    await page.getByRole('button', { name: 'Start the review' }).click();
    await decide();
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: Written to the Compass Log: watch, Leads.').waitFor();
    expect(await log()).toHaveLength(before.length + 1);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: The review has begun.').waitFor();
    expect(await log()).toEqual(before);
    await page.getByRole('button', { name: 'Back to the overview' }).click();

    await page.getByRole('button', { name: 'Start the review' }).click();
    await decide();
    const rows = (await log()).length;
    await page.evaluate(row => window.host.type('Compass Log', row, 5, 'act'), rows);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText(/Nothing was written\. Compass Log F\d+ holds 'act': the workbook has changed\./).waitFor();
    expect(await log()).toHaveLength(rows);
  });

  test('shows a figure for each place that is pointed at or gone to, and says it', async () => {
    const page = await open(fallingKpis(['Leads']));
    await page.getByRole('button', { name: 'Start the review' }).click();
    const reader = page.getByRole('slider', { name: 'Read the figures of Leads' });
    await reader.press('Home');
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^Jan 2024: 1?\d\d\.\d, inside the normal range/);
    await reader.press('ArrowRight');
    expect(await seen(page.locator('.large-chart figcaption'))).toMatch(/^Feb 2024: /);
  });
});

test('no step of the meeting keeps anybody out, and nothing is wider than its place', async () => {
  const page = await open(selfDefeatingSales(), { width: 283 });
  await expect(overflows(page)).resolves.toBe(false);
  await page.getByRole('button', { name: 'Start the review' }).click();
  await page.locator('.meeting').waitFor();
  for (const keys of [['a'], ['Escape', 'j', 'e'], ['Escape', 'j'], ['j', 'j']]) {
    for (const key of keys) await page.keyboard.press(key);
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    for (const width of [800, 283]) {
      await page.setViewportSize({ width, height: 700 });
      await expect(overflows(page)).resolves.toBe(false);
    }
  }
  await expect(page.getByRole('heading', { name: 'Finish the review' }).count()).resolves.toBe(1);
});
