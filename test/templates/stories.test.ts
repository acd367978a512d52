import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serialOf } from '../../src/cells/serial';
import { review } from '../../src/review/review';
import type { Alert } from '../../src/review/types';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { emptySnapshot } from '../../src/workbook/snapshot';

const blank = emptySnapshot(serialOf(2026, 11, 23), 'en-GB');

/** The review of a template with its sample, and what is new or open in it. */
function reviewed(id: string) {
  const template = templates.find(one => one.id === id)!;
  const found = review(applyEdits(blank, installTemplate(template, blank, { mode: 'sample' })));
  const live = (list: Alert[]) => list.filter(({ state }) => state === 'new' || state === 'open');
  const moved = (list: Alert[]) => live(list).map(({ kpi, direction }) => `${kpi} ${direction}`);
  const ofPatterns = ({ kind }: Alert) => kind === 'pattern';
  return {
    template,
    found,
    alerts: moved(found.alerts.filter(alert => !ofPatterns(alert))).sort(),
    patterns: live(found.alerts.filter(ofPatterns)).map(({ headline }) => headline.slice(0, headline.indexOf(':'))),
    wins: moved(found.wins).sort(),
    /** Of each change what is said of it: its kind, and since when. */
    headlines: live([...found.alerts, ...found.wins].filter(alert => !ofPatterns(alert))).map(
      ({ kpi, direction, headline }) => [`${kpi} ${direction}`, headline] as const,
    ),
  };
}

/** Each template's story, and the changes in which the review of its sample finds it: these and no others. */
const STORIES: {
  id: string;
  story: string;
  alerts: string[];
  wins: string[];
  patterns?: string[];
  standing?: string[];
}[] = [
  {
    id: 'four-functions',
    story: 'more leads, worse leads, later deliveries',
    alerts: ['Lead Quality Ratio down', 'Order Fulfillment Time up'],
    wins: ['Leads up'],
    patterns: ['More leads, worse leads', 'Traffic without readiness'],
  },
  {
    id: 'balanced-scorecard',
    story: 'brilliant research that nobody buys',
    alerts: ['Pilots that become contracts down', 'Revenue from new tests down'],
    wins: ['Milestones met up'],
    patterns: ['Silos'],
  },
  {
    id: 'strategy-on-a-page',
    story: 'a plan written for journeys that fewer people ask for',
    alerts: ['Enquiries for group tours down'],
    wins: [],
  },
  {
    id: 'monthly-review',
    story: 'sales run ahead of the warehouse',
    alerts: ['On time and complete down', 'Overtime share up', 'Days of cash down'],
    wins: ['New customers up', 'Revenue up'],
    patterns: ['Silos'],
  },
  {
    id: 'bakery',
    story: 'praised online, day-old stock on the shelf',
    alerts: ['Waste rate up'],
    wins: ['Online rating up', 'Sell-out rate down', 'Visitors up'],
    patterns: ['Praised but stale'],
  },
  {
    id: 'restaurant',
    story: 'a fine kitchen that nobody hears of',
    alerts: ['New guests down', 'Seats filled down', 'Labour cost up', 'Prime cost up'],
    wins: ['Minutes from order to plate down', 'Dishes sent back down'],
    patterns: ['Silos'],
  },
  {
    id: 'retail',
    story: 'advertising for a site and a warehouse that cannot take the traffic',
    alerts: ['Advertising up', 'Site conversion down', 'Days from order to dispatch up'],
    wins: ['Visits up'],
    patterns: ['Traffic without readiness'],
  },
  {
    id: 'subscription',
    story: 'winning the sale, losing the customer',
    alerts: ['Churn up', 'Cohort after three months down', 'Net revenue retention down', 'Lifetime value to cost down'],
    wins: ['New subscribers up'],
    patterns: ['Winning the sale, losing the customer'],
  },
  {
    id: 'software',
    story: 'development ahead, the existing product sells worse',
    alerts: ['Development cost up', 'Demonstrations that sell down', 'New features in use down'],
    wins: ['Releases up'],
    patterns: ['Building past the market', 'Silos'],
  },
  {
    id: 'agency',
    story: 'an offer that clients no longer ask for, disciplines that work apart',
    alerts: ['Asked for, not offered up', 'Proposals won down', 'Work across disciplines down'],
    wins: [],
  },
  {
    id: 'workshop',
    story: 'an automated line that makes what the forecast did not see',
    alerts: ['Forecast accuracy down', 'Stock turns down', 'Pieces made up'],
    wins: [],
    patterns: ['Automated in the wrong direction'],
  },
  {
    id: 'project-budgets',
    story: 'two projects over their budget, month after month',
    alerts: ['Over budget: Web shop up', 'Schedule: Web shop down', 'Cost performance down'],
    wins: [],
    standing: ['Over budget: Shop refit'],
  },
  {
    id: 'customer-service',
    story: 'a machine answers faster and solves less',
    alerts: ['Solved at first contact down', 'Satisfied callers down', 'Effort up'],
    wins: ['Minutes to the first answer down'],
  },
  {
    id: 'alignment-pulse',
    story: 'a team that has lost sight of the goal',
    alerts: ['Knows the goal: Workshop down', 'Agreement down', 'Answers of 4 or 5 down'],
    wins: [],
  },
  {
    id: 'multi-site',
    story: 'the new site drifts away from the standard',
    alerts: ['Standards: Riverside down', 'Waste: Riverside up'],
    wins: [],
  },
  {
    id: 'cash-13-weeks',
    story: 'customers pay later than forecast',
    alerts: ['Receipts of forecast down', 'Customers overdue up'],
    wins: [],
  },
];

