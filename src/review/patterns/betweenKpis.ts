import type { KpiPattern } from './pattern';

/**
 * The patterns between KPIs. Churn is listed wherever the method says retention: it is the same thing, told the other way round.
 *
 * @source method.md section 4
 */
export const KPI_PATTERNS: KpiPattern[] = [
  {
    kind: 'kpis',
    name: 'Winning the sale, losing the customer',
    cause: { moved: 'up', measures: ['conversion', 'deals'] },
    harm: { moved: 'worse', measures: ['retention', 'churn', 'satisfaction', 'returns'] },
    explanation:
      'Conversion or deals are up; retention, satisfaction or returns are worse (churn is the opposite of retention). ' +
      'More customers are won, and more of them are disappointed.',
    matters: 'Winning customers costs money. It is lost again when they leave disappointed, and they tell others.',
    passage: 'a pattern of aggressive sales tactics followed by poor customer retention, a self-defeating cycle',
    question: 'What do we promise in the sale that we do not keep afterwards?',
  },
  {
    kind: 'kpis',
    name: 'Traffic without readiness',
    cause: { moved: 'up', measures: ['marketing spend', 'leads'] },
    harm: { moved: 'worse', measures: ['site conversion', 'fulfilment time', 'stock-outs'] },
    explanation:
      'Marketing spend or leads are up; the site converts fewer visitors, orders take longer, or shelves are empty. ' +
      'Money brings people in faster than the business can serve them.',
    matters:
      'Advertising that the business can’t serve is paid for twice: once for the visit, once for the disappointed visitor.',
    passage:
      'investing heavily in online advertising without ensuring their website can handle the increased traffic or process orders efficiently',
    question: 'Do we slow the advertising down until we can serve what it brings, or make room for it first?',
  },
  {
    kind: 'kpis',
    name: 'More leads, worse leads',
    cause: { moved: 'up', measures: ['leads'] },
    harm: { moved: 'down', measures: ['lead quality'] },
    explanation: 'There are more leads, and a smaller share of them is worth following up.',
    matters: 'More leads look like success, but someone has to sort them, and poor ones keep sales from the good ones.',
    passage: 'Marketing focuses on campaigns, sales chases leads',
    question: 'Which campaign brings the leads that never become customers, and who would notice if it stopped?',
  },
  {
    kind: 'kpis',
    name: 'Praised but stale',
    cause: { moved: 'up', measures: ['satisfaction', 'reputation'] },
    harm: { moved: 'worse', measures: ['waste', 'stock turns', 'deals', 'revenue'] },
    explanation:
      'Satisfaction or reputation is up; waste, stock turns, deals or revenue are worse. ' +
      'People like the business more and buy less from it.',
    matters:
      'Praise does not pay the bills. If people like the business but buy less, the offer and the demand no longer match.',
    passage:
      'Their social media sings praises of artisanal breads, but their shelves are stocked with day-old pastries',
    question: 'They love what we make: why is it still on the shelf?',
  },
  {
    kind: 'kpis',
    name: 'Automated in the wrong direction',
    cause: { moved: 'up', measures: ['output'] },
    harm: { moved: 'down', measures: ['forecast accuracy', 'stock turns'] },
    explanation:
      'Output is up, while forecasts are less accurate or stock turns over more slowly: more is made than is needed, and faster.',
    matters: 'Making more of what is not needed ties up money in stock, and does it faster with every machine.',
    passage: 'automating its production line without aligning its sales forecasts and inventory management',
    question: 'Who tells production what will be sold, and when did they last talk?',
  },
  {
    kind: 'kpis',
    name: 'Building past the market',
    cause: { moved: 'up', measures: ['product spend'] },
    harm: { moved: 'down', measures: ['conversion'] },
    explanation: 'More is spent on the product, and the product that customers can buy today sells less well.',
    matters: 'New features earn nothing until they sell. Meanwhile the product that pays for them sells less.',
    passage: 'development sprints ahead with new features, while sales struggles to sell the existing product version',
    question: 'Which of the things we are building did a customer ask for?',
  },
];
