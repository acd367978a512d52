import type { Cell, Grid } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import type { Parameter } from '../../src/functions/definition';
import { evaluate } from '../../src/functions/evaluate';
import { isOfCells } from './given';

/** More rows than a call can have arguments: a range that is spread over them overflows the stack. */
const ROWS = 150_000;

/** Nobody has so many periods, nor a funnel of so many steps: these take quadratic time, or overflow a cell. */
const SHORT = ['DRIFT_SIGNAL', 'DRIFT_BREAKS', 'PERIODS_TO_TARGET', 'SYNERGY'];

/** A column of ones to fives, of days of 2026, or the one cell that a parameter wants. */
function given({ name, optional, takes, type, partOf, to = 5 }: Parameter): Cell | Grid | undefined {
  // A business has few functions, however many KPIs.
  if (optional && name !== 'functions') return undefined;
  if (takes === 'one') return 5;
  return Array.from({ length: ROWS }, (_, i) => {
    if (name === 'periods' && type === 'any') return [46_023 + i];
    return [type === 'date' ? 46_023 + (i % 360) : partOf ? 0.1 : Math.min(1 + (i % 5), to)];
  });
}

const long = functions.filter(definition => !SHORT.includes(definition.name) && isOfCells(definition));

test.each(long.map(({ name, parameters }) => [name, parameters] as const))(
  '%s takes a ledger whole',
  (name, parameters) => {
    const result = evaluate(name, parameters.map(given));
    expect(JSON.stringify(Array.isArray(result) ? result.slice(0, 5) : result)).toMatch(/[\d"]/);
  },
);
