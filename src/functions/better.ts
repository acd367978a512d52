import type { Parameter } from './definition';

/** Which way a KPI is meant to go: the same parameter everywhere. */
export const better: Parameter = {
  name: 'better',
  type: 'text',
  description: 'which direction is good: higher, lower or in range',
  optional: true,
  default: 'higher',
  choices: ['higher', 'lower', 'in range'],
};

/** The ends of the range that is good. */
export const low: Parameter = {
  name: 'low',
  type: 'number',
  description: 'lower end of the good range, where in range is better',
  optional: true,
  takes: 'one',
};

export const high: Parameter = {
  name: 'high',
  type: 'number',
  description: 'upper end of the good range',
  optional: true,
  takes: 'one',
};