describe('the review of a sample finds its story, and nothing else', () => {
  test.each(STORIES)('$id: $story', ({ id, alerts, wins, patterns = [], standing = [] }) => {
    const { found, ...live } = reviewed(id);
    const besides = live.headlines.filter(([change]) => ![...alerts, ...wins].includes(change));
    expect(besides.map(([, headline]) => headline)).toEqual([]);
    expect(live.alerts).toEqual([...alerts].sort());
    expect(live.wins).toEqual([...wins].sort());
    expect(live.patterns.sort()).toEqual([...patterns].sort());
    expect(found.standing.map(({ kpi }) => kpi)).toEqual(expect.arrayContaining(standing));
    expect(found.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(found.score.score).toBeGreaterThan(40);
    expect(found.score.score).toBeLessThan(96);
  });

  test('every template has one', () => {
    expect(STORIES.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
  });
});

describe('what a sample shows besides', () => {
  test('Always over budget: two projects are over their budget in at least seven of the last eight months', () => {
    const { found } = reviewed('project-budgets');
    const over = found.kpis
      .filter(({ name }) => name.startsWith('Over budget'))
      .map(({ chart }) => chart.values.slice(-8).filter(value => value !== null && value > 0).length);
    expect(over.filter(months => months >= 7)).toHaveLength(2);
  });

  test('Not one picture: in the pulse survey agreement is under 0.5, the teams are a scale point apart', () => {
    const { found } = reviewed('alignment-pulse');
    const latest = (name: string) => found.kpis.find(kpi => kpi.name === name)!.latest!;
    expect(latest('Agreement')).toBeLessThan(0.5);
    expect(latest('Knows the goal: Office') - latest('Knows the goal: Workshop')).toBeGreaterThan(1);
  });

  test('a fine kitchen cannot buy off weak marketing: the score lies below the mean of its functions', () => {
    const { score } = reviewed('restaurant').found;
    const scores = score.functions.map(one => one.score!);
    expect(Math.min(...scores)).toBe(score.functions.find(({ name }) => name === 'Marketing')!.score);
    expect(score.score!).toBeLessThan(scores.reduce((sum, one) => sum + one, 0) / scores.length);
  });
});

describe('every template', () => {
  test.each(templates)(
    '$name says of each KPI what it is, whose it is, and that its target is an example',
    template => {
      for (const { note, owner, target, low } of template.kpis) {
        expect(note).toMatch(/ Example (target|band)\b/);
        expect(owner).toBeTruthy();
        expect(target ?? low).toBeDefined();
      }
      expect(template.kpis.length).toBeGreaterThanOrEqual(4);
      expect(template.minutes).toBeLessThanOrEqual(20);
      for (const { name } of template.strategy.goals) expect(template.kpis.map(({ goal }) => goal)).toContain(name);
      for (const { name } of template.strategy.functions)
        expect(template.kpis.map(kpi => kpi.function)).toContain(name);
    },
  );

  test.each(templates)('$name has its picture', ({ id }) => {
    expect(existsSync(join(__dirname, `../../docs/images/templates/${id}.png`))).toBe(true);
  });

  test.each(templates)('$name has sample figures that its own inputs allow', template => {
    const inputs = template.sheets.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'periods' ? block.columns.filter(({ sample }) => sample) : [])),
    );
    for (const { sample = [], allow } of inputs) {
      const { from = -Infinity, to = Infinity } = allow!.number!;
      for (const figure of sample.filter(cell => cell !== null)) {
        expect(figure).toBeGreaterThanOrEqual(from);
        expect(figure).toBeLessThanOrEqual(to);
      }
    }
  });
});
