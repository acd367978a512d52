/** Mistakes in `src/review` that make no difference to anybody who calls the code. */

/** @type {import('./equivalents.mjs').Equivalent[]} */
export const SAME_IN_REVIEW = [
  {
    file: 'src/review/alerts/stakes.ts',
    line: 'if (change.over || !kpi.worth || whole === null) return null;',
    from: 'change.over || !kpi.worth || whole === null',
    to: 'change.over || !kpi.worth && whole === null',
    why: 'without a worth, or without a whole, the amount is 0, which is none either',
  },
  {
    file: 'src/review/alerts/alert.ts',
    line: 'priority: 0,',
    from: '0',
    to: '(0 + 1)',
    why: 'the order of all alerts sets it',
  },
  {
    file: 'src/review/patterns/patternAlerts.ts',
    line: 'priority: 0,',
    from: '0',
    to: '(0 + 1)',
    why: 'the order of all alerts sets it',
  },
  {
    file: 'src/review/patterns/cross.ts',
    line: "if (moved === 'up' ? (raw ?? 0) > MOVED : ((moved === 'down' ? raw : adjusted) ?? 0) < -MOVED) return true;",
    from: 'raw ?? 0',
    to: 'raw',
    why: 'nothing is no more than 2 either',
  },
  {
    file: 'src/review/patterns/cross.ts',
    line: "if (moved === 'up' ? (raw ?? 0) > MOVED : ((moved === 'down' ? raw : adjusted) ?? 0) < -MOVED) return true;",
    from: "(moved === 'down' ? raw : adjusted) ?? 0",
    to: "(moved === 'down' ? raw : adjusted)",
    why: 'nothing is no less than −2 either',
  },
  {
    file: 'src/review/kpi/assurance.ts',
    line: 'const from = regimes.filter(regime => regime.from <= period).pop()?.from ?? 0;',
    from: 'regimes.filter(regime => regime.from <= period).pop()?.from ?? 0',
    to: 'regimes.filter(regime => regime.from <= period).pop()?.from',
    why: 'where there is no regime there are too few figures, whatever they are',
  },
  {
    file: 'src/review/kpi/outlook.ts',
    line: "if (better === 'in range' || target === null || kpi.targets || last < 0 || isStale(judged, last, newest)) return '';",
    from: 'last < 0',
    to: 'last <= 0',
    why: 'one figure has no trend',
  },
  {
    file: 'src/review/alerts/experiment.ts',
    line: 'if (until === null) return false;',
    from: 'if (until === null) return false;',
    to: '',
    why: 'no period begins before no day',
  },
  {
    file: 'src/review/decisions/decisions.ts',
    line: 'const first = logged.sort((one, other) => (one.entry.date ?? 0) - (other.entry.date ?? 0))[0];',
    from: '0',
    to: '(0 + 1)',
    why: 'no row has a day as early as either',
  },
  {
    file: 'src/review/decisions/logRows.ts',
    line: 'if (missing.length > 0) {',
    from: '0',
    to: '(0 + 1)',
    why: 'a new sheet takes more than one edit',
  },
  {
    file: 'src/review/kpi/kpiReview.ts',
    line: 'const newest = periods.length - 1;',
    from: 'periods.length - 1',
    to: 'periods.length + 1',
    why: 'figures end with the periods, and without figures there is no momentum',
  },
];
