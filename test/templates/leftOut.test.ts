import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../../src/hosts/file/read';
import { newWorkbook } from '../../src/hosts/file/sheets/newWorkbook';
import { applyToFile } from '../../src/hosts/file/write';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { FIRST_KPI, SCORE, WORK } from '../../src/templates/dashboard/dashboardRows';
import { leaveOut } from '../../src/templates/dashboard/leaveOut';
import { solved } from '../../src/templates/formula/calculate';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { keepSamples } from '../../src/templates/upkeep/removeSamples';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { pauseKpi } from '../../src/workbook/track/editKpi';
import { track } from '../../src/workbook/track/track';
import { headless } from '../engine/headless';
import { withoutResults } from '../hosts/file/withoutResults';
import { inLibreOffice } from '../libreOffice';
import { month, workbook } from '../workbook/workbooks';
import { standing, today } from './inTheGrid';
import { savedByLibreOffice } from './savedByLibreOffice';
import { errorsIn, recalculated } from './wholeWorkbook';

const bakery = templates.find(({ id }) => id === 'bakery')!;
/** A shop with its takings of 2024 and 2025: 930 in the last month, of a target of 1,000. */
const shop = (on: number) =>
  workbook(
    {
      Shop: [['Month', 'Takings'], ...Array.from({ length: 24 }, (_, i) => [month(i + 1, 2024), 900 + (i % 5) * 10])],
    },
    on,
  );
/** 10 February 2026. */
const FEBRUARY = 46063;
const own = { kpi: 'Takings', function: 'Sales', target: 1000, values: { sheet: 'Shop', range: 'B2:B25' } };
const steps = (before: Snapshot, ...each: ((now: Snapshot) => Edit[])[]) =>
  each.reduce((now, step) => applyEdits(now, solved(now, step(now))), before);
const sample = (functions: boolean) => (now: Snapshot) => installTemplate(bakery, now, { mode: 'sample', functions });
const tracking = (now: Snapshot) => track(now, own);

/** The score of the dashboard's sheet and what it says of each KPI, by its own formulas, worked out anew. */
function page(snapshot: Snapshot): { score: unknown; says: Map<unknown, string> } {
  const cells = recalculated(snapshot)['Compass Dashboard']!;
  return shown((at: string) => cells[at]?.[0]);
}

function shown(cell: (at: string) => unknown) {
  const rows = Array.from({ length: 24 }, (_, index) => FIRST_KPI + index).filter(
    row => (cell(`A${row}`) ?? '') !== '',
  );
  const says = rows.map(row => [cell(`A${row}`), [cell(`E${row}`) ?? '', cell(`H${row}`)].join(', ')] as const);
  return { score: cell(`B${SCORE}`), says: new Map(says) };
}

describe('the sheet of the dashboard', () => {
  const both = steps(shop(FEBRUARY), sample(false), tracking);

  test('leaves a sample out beside a KPI of the owner’s, as the review does', () => {
    expect(page(steps(shop(FEBRUARY), sample(false))).score).toBeGreaterThan(0);
    const { score, says } = page(both);
    expect(review(both).score.score).toBeCloseTo(93, 6);
    expect(score).toBeCloseTo(93, 6);
    expect(says.get('Takings')).toBe('0.93, steady');
    for (const { name } of bakery.kpis) expect([name, says.get(name)]).toEqual([name, ', sample']);
  });

  test('counts it again once it is the owner’s own', () => {
    const kept = steps(both, keepSamples);
    expect(page(kept).says.get(bakery.kpis[0]!.name)).not.toContain('sample');
  });

  test('leaves a paused KPI out until it is resumed', () => {
    const paused = steps(both, keepSamples, now => pauseKpi(now, 'Takings', now.today));
    expect(page(paused).says.get('Takings')).toBe(', paused');
    expect(page(paused).score).toBeCloseTo(review(paused).score.score!, 6);
    expect(page(paused).score).not.toBeCloseTo(page(steps(both, keepSamples)).score as number, 6);
    const back = steps(paused, now => pauseKpi(now, 'Takings', null));
    expect(page(back)).toEqual(page(steps(both, keepSamples)));
    // From a day that is still to come it counts until then.
    expect(page(steps(back, now => pauseKpi(now, 'Takings', now.today + 1)))).toEqual(page(back));
  });
});

