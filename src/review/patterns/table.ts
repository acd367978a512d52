import type { Measure } from '../../workbook/sheets/measures';

/** What the essay saw and the question it leads to; `name` as the method and docs/drift.md spell it. */
export interface Pattern {
  name: string;
  /** The essay's own words. */
  passage: string;
  question: string;
}

/** One side of a pattern: KPIs with one of these measures, one of which at least moved that way. */
export interface Side {
  /** Up and down are those of the figure itself, worse is against what is better for the KPI. */
  moved: 'up' | 'down' | 'worse';
  measures: Measure[];
}

/** A pattern between KPIs: what moved, and what went wrong meanwhile. */
export interface CrossPattern extends Pattern {
  cause: Side;
  harm: Side;
}

/**
 * The patterns between KPIs. Churn stands wherever the method says retention: it is the same thing, told the other way round.
 *
 * @source method.md section 4
 */
export const CROSS_PATTERNS: CrossPattern[] = [
  {
    name: 'Winning the sale, losing the customer',
    cause: { moved: 'up', measures: ['conversion', 'deals'] },
    harm: { moved: 'worse', measures: ['retention', 'churn', 'satisfaction', 'returns'] },
    passage: 'a pattern of aggressive sales tactics followed by poor customer retention, a self-defeating cycle',
    question: 'What do we promise in the sale that we do not keep afterwards?',
  },
  {
    name: 'Traffic without readiness',
    cause: { moved: 'up', measures: ['marketing spend', 'leads'] },
    harm: { moved: 'worse', measures: ['site conversion', 'fulfilment time', 'stock-outs'] },
    passage:
      'investing heavily in online advertising without ensuring their website can handle the increased traffic or process orders efficiently',
    question: 'Do we slow the advertising down until we can serve what it brings, or make room for it first?',
  },
  {
    name: 'More leads, worse leads',
    cause: { moved: 'up', measures: ['leads'] },
    harm: { moved: 'down', measures: ['lead quality'] },
    passage: 'Marketing focuses on campaigns, sales chases leads',
    question: 'Which campaign brings the leads that never become customers, and who would notice if it stopped?',
  },
  {
    name: 'Praised but stale',
    cause: { moved: 'up', measures: ['satisfaction', 'reputation'] },
    harm: { moved: 'worse', measures: ['waste', 'stock turns', 'deals', 'revenue'] },
    passage:
      'Their social media sings praises of artisanal breads, but their shelves are stocked with day-old pastries',
    question: 'They love what we make: why is it still on the shelf?',
  },
  {
    name: 'Automated in the wrong direction',
    cause: { moved: 'up', measures: ['output'] },
    harm: { moved: 'down', measures: ['forecast accuracy', 'stock turns'] },
    passage: 'automating its production line without aligning its sales forecasts and inventory management',
    question: 'Who tells production what will be sold, and when did they last talk?',
  },
  {
    name: 'Building past the market',
    cause: { moved: 'up', measures: ['product spend'] },
    harm: { moved: 'down', measures: ['conversion'] },
    passage: 'development sprints ahead with new features, while sales struggles to sell the existing product version',
    question: 'Which of the things we are building did a customer ask for?',
  },
];

export const SILOS: Pattern = {
  name: 'Silos',
  passage: 'departmental momentum pulls the business in divergent directions',
  question: 'What does one side do that makes the other’s work harder, and what would they do if they shared one goal?',
};

/** Plain conditions of the plan. */
export const OVER_BUDGET: Pattern = {
  name: 'Always over budget',
  passage: 'projects that consistently run over budget',
  question: 'Are our budgets wishes, or does something in how we work make every project dearer?',
};

export const MONEY: Pattern = {
  name: 'Money where the strategy is not',
  passage: 'misdirected investments and wasted resources',
  question: 'Do we move the money, or say openly that the strategy is another one?',
};

export const UNMEASURED: Pattern = {
  name: 'A plan nobody measures',
  passage: 'Ensure everyone is working towards common, measurable objectives',
  question: 'How would we notice in three months that this part of the plan fails?',
};

export const NO_RHYTHM: Pattern = {
  name: 'No rhythm',
  passage: 'Regular strategic review cadences are essential for course correction',
  question: 'Which day of the month is the review, and who calls it?',
};

export const ONE_PICTURE: Pattern = {
  name: 'Not one picture',
  passage:
    'teams working in silos, or a general feeling that efforts are scattered and not contributing to a unified goal',
  question: 'Ask three people what comes first this quarter: do they say the same?',
};

/** Every pattern of the method, in its order. */
export const PATTERNS: Pattern[] = [...CROSS_PATTERNS, SILOS, OVER_BUDGET, MONEY, UNMEASURED, NO_RHYTHM, ONE_PICTURE];
