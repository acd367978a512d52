import type { Cell } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { installedTemplates } from '../../src/templates/installed/installed';
import { keepSamples, removeSamples } from '../../src/templates/upkeep/removeSamples';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { track } from '../../src/workbook/track/track';
import { month, rowsOf, workbook } from '../workbook/workbooks';

/** 10 February 2026: a shop with two years of takings. */
const shop = workbook(
  {
    Shop: [
      ['Month', 'Takings'],
      ...Array.from({ length: 24 }, (_, i): Cell[] => [month(i + 1, 2024), 900 + (i % 5) * 10]),
    ],
  },
  46063,
);
const bakery = templates.find(({ id }) => id === 'bakery')!;
const own = { kpi: 'Takings', target: 1000, values: { sheet: 'Shop', range: 'B2:B25' } };
const sampled = applyEdits(shop, installTemplate(bakery, shop, { mode: 'sample' }));
const both = applyEdits(sampled, track(sampled, own));

describe('sample data', () => {
  test('are marked as such', () => {
    expect(installedTemplates(sampled).filter(({ id }) => id === 'bakery')).toMatchObject([{ sample: true }]);
    const empty = applyEdits(shop, installTemplate(bakery, shop, { mode: 'empty' }));
    expect(installedTemplates(empty).filter(({ sample }) => sample)).toEqual([]);
    expect(rowsOf(empty, 'Compass Templates')[0]).not.toContain('Sample');
  });

  test('are reviewed where there is nothing else, and count no more beside a KPI of the owner’s', () => {
    expect(review(sampled).kpis).toHaveLength(bakery.kpis.length);
    const { kpis, score, alerts, problems } = review(both);
    expect(kpis.map(({ name }) => name)).toEqual(['Takings']);
    // 930, the last of five steps from 900 on (the 24th), of a target of 1,000.
    expect(score.score).toBeCloseTo(93, 6);
    expect(alerts.filter(({ kpi }) => kpi !== null && kpi !== 'Takings')).toEqual([]);
    expect(problems.map(({ message }) => message)).toContainEqual(
      `${bakery.kpis.length} KPIs of sample data do not count, because this workbook has KPIs of its own. Remove the sample on the page KPIs, or with compass remove --samples.`,
    );
    expect(readRegister(both).samples).toHaveLength(bakery.kpis.length);
  });

  test('count in no cell either', () => {
    const [kpis, data] = [rowsOf(both, 'Compass KPIs'), rowsOf(both, 'Compass Data')];
    expect((evaluate('KPI_VERDICTS', [kpis, data]) as Cell[][]).map(([name]) => name)).toEqual(['Takings']);
  });

  test('go in one step without a trace of their own', () => {
    const four = templates.find(({ id }) => id === 'four-functions')!;
    const twice = applyEdits(both, installTemplate(four, both, { mode: 'sample' }));
    const removal = removeSamples(twice, templates);
    expect(removal).toMatchObject({ templates: ['Four functions', 'Bakery'], found: [] });
    const removed = applyEdits(twice, removal.edits);
    expect(removed.sheets.map(({ name }) => name)).not.toContain('Bakehouse');
    expect(readRegister(removed).kpis.map(({ name }) => name)).toEqual(['Takings']);
    expect(rowsOf(removed, 'Compass KPIs')[0]).not.toContain('Sample');
  });

  test('become the owner’s at their word', () => {
    const kept = applyEdits(both, keepSamples(both));
    expect(readRegister(kept).kpis).toHaveLength(bakery.kpis.length + 1);
    expect(removeSamples(kept, templates).edits).toEqual([]);
    expect(rowsOf(kept, 'Compass KPIs')[0]).not.toContain('Sample');
  });
});

test('a mapped template brings no target and no worth of a stranger', () => {
  const four = templates.find(({ id }) => id === 'four-functions')!;
  const [input] = four.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(block =>
      'columns' in block ? block.columns.filter(column => 'input' in column || column.sample) : [],
    ),
  );
  const mapping = { [input!.id]: { values: { sheet: 'Shop', range: 'B2:B25' } } };
  const mapped = applyEdits(shop, installTemplate(four, shop, { mode: 'empty', mapping }));
  const { kpis } = readRegister(mapped);
  expect(kpis.length).toBeGreaterThan(0);
  for (const { better, target, worth, floor } of kpis) {
    if (better !== 'in range') expect({ target, worth, floor }).toEqual({ target: null, worth: null, floor: null });
  }
});
