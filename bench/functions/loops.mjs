/**
 * The bare arithmetic of each function as a loop, the measure of what a function could cost at most and at least: written
 * as text, so that the same words can be compiled once over grids of cells and once over Float64Arrays. `cell` is the
 * result of one row; `start`, `row` and `result` make one figure of all `rows`. Parameters go by their names.
 */
export const LOOPS = {
  LEAD_QUALITY_RATIO: { cell: 'opportunities / leads' },
  SALES_CONVERSION_RATE: { cell: 'won / opportunities' },
  CHURN_RATE: { cell: 'lost / at_start' },
  RETENTION_RATE: { cell: '(at_end - gained) / at_start' },
  CUSTOMER_LIFETIME_VALUE: { cell: '(revenue_per_period * gross_margin) / churn' },
  BUDGET_VARIANCE: { cell: '(actual - budget) / budget' },
  KPI_ATTAINMENT: { cell: 'Math.min(1, Math.max(0, actual / target))' },
  CSAT: { start: 'let satisfied = 0', row: 'if (responses >= 4) satisfied += 1', result: 'satisfied / rows' },
  NPS: {
    start: 'let points = 0',
    row: 'if (responses >= 9) points += 1; else if (responses <= 6) points -= 1',
    result: '(100 * points) / rows',
  },
  ORDER_FULFILLMENT_TIME: {
    start: 'const days = new Float64Array(rows)',
    row: 'days[i] = fulfilled - ordered',
    result: 'days.sort() && (days[(rows - 1) >> 1] + days[rows >> 1]) / 2',
  },
  ALIGNMENT_SCORE: {
    start: 'let logs = 0',
    row: 'logs += Math.log(Math.max(0.01, Math.min(1, Math.max(0, actuals / targets))))',
    result: '100 * Math.exp(logs / rows)',
  },
};

/**
 * Compiles a loop over cells (rows of one cell, as a sheet passes a column) and over Float64Arrays.
 *
 * @param {{ cell?: string, start?: string, row?: string, result?: string }} loop
 * @param {string[]} names  the parameters, in the order of their columns
 * @returns {{ cells: Function, numbers: Function }}  each takes the columns and gives a column or a figure
 */
export function compile({ cell, start = '', row, result }, names) {
  const over = (read, out, write) => {
    const values = names.map(name => `const ${name} = columns.${name}${read};`).join(' ');
    const body = cell
      ? `const out = ${out}; for (let i = 0; i < rows; i++) { ${values} out[i] = ${write(cell)}; } return out;`
      : `${start}; for (let i = 0; i < rows; i++) { ${values} ${row} } return ${result};`;
    return new Function('columns', `const rows = columns.${names[0]}.length; ${body}`);
  };
  return {
    cells: over('[i][0]', 'new Array(rows)', value => `[${value}]`),
    numbers: over('[i]', 'new Float64Array(rows)', value => value),
  };
}
