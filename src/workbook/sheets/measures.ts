/** What a KPI can be: the closed list of *Measure*, in which the patterns across functions look for it. */
export const MEASURES = [
  'leads',
  'lead quality',
  'conversion',
  'deals',
  'revenue',
  'order value',
  'retention',
  'churn',
  'satisfaction',
  'reputation',
  'returns',
  'fulfilment time',
  'stock-outs',
  'waste',
  'stock turns',
  'output',
  'forecast accuracy',
  'marketing spend',
  'product spend',
  'budget variance',
  'site conversion',
  'agreement',
  'other',
] as const;

export type Measure = (typeof MEASURES)[number];

export const BETTER = ['higher', 'lower', 'in range'] as const;
export const COMBINE = ['sum', 'mean', 'last'] as const;
export const GAPS = ['zero', 'unknown'] as const;
