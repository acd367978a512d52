/** A decision in a sample: on the alert of a KPI, or on a pattern by its name. */
export interface SampleDecision {
  about: string;
  decision: 'act' | 'watch' | 'dismiss';
  /** With *act*: what, who, and the days until it is due. */
  action?: string;
  owner?: string;
  within?: number;
  /** So many days after the decision it was done. */
  doneAfter?: number;
  note?: string;
}

/** A firm to look around in: a template's sample figures, and what its people have decided about them. */
export interface SampleFirm {
  /** The name by which it is asked for. */
  id: string;
  name: string;
  template: string;
  /** What happens in it, in a sentence or two. */
  summary: string;
  /** Who leads its reviews. */
  by: string;
  /** What was decided in the review a month ago. */
  before: SampleDecision[];
  /** What has been decided in the review that is half done. */
  now: SampleDecision[];
}

/** Firms of five trades, all invented. */
export const FIRMS: readonly SampleFirm[] = [
  {
    id: 'bakery',
    name: 'Sample bakery',
    template: 'bakery',
    summary: 'Reviews praise the bread while ever more of it is thrown away. What was to be done about it is overdue.',
    by: 'Maria',
    before: [
      {
        about: 'Waste rate',
        decision: 'act',
        action: 'Bake the afternoon’s rolls to order',
        owner: 'Operations lead',
        within: 14,
      },
    ],
    now: [
      {
        about: 'Praised but stale',
        decision: 'watch',
        note: 'The praise is for the new bread, the waste is of the old.',
      },
    ],
  },
  {
    id: 'subscription',
    name: 'Sample subscription firm',
    template: 'subscription',
    summary:
      'More people subscribe, and more of them leave within three months. A first action is done; whether it helped is not yet clear.',
    by: 'Tom',
    before: [
      {
        about: 'Churn',
        decision: 'act',
        action: 'Call everybody who cancels in the third month',
        owner: 'Service lead',
        within: 21,
        doneAfter: 20,
      },
      { about: 'Net revenue retention', decision: 'watch', note: 'It follows churn.' },
    ],
    now: [
      {
        about: 'Cohort after three months',
        decision: 'act',
        action: 'Offer a smaller plan before the third invoice',
        owner: 'Service lead',
        within: 28,
      },
    ],
  },
  {
    id: 'agency',
    name: 'Sample agency',
    template: 'agency',
    summary:
      'Clients ask for work that the agency does not offer, and fewer proposals are won. A partner is being looked for.',
    by: 'Ines',
    before: [
      {
        about: 'Asked for, not offered',
        decision: 'act',
        action: 'Find a partner for motion design',
        owner: 'Sales lead',
        within: 45,
      },
    ],
    now: [{ about: 'Proposals won', decision: 'watch', note: 'Two large tenders are still open.' }],
  },
  {
    id: 'workshop',
    name: 'Sample workshop',
    template: 'workshop',
    summary:
      'A new machine makes more pieces than anybody ordered: stock grows, and forecasts miss. Planning from orders is overdue.',
    by: 'Jakob',
    before: [
      {
        about: 'Forecast accuracy',
        decision: 'act',
        action: 'Plan each week from the orders, not from the capacity',
        owner: 'Operations lead',
        within: 14,
      },
    ],
    now: [
      {
        about: 'Automated in the wrong direction',
        decision: 'act',
        action: 'No night shift on the new machine until stock is below two months',
        owner: 'Operations lead',
        within: 28,
      },
    ],
  },
  {
    id: 'multi-site',
    name: 'Sample firm with three sites',
    template: 'multi-site',
    summary:
      'One of three sites lets its standards slip and throws more away. Help from another site came as agreed; the waste nobody has spoken of yet.',
    by: 'Noor',
    before: [
      {
        about: 'Standards: Riverside',
        decision: 'act',
        action: 'Two weeks with the shift leader of Station',
        owner: 'Manager Riverside',
        within: 21,
        doneAfter: 19,
      },
    ],
    now: [],
  },
];
