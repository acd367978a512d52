import type { Parameter } from './definition';

/** Which way a KPI is meant to go: the same parameter everywhere. */
export const better: Parameter = {
  name: 'better',
  type: 'text',
  description: 'which way is good: higher, lower or in range',
  optional: true,
  default: 'higher',
  choices: ['higher', 'lower', 'in range'],
};
