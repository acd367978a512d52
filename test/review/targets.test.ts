import { offTarget } from '../../src/alignment';
import { serialOf } from '../../src/cells/serial';
import { review, reviewRegister } from '../../src/review/review';
import { deliveredInWords } from '../../src/review/words/targets';
import { templates } from '../../src/templates/catalogue';
import { FIRST_KPI, SCORE } from '../../src/templates/dashboard/dashboardRows';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot } from '../../src/workbook/snapshot';
import { kpi, register } from './registers';

/*
 * The score of a bakery as an accountant saw it: in the nineties, while waste was 31 % over its target. What is met and what is
 * missed is said beside the score. Expected values: by hand, each from its figure and its target.
 */
const bakery = [
  kpi('Waste', [0.0917], { target: 0.07, better: 'lower' }),
  kpi('Rating', [4.5], { target: 4.5 }),
  kpi('Visitors', [7074], { target: 5400 }),
  kpi('Conversion', [0.79], { target: 0.8 }),
  kpi('Ticket', [8.1], { target: 8 }),
  kpi('Hours', [38], { better: 'in range', low: 35, high: 40 }),
  kpi('Stock', [44], { better: 'in range', low: 35, high: 40 }),
  kpi('Returns', [3], { target: 4, better: 'lower' }),
];

describe('what the score does not say', () => {
  const { score, kpis } = reviewRegister(register(bakery));

  test('the targets met are counted, and those missed named by how far, the furthest first', () => {
    // 0.0917 / 0.07 is 1.31; 44 is 4 over 40, a tenth; 0.01 of 0.8 is 1.25 %.
    expect(score.targets.sentence).toBe('5 of 8 targets met; Waste misses by 31%, Stock by 10%, and 1 more.');
    expect(score.targets.missed.map(({ kpi: name }) => name)).toEqual(['Waste', 'Stock', 'Conversion']);
    expect(score.targets.missed[2]!.by).toBeCloseTo(0.0125, 12);
  });

  test('more than asked is shown uncapped, and buys nothing', () => {
    // 7,074 is 1.31 × 5,400; 3 is a quarter under 4; 8.1 is 1.25 % over 8.
    expect(score.targets.beyondSentence).toBe(
      'More than asked, which adds nothing to the score: Visitors, 131% of target; Returns, 25% better than target; and 1 more.',
    );
    expect(kpis[2]).toMatchObject({ attainment: 1, overDelivery: 1.31 });
    const asked = bakery.map(each => (each.name === 'Visitors' ? { ...each, values: [5400] } : each));
    expect(reviewRegister(register(asked)).score.score).toBe(score.score);
  });

  test('a floor plays no part in how far a target is missed or passed', () => {
    const floors = reviewRegister(
      register([kpi('Late', [0.8], { target: 1, floor: 0.5 }), kpi('Early', [1.2], { target: 1, floor: 0.5 })]),
    );
    expect(floors.kpis.map(each => each.offTarget)).toEqual([expect.closeTo(-0.2, 12), expect.closeTo(0.2, 12)]);
    // 0.7 / 0.5 of the way from the floor, but 120 % of the target.
    expect(floors.kpis[1]!.overDelivery).toBeCloseTo(1.2, 12);
  });

  test.each([
    [[kpi('A', [1], { target: 1 }), kpi('B', [2], { target: 1 })], 'All 2 targets met.'],
    [[kpi('A', [1], { target: 1 })], 'The one target is met.'],
    [[kpi('A', [0.999], { target: 1 })], 'The one target is missed, by under 1%.'],
    [[kpi('A', [3], { target: 0, floor: 10, better: 'lower' })], 'The one target is missed.'],
    [[kpi('A', [3])], ''],
  ])('in few words where there is little to say', (kpis, sentence) => {
    expect(reviewRegister(register(kpis)).score.targets.sentence).toBe(sentence);
  });

  test('a target of 0 is missed by no share of it, and met by 0', () => {
    expect(offTarget(3, { better: 'lower', target: 0 })).toBeNull();
    expect(offTarget(0, { better: 'lower', target: 0 })).toBe(0);
    expect(offTarget(-5, { better: 'higher', target: -4 })).toBe(-0.25);
    // 1e150 / 1e-200 is larger than any number.
    expect(offTarget(1e150, { better: 'lower', target: 1e-200 })).toBeNull();
  });

  test('what rounds to the target is still said to be beyond it', () => {
    expect([deliveredInWords('higher', 1.001), deliveredInWords('lower', 1.001)]).toEqual([
      'just over target',
      'under 1% better than target',
    ]);
  });
});

describe.each(['bakery', 'balanced-scorecard', 'monthly-review', 'multi-site'])('the dashboard of %s', id => {
  test.each([false, true])('counts as the review does, with functions in its cells: %s', functions => {
    const blank = emptySnapshot(serialOf(2026, 11, 23), 'en-GB');
    const template = templates.find(each => each.id === id)!;
    const installed = applyEdits(blank, installTemplate(template, blank, { mode: 'sample', functions }));
    const page = viewSheet(installed, 'Compass Dashboard')!;
    const { score, kpis } = review(installed);
    const { met, of, missed } = score.targets;
    const by = Math.round(100 * missed[0]!.by!);
    expect([page.cell(SCORE, 0), page.cell(SCORE, 1)]).toEqual([
      'Targets met',
      `${met} of ${of}; ${missed[0]!.kpi} misses by ${by}%`,
    ]);
    for (const [index, { name, attainment, overDelivery }] of kpis.entries()) {
      expect(page.cell(FIRST_KPI - 1 + index, 0)).toBe(name);
      expect(page.cell(FIRST_KPI - 1 + index, 4)).toBeCloseTo(overDelivery ?? attainment!, 9);
    }
    expect(page.cell(SCORE - 1, 1)).toBeCloseTo(score.score!, 9);
  });
});