test('its formulas find those columns however often templates come and go', () => {
  const retail = templates.find(({ id }) => id === 'retail')!;
  const before = steps(shop(FEBRUARY), sample(false), tracking);
  const after = steps(
    before,
    now => installTemplate(retail, now, { mode: 'sample', functions: false }),
    now => removeTemplate(now, retail, templates).edits,
  );
  const of = (snapshot: Snapshot) => {
    const view = viewSheet(snapshot, 'Compass Dashboard')!;
    return [WORK.sample, WORK.out].map(column => view.formula(FIRST_KPI - 1, column));
  };
  expect(of(after)).toEqual(of(before));
  expect(page(after)).toEqual(page(before));
});

/** The dashboard as the grid of the web workbook works it out. */
async function inGrid(edits: Edit[], at: Snapshot): Promise<Snapshot> {
  const engine = headless().createEngine(at.sheets.map(({ name, values }) => ({ name, values })));
  try {
    engine.apply(edits);
    await engine.calculated();
    return standing(engine);
  } finally {
    engine.dispose();
  }
}

const onPage = (snapshot: Snapshot) => {
  const view = viewSheet(snapshot, 'Compass Dashboard')!;
  return shown(at => view.cell(Number(at.slice(1)) - 1, at.charCodeAt(0) - 65));
};

/** Installing, tracking and pausing one KPI of the sample's and one of the owner's, on the day of the machine. */
function paused(functions: boolean): { edits: Edit[]; before: Snapshot } {
  const before = shop(today);
  const edits: Edit[] = [];
  const add = (now: Snapshot, step: (now: Snapshot) => Edit[]) => {
    const next = step(now);
    edits.push(...next);
    return applyEdits(now, solved(now, next));
  };
  const visits = { ...own, kpi: 'Visits', target: 900 };
  [
    sample(functions),
    tracking,
    (now: Snapshot) => track(now, visits),
    (now: Snapshot) => pauseKpi(now, 'Visits', today),
  ].reduce(add, before);
  return { edits, before };
}

test('the grid of the page says the same, where cells call the add-in’s functions', async () => {
  const { edits, before } = paused(true);
  const grid = await inGrid(edits, before);
  expect(errorsIn(grid)).toEqual([]);
  const { says } = onPage(grid);
  expect([says.get('Visits'), says.get(bakery.kpis[0]!.name)]).toEqual([', paused', ', sample']);
});

inLibreOffice(
  'LibreOffice says the same',
  async () => {
    const { edits, before } = paused(false);
    const own = before.sheets.flatMap(({ name, values }): Edit[] => [
      { kind: 'add sheet', sheet: name },
      { kind: 'write', sheet: name, row: 0, column: 0, cells: values as never },
    ]);
    const bytes = withoutResults(await applyToFile(newWorkbook(), [...own, ...edits]));
    const saved = savedByLibreOffice(new Map([['left-out.xlsx', bytes]])).get('left-out.xlsx')!;
    const { says } = onPage(await readSnapshot(saved, { today, further: [{ sheet: 'Compass Dashboard' }] }));
    expect([says.get('Visits'), says.get(bakery.kpis[0]!.name)]).toEqual([', paused', ', sample']);
  },
  120_000,
);

describe('a dashboard that version 0.1 made', () => {
  const file = new Uint8Array(readFileSync(join(__dirname, '../fixtures/written/0.1/bakery.xlsx')));
  const old = () => readSnapshot(file, { today: FEBRUARY + 300, further: [{ sheet: 'Compass Dashboard' }] });

  test('leaves out what is paused once it was brought up, and its other formulas stay', async () => {
    const before = await old();
    const after = steps(before, leaveOut, now => pauseKpi(now, review(now).kpis[0]!.name, now.today));
    const name = review(before).kpis[0]!.name;
    expect(page(after).says.get(name)).toBe(', paused');
    expect([...page(steps(before, leaveOut)).says]).toEqual([...page(before).says]);
    expect(leaveOut(after)).toEqual([]);
  });
});
