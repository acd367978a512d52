import type { Engine } from '../../src/hosts/univer/headless';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { readRegister } from '../../src/workbook/register/readRegister';
import { track } from '../../src/workbook/track/track';
import { bakeryLookalike } from '../fixtures/bakeryLookalike';
import { headless } from './headless';

jest.setTimeout(60_000);

const { createEngine, workbookFromEdits } = headless();
// Monday 23 November 2026.
const about = { today: 46_349, locale: 'en', further: [] };

let engine: Engine;
afterEach(() => engine.dispose());

describe('what a review is given of the grid', () => {
  it('is the Compass sheets and the edges of their sources; a till of 21,000 lines is named and not touched', () => {
    const bakery = bakeryLookalike();
    engine = createEngine(bakery.sheets);
    const weekly = { sheet: 'Weekly', range: 'B4:B26' };
    const further = [{ sheet: 'Weekly', range: 'A1:I86' }];
    const request = {
      kpi: 'Tickets',
      values: weekly,
      function: 'Sales',
      goal: '',
      better: 'higher' as const,
      target: 420,
    };
    engine.apply(track(engine.snapshot({ ...about, further }), request));

    const snapshot = engine.snapshot(about);
    expect(snapshot.sheets.filter(({ name }) => name === 'Till')).toEqual([{ name: 'Till', values: [] }]);
    const cells = snapshot.sheets.reduce((sum, { values }) => sum + values.flat().length, 0);
    expect(cells).toBeLessThan(1500);
    const { kpis, problems } = readRegister(snapshot);
    expect(problems).toEqual([]);
    expect(kpis[0]!.values).toEqual(bakery.sheets[0]!.values.slice(3, 26).map(row => row[1]));
  });

  it('of the sample workbook is eight KPIs of two years, without a problem', () => {
    const sample = templates.find(({ id }) => id === 'bakery')!;
    const edits = installTemplate(sample, { ...about, sheets: [] }, { mode: 'sample' });
    engine = createEngine(workbookFromEdits(edits, 'Sample'));
    const { kpis, problems, periods } = readRegister(engine.snapshot(about));
    expect(problems).toEqual([]);
    expect(kpis).toHaveLength(8);
    expect(periods).toHaveLength(24);
    expect(new Set(kpis.map(kpi => kpi.function)).size).toBe(4);
  });
});
