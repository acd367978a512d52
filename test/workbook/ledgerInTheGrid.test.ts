import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { track } from '../../src/workbook/track/track';
import { headless } from '../engine/headless';
import { differences, today } from '../templates/inTheGrid';
import { contents, unsolved } from '../templates/wholeWorkbook';
import { week, workbook } from './workbooks';

/** Seven weeks of a till, two lines a day, every fifth amount missing. */
const lines = Array.from({ length: 98 }, (_, line): Cell[] => [
  week(0) + Math.floor(line / 2),
  line % 5 === 4 ? null : (line * 7) % 11,
]);
const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, today);

test.each(['sum', 'mean', 'last'] as const)(
  'a ledger that is added up by week, as its %s, comes in the grid to what was written with the formulas',
  async combine => {
    const engine = headless().createEngine(till.sheets);
    try {
      const edits = track(till, { kpi: 'Amount', combine, values: { sheet: 'Till', range: 'B:B' } });
      engine.apply(unsolved(edits));
      await engine.calculated();
      const known = contents(applyEdits(till, edits));
      const weeks = Object.values(known['Compass Data']!).filter(([, formula]) => formula !== null);
      expect(weeks).toHaveLength(7);
      const further = [{ sheet: 'Till' }];
      expect(differences(known, contents(engine.snapshot({ today, locale: 'en-GB', further })))).toEqual([]);
    } finally {
      engine.dispose();
    }
  },
);
