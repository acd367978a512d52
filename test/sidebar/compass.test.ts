import { around, labelLines, sector, shortened } from '../../sidebar/review/compass/geometry';
import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { divergingShop, fallingKpis, manyKpis, trackedBakery } from './workbooks';

// The words of the labels and the places on a circle are by hand.

describe('the circle', () => {
  const centre = { x: 100, y: 100 };

  test('begins at the top and goes clockwise', () => {
    expect([0, 0.25, 0.5, 0.75].map(turn => around(centre, 50, turn))).toEqual([
      { x: 100, y: 50 },
      { x: 150, y: 100 },
      { x: 100, y: 150 },
      { x: 50, y: 100 },
    ]);
  });

  test('has sectors, the long way round beyond a half, and a whole one as two rings', () => {
    expect(sector(centre, [10, 50], [0, 0.25])).toBe('M100 50A50 50 0 0 1 150 100L110 100A10 10 0 0 0 100 90z');
    expect(sector(centre, [10, 50], [0, 0.75])).toContain('A50 50 0 1 1');
    expect(sector(centre, [10, 50], [0, 1]).match(/M/g)).toHaveLength(2);
  });

  test.each([
    ['Sales', ['Sales']],
    ['Customer Service', ['Customer', 'Service']],
    ['Research and Development', ['Research', 'and…']],
    ['Kundenzufriedenheit', ['Kundenzuf…']],
    ['', ['']],
  ])('writes %p in two lines at most', (name, lines) => {
    expect(labelLines(name, 10)).toEqual(lines);
  });

  test('never cuts an emoji in two', () => {
    expect(shortened('🍞🥐🥖🥨', 3)).toBe('🍞🥐…');
  });
});

describe('the Compass', () => {
  const open = browserTests();
  const part = '.compass-part';

  test('says its finding before it is opened, by keyboard too, and then shows functions, money and effects', async () => {
    const page = await open(divergingShop(), { width: 283 });
    const compass = page.locator(part);
    await expect(compass.locator('svg').first().isVisible()).resolves.toBe(false);
    // By the fixture: Sales rises, Service falls, Kitchen stays, People is new, Buying has no KPI; half of 60 points apart.
    expect(await seen(compass)).toContain(
      '1 function improving, 1 worsening, 1 hardly moving, 2 not yet known; 30% of the money elsewhere',
    );
    await compass.locator('summary').first().press('Enter');
    const text = await seen(compass);
    expect(text).toMatch(/Sales: 100 of 100, improving \(\+\d+\.\d\)/);
    expect(text).toContain('movement not yet known: 3 more months');
    expect(text).toContain('Buying: not scored: it has no KPI\n');
    expect(text).toContain(
      '30% of the money is not where the weights say: ‘Regulars’ gets less than its weight and ‘Range’ more.',
    );
    expect(text).toContain('4 New shop: money not known, not compared, measured by no KPI');
    expect(text).toContain('Not yet known. Needs: Decisions in the Compass Log, with their dates.');

    // What is drawn says the same: one arrow out, one in, one dash, two question marks, one sector without a score.
    const rose = compass.locator('svg').first();
    await expect(rose.locator('.compass-score').count()).resolves.toBe(4);
    await expect(rose.locator('.compass-unknown').count()).resolves.toBe(1);
    await expect(rose.locator('.compass-still').count()).resolves.toBe(1);
    await expect(rose.getByText('?', { exact: true }).count()).resolves.toBe(2);
    await expect(rose.locator('.compass-worse').count()).resolves.toBe(1);
    // The other one is in the middle: improving together.
    await expect(rose.locator('.compass-better').count()).resolves.toBe(2);
    expect(await rose.locator('desc').textContent()).toMatch(
      /^Sales: 100 of 100, improving .*, 43% of the weight\. Service: /,
    );
    const bands = compass.locator('svg').nth(1);
    await expect(bands.locator('.compass-goal').count()).resolves.toBe(6);
    expect(await bands.locator('desc').textContent()).toMatch(/^30% of the money is not where the weights say: ‘Regu/);

    await expect(overflows(page)).resolves.toBe(false);
    await expect(violations(page)).resolves.toEqual([]);
  });

  test('is unfolded where there is room, and holds no number that a drawing cannot have', async () => {
    for (const workbook of [divergingShop(), trackedBakery(), fallingKpis(['A', 'B', 'C'])]) {
      const page = await open(workbook, { width: 760 });
      await expect(page.locator(`${part} svg`).first().isVisible()).resolves.toBe(true);
      const drawn = await page.locator(part).innerHTML();
      expect(drawn).not.toMatch(/NaN|Infinity|undefined|too early/);
      await page.context().close();
    }
  });

  test('of many KPIs without a function numbers the heaviest, and lists six until asked', async () => {
    const many = manyKpis(30);
    const alone = {
      ...many,
      sheets: many.sheets.map(sheet => {
        const column = sheet.values[0]?.indexOf('Business function') ?? -1;
        if (sheet.name !== 'Compass KPIs' || column < 0) return sheet;
        const values = sheet.values.map((row, at) => row.map((cell, i) => (at > 0 && i === column ? null : cell)));
        return { ...sheet, values };
      }),
    };
    const page = await open(alone, { width: 283 });
    await unfold(page);
    const compass = page.locator(part);
    await expect(compass.locator('.compass-ground').count()).resolves.toBe(24);
    await expect(compass.locator('.listed').first().locator('li').count()).resolves.toBe(6);
    await page.getByRole('button', { name: /^Show all \d+ functions$/ }).press('Enter');
    expect(await compass.locator('.listed').first().locator('li').count()).toBeGreaterThanOrEqual(30);
    await expect(overflows(page)).resolves.toBe(false);
    await expect(violations(page)).resolves.toEqual([]);
  });
});
