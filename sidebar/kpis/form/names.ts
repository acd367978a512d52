import type { Register } from '../../../src/workbook/register';

/** What a workbook has that a KPI may name. */
export interface Names {
  functions: string[];
  goals: string[];
  /** Other KPIs. */
  kpis: string[];
}

/**
 * Reads them.
 *
 * @param register  null where there is none yet
 * @param self      the KPI in question, which can't be out of itself
 */
export function namesToOffer(register: Register | null, self = ''): Names {
  const { functions = [], goals = [] } = register?.strategy ?? {};
  return {
    functions: functions.map(({ name }) => name),
    goals: goals.map(({ name }) => name),
    kpis: (register?.kpis ?? []).flatMap(({ name }) => (name === self ? [] : [name])),
  };
}
