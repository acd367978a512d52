/**
 * The bare arithmetic of each function as a loop: what it would cost without names, blanks, errors and messages. Written as
 * text, so that the same words can be compiled once over grids of cells and once over Float64Arrays. `cell` is the result
 * of one row; `start`, `row`, `again` (a second pass, into `gap`), `end` and `result` make one figure, or rows of figures, of
 * all `rows`. Parameters go by their names, needed ones and those in `also`.
 */
export const LOOPS = {
  LEAD_QUALITY_RATIO: { cell: 'opportunities / leads' },
  CUSTOMER_ACQUISITION_COST: { cell: 'spend / new_customers' },
  LTV_CAC_RATIO: { cell: 'lifetime_value / acquisition_cost' },
  CAC_PAYBACK: { cell: 'acquisition_cost / (revenue_per_period * gross_margin)' },
  SALES_CONVERSION_RATE: { cell: 'won / opportunities' },
  INVENTORY_TURNOVER: { cell: 'cost_of_goods / ((opening_stock + closing_stock) / 2)' },
  STOCKOUT_RATE: { cell: 'days_out / days_open' },
  WASTE_RATE: { cell: 'discarded / produced' },
  CAPACITY_UTILIZATION: { cell: 'used / available' },
  CHURN_RATE: { cell: 'lost / at_start' },
  RETENTION_RATE: { cell: '(at_end - gained) / at_start' },
  CUSTOMER_LIFETIME_VALUE: { cell: '(revenue_per_period * gross_margin) / churn' },
  REVENUE_CHURN_RATE: { cell: '(churned + contraction) / at_start' },
  NET_REVENUE_RETENTION: { cell: '(at_start + expansion - contraction - churned) / at_start' },
  GROSS_REVENUE_RETENTION: { cell: '(at_start - contraction - churned) / at_start' },
  COST_PERFORMANCE_INDEX: { cell: 'earned_value / actual_cost' },
  SCHEDULE_PERFORMANCE_INDEX: { cell: 'earned_value / planned_value' },
  BUDGET_VARIANCE: { cell: '(actual - budget) / budget' },
  GROSS_MARGIN: { cell: '(revenue - cost_of_goods) / revenue' },
  REVENUE_PER_EMPLOYEE: { cell: 'revenue / employees' },
  CASH_RUNWAY: { cell: 'Math.max(0, cash / net_burn)' },
  CURRENT_RATIO: { cell: 'current_assets / current_liabilities' },
  QUICK_RATIO: { cell: '(current_assets - inventory) / current_liabilities' },
  WORKING_CAPITAL_RATIO: { cell: '(current_assets - current_liabilities) / revenue' },
  DEBT_TO_EQUITY: { cell: 'debt / equity' },
  INTEREST_COVER: { cell: 'operating_profit / interest' },
  OPERATING_MARGIN: { cell: 'operating_profit / revenue' },
  NET_MARGIN: { cell: 'net_profit / revenue' },
  EBITDA_MARGIN: { cell: '(operating_profit + depreciation_and_amortization) / revenue' },
  RETURN_ON_ASSETS: { cell: 'net_profit / ((opening_assets + closing_assets) / 2)' },
  RETURN_ON_EQUITY: { cell: 'net_profit / ((opening_equity + closing_equity) / 2)' },
  RETURN_ON_CAPITAL_EMPLOYED: { cell: 'operating_profit / (total_assets - current_liabilities)' },
  BREAK_EVEN_REVENUE: { cell: 'fixed_costs / ((revenue - variable_costs) / revenue)' },
  MARGIN_OF_SAFETY: { cell: '(revenue - break_even) / revenue' },
  DAYS_SALES_OUTSTANDING: { cell: '(receivables / revenue) * 365' },
  DAYS_PAYABLE_OUTSTANDING: { cell: '(payables / cost_of_goods) * 365' },
  DAYS_INVENTORY_OUTSTANDING: { cell: '(inventory / cost_of_goods) * 365' },
  CASH_CONVERSION_CYCLE: { cell: 'dso + dio - dpo' },
  COMPOUND_GROWTH_RATE: { cell: '(last / first) ** (1 / periods) - 1' },
  RULE_OF_40: { cell: '100 * (growth + margin)' },
  BURN_MULTIPLE: { cell: 'net_burn / net_new_recurring_revenue' },
  KPI_ATTAINMENT: { cell: 'Math.min(1, Math.max(0, actual / target))' },

  CSAT: { start: 'let satisfied = 0', row: 'if (responses >= 4) satisfied += 1', result: 'satisfied / rows' },
  FAVORABLE_SHARE: { start: 'let agree = 0', row: 'if (responses >= 4) agree += 1', result: 'agree / rows' },
  NPS: {
    start: 'let points = 0',
    row: 'if (responses >= 9) points += 1; else if (responses <= 6) points -= 1',
    result: '(100 * points) / rows',
  },
  CUSTOMER_EFFORT_SCORE: { start: 'let sum = 0', row: 'sum += responses', result: 'sum / rows' },
  AGREEMENT_INDEX: {
    start: 'let sum = 0, squares = 0',
    row: 'sum += responses; squares += responses * responses',
    result: 'Math.max(0, 1 - (squares - (sum * sum) / rows) / (rows - 1) / 2)',
  },
  FORECAST_ACCURACY: {
    start: 'let missed = 0, came = 0',
    row: 'missed += Math.abs(forecast - actual); came += Math.abs(actual)',
    result: '1 - missed / came',
  },
  FORECAST_BIAS: {
    start: 'let over = 0, came = 0',
    row: 'over += forecast - actual; came += actual',
    result: 'over / came',
  },
  ORDER_FULFILLMENT_TIME: {
    start: 'const days = new Float64Array(rows)',
    row: 'days[i] = fulfilled - ordered',
    end: 'days.sort()',
    result: '(days[(rows - 1) >> 1] + days[rows >> 1]) / 2',
  },
  ON_TIME_IN_FULL: {
    start: 'let kept = 0',
    row: 'if (delivered <= promised && delivered_quantity >= ordered_quantity) kept += 1',
    result: 'kept / rows',
  },
  REPEAT_PURCHASE_RATE: {
    also: ['dates_or_orders'],
    start: 'const first = new Map(), again = new Set()',
    row: `const before = first.get(customer_ids);
      if (before === undefined) first.set(customer_ids, dates_or_orders);
      else if (before !== dates_or_orders) again.add(customer_ids)`,
    result: 'again.size / first.size',
  },
  COHORT_RETENTION: {
    start: 'const first = new Map(), months = new Uint8Array(rows), ids = new Float64Array(rows)',
    row: `const month = monthOf[dates - 46023], before = first.get(customer_ids);
      if (before === undefined || month < before) first.set(customer_ids, month);
      months[i] = month; ids[i] = customer_ids`,
    end: `const sizes = new Array(12).fill(0), active = sizes.map((_, start) => new Array(12 - start).fill(0)), seen = new Set();
      for (const start of first.values()) sizes[start] += 1;
      for (let i = 0; i < rows; i++) {
        const visit = ids[i] * 12 + months[i];
        if (seen.has(visit)) continue;
        seen.add(visit);
        const start = first.get(ids[i]);
        active[start][months[i] - start] += 1;
      }`,
    result:
      'active.flatMap((counts, start) => sizes[start] ? [[sizes[start], ...counts.map(n => n / sizes[start])]] : [])',
  },
  ALIGNMENT_SCORE: {
    also: ['functions'],
    start: 'const sums = [0, 0, 0, 0], counts = [0, 0, 0, 0]',
    row: 'sums[functions - 1] += Math.min(1, Math.max(0, actuals / targets)); counts[functions - 1] += 1',
    result: '100 * sums.reduce((product, sum, f) => product * (sum / counts[f]), 1) ** 0.25',
  },
  ALIGNMENT_BREAKDOWN: {
    also: ['functions'],
    start: 'const sums = [0, 0, 0, 0], counts = [0, 0, 0, 0], order = []',
    row: `if (counts[functions - 1] === 0) order.push(functions - 1);
      sums[functions - 1] += Math.min(1, Math.max(0, actuals / targets)); counts[functions - 1] += 1`,
    end: `const scores = order.map(f => (100 * sums[f]) / counts[f]), logs = scores.map(score => Math.log(score / 100));
      const log = logs.reduce((sum, each) => sum + each), lost = 100 - 100 * Math.exp(log / 4)`,
    result: 'scores.map((score, f) => [score, (lost * logs[f]) / log])',
  },
  STRATEGIC_COHERENCE: {
    start: 'let together = 0, moved = 0',
    row: 'together += momenta; moved += Math.abs(momenta)',
    result: 'together / moved',
  },
  ALLOCATION_GAP: {
    start: 'let spent = 0, weighed = 0',
    row: 'spent += spend; weighed += weights',
    again: 'gap += Math.abs(spend / spent - weights / weighed)',
    result: 'gap / 2',
  },
  GROWTH_RATE: {
    start: 'const out = []; let before = NaN',
    row: 'out.push([i > 0 ? (values - before) / before : ""]); before = values',
    result: 'out',
  },
  PRICE_VOLUME_VARIANCE: {
    start: 'let price = 0, sold = 0, soldAfter = 0, revenue = 0, change = 0',
    row: `price += (prices_after - prices_before) * quantities_after; sold += quantities_before; soldAfter += quantities_after;
      revenue += prices_before * quantities_before; change += prices_after * quantities_after - prices_before * quantities_before`,
    end: 'const volume = ((soldAfter - sold) * revenue) / sold',
    result: '[[price, volume, change - price - volume]]',
  },
  CONCENTRATION: {
    start: 'const sorted = new Float64Array(rows)',
    row: 'sorted[i] = amounts',
    end: `sorted.sort(); let total = 0, squares = 0;
      for (let i = 0; i < rows; i++) total += sorted[i];
      for (let i = 0; i < rows; i++) squares += (sorted[i] / total) ** 2`,
    result: '[[sorted[rows - 1] / total, squares]]',
  },
  DRIFT_LIMITS: {
    start: 'let sum = 0, moved = 0, before = 0',
    row: 'sum += values; if (i > 0) moved += Math.abs(values - before); before = values',
    end: 'const centre = sum / rows, width = (2.66 * moved) / (rows - 1)',
    result: '[[centre, centre - width, centre + width]]',
  },
};
