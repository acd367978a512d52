import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { emptyCompassSheets, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { editKpi, pauseKpi, stopKpi } from '../../src/workbook/track/editKpi';
import { hasTargets, writeTargetFigures } from '../../src/workbook/track/targets';
import { addKpiColumns, dropKpiColumns, newStrategyRows, writeCadence } from '../../src/workbook/track/writeKpi';
import { month, problemsOf, rowsOf, tracked, typed, workbook } from './workbooks';

// What a change of a KPI does to the Compass sheets, cell by cell. Read on 1 June 2026: May is the newest closed month.

const shop = tracked(
  workbook({
    S: [['Month', 'Sales', 'Visits'], ...[1, 2, 3, 4, 5].map((n): Cell[] => [month(n), 10 * n, 100])],
  }),
  { kpi: 'Sales', function: 'Shop', goal: 'Grow', target: 40, note: 'till', values: { sheet: 'S', range: 'B2:B6' } },
  {
    kpi: 'Visits',
    function: 'Shop',
    goal: 'Grow',
    outOf: '',
    values: { sheet: 'S', range: 'C2:C6' },
    periods: { sheet: 'S', range: 'A2:A6' },
  },
);
const kpi = (snapshot: Snapshot, name: string) => readRegister(snapshot).kpis.find(one => one.name === name);
const changed = (snapshot: Snapshot, ...args: [string, Parameters<typeof editKpi>[2]]) =>
  applyEdits(snapshot, editKpi(snapshot, ...args));
const headers = (snapshot: Snapshot) => rowsOf(snapshot, 'Compass KPIs')[0]!;

describe('a change of one field', () => {
  test('writes that cell and no other, trimmed; what is the same is not written', () => {
    const edits = editKpi(shop, ' sales ', { owner: ' Ada ' });
    expect(edits).toEqual([
      {
        kind: 'write',
        sheet: 'Compass KPIs',
        row: 1,
        column: headers(shop).indexOf('Owner'),
        cells: [['Ada']],
        expected: [[null]],
      },
    ]);
    expect(editKpi(shop, 'Sales', { target: 40, note: 'till', kpi: 'Sales', goal: 'Grow' })).toEqual([]);
    expect(editKpi(shop, 'Sales', {})).toEqual([]);
  });

  test('of each kind comes to its own column', () => {
    const all = {
      measure: 'revenue',
      unit: '€',
      better: 'in range',
      low: 1,
      high: 9,
      floor: 2,
      weight: 3,
      worth: 4,
      owner: 'Ada',
      note: 'n',
      outOf: 'Visits',
    } as const;
    expect(kpi(changed(shop, 'Sales', all), 'Sales')).toMatchObject(all);
  });

  test('to a goal or function that is new makes its row in the strategy', () => {
    const after = changed(shop, 'Sales', { goal: ' Thrive ', function: 'Online' });
    const { strategy } = readRegister(after);
    expect(strategy.goals.map(({ name }) => name)).toEqual(['Grow', 'Thrive']);
    expect(strategy.functions.map(({ name }) => name)).toEqual(['Shop', 'Online']);
    expect(problemsOf(after)).toEqual([]);
  });

  test('that cannot be is refused', () => {
    expect(() => editKpi(shop, 'Sales', { low: 9, high: 3 })).toThrow('Low must be below High');
    expect(() => editKpi(shop, 'Sales', { weight: -1 })).toThrow('The weight is -1');
    expect(() => editKpi(shop, 'Sales', { target: Number.NaN })).toThrow('The target is not a number.');
    expect(() => editKpi(shop, 'Sales', { kpi: 'period' })).toThrow("'Period' heads the periods");
  });
});

describe('a new name', () => {
  test('is carried to columns, log and denominators that say the old one whole, and to nothing else', () => {
    const logged = typed(changed(shop, 'Visits', { outOf: 'sales' }), 'Compass Log', {
      D2: 'Visits, Sales',
      E2: ' sales down 2026-03-01',
      D3: 'Sales tax',
      E3: 'Sales tax up 2026-03-01',
      D4: 'Visits',
      I4: 'Sales were low',
    });
    const after = changed(logged, 'Sales', { kpi: 'Turnover' });
    expect(rowsOf(after, 'Compass Data')[0]).toEqual(['Period', 'Turnover', 'Visits']);
    expect(
      rowsOf(after, 'Compass Log')
        .slice(1, 4)
        .map(row => [row[3], row[4], row[8]]),
    ).toEqual([
      ['Visits, Turnover', 'Turnover down 2026-03-01', null],
      ['Sales tax', 'Sales tax up 2026-03-01', null],
      ['Visits', null, 'Sales were low'],
    ]);
    expect(kpi(after, 'Visits')!.outOf).toBe('Turnover');
  });

  test('may be in other letters, but not that of another KPI or column', () => {
    expect(kpi(changed(shop, 'Sales', { kpi: 'SALES' }), 'SALES')!.values).toEqual([10, 20, 30, 40, 50]);
    const extra = typed(shop, 'Compass Data', { D1: 'Old' });
    expect(() => editKpi(extra, 'Sales', { kpi: 'old' })).toThrow(
      "A KPI or a column 'old' exists already; choose another name.",
    );
    expect(() => editKpi(shop, 'Sales', { kpi: 'VISITS' })).toThrow("A KPI or a column 'VISITS' exists already");
    // A row that somebody has typed, which has no column yet.
    const row = typed(shop, 'Compass KPIs', { A4: 'Returns' });
    expect(() => editKpi(row, 'Sales', { kpi: ' returns ' })).toThrow("A KPI or a column 'returns' exists already");
    expect(() => editKpi(shop, ' Sails ', { kpi: 'X' })).toThrow("There is no KPI 'Sails' any more.");
  });
});

describe('a pause', () => {
  test('has its column only as long as a KPI is paused', () => {
    expect(headers(shop)).not.toContain('Paused since');
    const paused = applyEdits(shop, pauseKpi(shop, 'Sales', month(5)));
    expect(headers(paused)).toContain('Paused since');
    expect(readRegister(paused).paused.map(({ name, pausedSince }) => [name, pausedSince])).toEqual([
      ['Sales', month(5)],
    ]);
    const back = applyEdits(paused, pauseKpi(paused, 'Sales', null));
    expect(readRegister(back).paused).toEqual([]);
    expect(headers(applyEdits(back, dropKpiColumns(back)))).toEqual(headers(shop));
    expect(dropKpiColumns(paused)).toEqual([]);
    expect(() => pauseKpi(shop, 'Sails', 1)).toThrow("There is no KPI 'Sails' any more.");
  });
});

describe('a stop', () => {
  test('keeps the figures as numbers, or takes their column; the KPI’s row goes', () => {
    const kept = applyEdits(shop, stopKpi(shop, 'sales', true));
    expect(rowsOf(kept, 'Compass Data').slice(0, 2)).toEqual([
      ['Period', 'Sales', 'Visits'],
      [month(1), 10, 100],
    ]);
    const view = viewSheet(kept, 'Compass Data')!;
    expect([view.formula(1, 1), view.formula(1, 2)]).toEqual([null, '=IF(S!$C$2="","",S!$C$2)']);
    const gone = applyEdits(shop, stopKpi(shop, 'Sales', false));
    expect(rowsOf(gone, 'Compass Data').slice(0, 2)).toEqual([
      ['Period', 'Visits'],
      [month(1), 100],
    ]);
    for (const after of [kept, gone]) expect(rowsOf(after, 'Compass KPIs')[1]![0]).toBe('Visits');
  });

  test('of a KPI whose cells show an error keeps a blank', () => {
    const broken = applyEdits(shop, [{ kind: 'remove sheet', sheet: 'S' }]);
    const kept = applyEdits(broken, stopKpi(broken, 'Sales', true));
    expect(rowsOf(kept, 'Compass Data')[1]).toEqual([month(1), null, { error: '#REF!' }]);
  });
});

describe('targets that are figures', () => {
  const dates = ['2026-04-01', '2026-05-01'];
  const after = applyEdits(
    shop,
    writeTargetFigures(
      shop,
      'sales',
      dates,
      new Map([
        [0, 44],
        [1, 55],
        [3, 77],
      ]),
      '0.0',
    ),
  );

  test('are for their months, those to come counted on from the last; Target shows that of the newest closed month', () => {
    expect(rowsOf(after, 'Compass Targets').filter(row => row.some(cell => cell !== null))).toEqual([
      ['Period', 'Sales'],
      [month(4), 44],
      [month(5), 55],
      [month(6), null],
      [month(7), 77],
    ]);
    expect(viewSheet(after, 'Compass Targets')!.format(1, 1)).toBe('0.0');
    expect(kpi(after, 'Sales')).toMatchObject({ target: 55, targets: [null, null, null, 44, 55] });
    expect([hasTargets(after, 'SALES'), hasTargets(after, 'Visits'), hasTargets(shop, 'Sales')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of a second KPI share the sheet, and go with its KPI alone', () => {
    const both = applyEdits(after, writeTargetFigures(after, 'Visits', dates, new Map([[0, 90]]), 'General'));
    expect(rowsOf(both, 'Compass Targets')[0]).toEqual(['Period', 'Sales', 'Visits']);
    const one = changed(both, 'Sales', { target: 60 });
    expect(rowsOf(one, 'Compass Targets')[0]).toEqual(['Period', 'Visits']);
    expect(kpi(one, 'Sales')).toMatchObject({ target: 60 });
    const none = applyEdits(one, stopKpi(one, 'Visits', true));
    expect(none.sheets.map(({ name }) => name)).not.toContain('Compass Targets');
  });

  test('are none for a KPI in range, nor for one that is gone', () => {
    const range = changed(after, 'Sales', { better: 'in range', low: 1, high: 99 });
    expect(hasTargets(range, 'Sales')).toBe(false);
    expect(() => writeTargetFigures(range, 'Sales', dates, new Map([[0, 1]]), '0')).toThrow('it takes no targets');
    expect(() => writeTargetFigures(shop, 'Sails', dates, new Map([[0, 1]]), '0')).toThrow(
      "There is no KPI 'Sails' with figures.",
    );
  });

  test('go with their KPI also where Compass Data is gone', () => {
    const alone = { ...after, sheets: after.sheets.filter(({ name }) => name !== 'Compass Data') };
    expect(hasTargets(alone, 'sales')).toBe(true);
    const stopped = applyEdits(alone, stopKpi(alone, 'Sales', true));
    expect(stopped.sheets.map(({ name }) => name)).not.toContain('Compass Targets');
  });

  test('that are words are named and left out, words for nothing are blank', () => {
    const odd = typed(after, 'Compass Targets', { B2: 'many', B3: 'n/a' });
    expect(problemsOf(odd)).toEqual(["Compass Targets B2: 'many' is not a number; left out."]);
    // Without a target of its own month the KPI has none.
    expect(kpi(odd, 'Sales')).toMatchObject({ target: null, targets: [null, null, null, null, null] });
    // A row that names no month is named as one of Compass Data would be.
    expect(problemsOf(typed(after, 'Compass Targets', { A2: 'soon' }))).toEqual([
      expect.stringMatching(/^Compass Targets A2: 'soon' is not a date or a period; .* The row is left out\.$/),
    ]);
    const renamed = typed(after, 'Compass Targets', { B1: 'Footfall' });
    expect(problemsOf(renamed)).toEqual([
      "Compass Targets B1: Compass Targets has targets of 'Footfall', which no KPI is called; they are not used.",
    ]);
  });
});

describe('the Compass sheets as they are made', () => {
  test('have labels with hints, headers that stay in view, and dates that look like dates', () => {
    const empty = workbook({});
    const made = applyEdits(
      empty,
      emptyCompassSheets(empty, {
        cadence: 'week',
        currency: '€',
        fiscalYearStart: 4,
        vision: 'Bread',
        values: 'Warm',
      }),
    );
    expect(made.sheets.map(({ name }) => name)).toEqual([
      'Compass Strategy',
      'Compass KPIs',
      'Compass Data',
      'Compass Log',
    ]);
    expect(
      rowsOf(made, 'Compass Strategy')
        .slice(0, 8)
        .map(row => row.slice(0, 3)),
    ).toEqual([
      ['Vision', 'Bread', 'Where the business wants to be, in one sentence.'],
      ['Values', 'Warm', 'What it holds to on the way.'],
      ['Currency', '€', 'A sign or a code: €, USD.'],
      ['Fiscal year starts', 4, 'A month: January, or 1 to 12.'],
      ['Review every', 'week', 'week, month or quarter.'],
      ['Next review', null, 'A date.'],
      [null, null, null],
      ['Goal', 'Why it matters', 'Weight'],
    ]);
    // An empty column between the goals and the functions.
    expect(rowsOf(made, 'Compass Strategy')[7]!.slice(5)).toEqual([
      'Review by',
      null,
      'Business function',
      'Function weight',
    ]);
    const formats = (sheet: string, row: number, columns: number[]) =>
      columns.map(column => viewSheet(made, sheet)!.format(row, column));
    expect(formats('Compass Strategy', 5, [0, 1])).toEqual(['General', 'yyyy-mm-dd']);
    expect(formats('Compass Strategy', 8, [3, 4, 5, 6, 7])).toEqual([
      'General',
      '#,##0',
      'yyyy-mm-dd',
      'General',
      'General',
    ]);
    expect(formats('Compass Log', 200, [0, 1, 2, 11, 12, 13])).toEqual([
      'yyyy-mm-dd',
      'General',
      'yyyy-mm-dd',
      'yyyy-mm-dd',
      'yyyy-mm-dd',
      '0.0',
    ]);
    expect(formats('Compass Log', 201, [0, 13])).toEqual(['General', 'General']);
    expect(headers(made)).not.toContain('Gaps');
    const added = emptyCompassSheets(empty).flatMap(edit =>
      edit.kind === 'add sheet' ? [[edit.sheet, edit.frozenRows]] : [],
    );
    expect(added).toEqual([
      ['Compass Strategy', undefined],
      ['Compass KPIs', 1],
      ['Compass Data', 1],
      ['Compass Log', 1],
    ]);
    const pages = emptyCompassSheets(empty).flatMap(edit =>
      edit.kind === 'page' ? [[edit.sheet, edit.landscape, edit.headerRow]] : [],
    );
    expect(pages).toEqual([
      ['Compass Strategy', true, 7],
      ['Compass KPIs', true, 0],
      ['Compass Data', true, 0],
      ['Compass Log', true, 0],
    ]);
  });

  test('are filled where they are there and empty, and left alone where they hold anything', () => {
    const some = workbook({ 'compass log': [], 'COMPASS KPIS': [['mine']] });
    const edits = emptyCompassSheets(some, {}, [KPIS, LOG]);
    expect(new Set(edits.map(({ sheet }) => sheet))).toEqual(new Set(['compass log']));
    expect(edits.some(({ kind }) => kind === 'add sheet' || kind === 'page')).toBe(false);
    expect(rowsOf(applyEdits(some, edits), 'Compass Log')[0]!.slice(0, 2)).toEqual(['Date', 'Kind']);
  });

  test('get a column that an earlier version did without, unless the owner took others away', () => {
    const wider = applyEdits(shop, addKpiColumns(shop, ['Gaps', 'Paused since']));
    expect(headers(wider).slice(headers(shop).length)).toEqual(['Gaps', 'Paused since']);
    expect(viewSheet(wider, 'Compass KPIs')!.format(1, headers(wider).indexOf('Paused since'))).toBe('yyyy-mm-dd');
    expect(addKpiColumns(wider, ['Gaps'])).toEqual([]);
    expect(addKpiColumns(typed(shop, 'Compass KPIs', { R1: null }), ['Gaps'])).toEqual([]);
  });

  test('get a goal and a function once, and a cadence where none is written', () => {
    const again = applyEdits(shop, newStrategyRows(shop, { name: 'grow ' }, { name: ' SHOP' }));
    expect(again).toBe(shop);
    const more = applyEdits(
      shop,
      newStrategyRows(shop, { name: ' Last ', why: 'Rent', weight: 2, owner: 'Ada' }, { name: 'Web', weight: 4 }),
    );
    expect(readRegister(more).strategy.goals[1]).toMatchObject({ name: 'Last', why: 'Rent', weight: 2, owner: 'Ada' });
    expect(readRegister(more).strategy.functions[1]).toEqual({ name: 'Web', weight: 4 });
    expect(writeCadence(shop, 'week')).toEqual([]);
    const open = typed(shop, 'Compass Strategy', { B5: null });
    expect(readRegister(applyEdits(open, writeCadence(open, 'quarter'))).strategy.cadence).toBe('quarter');
    expect(writeCadence(workbook({}), 'week')).toEqual([]);
    expect(() => newStrategyRows(workbook({ 'Compass Strategy': [['x']] }), { name: 'Grow' }, { name: '' })).toThrow(
      "Compass Strategy has no header 'Goal'; write it first, or delete the sheet and it will be made again.",
    );
    expect(STRATEGY.headerRow).toBe(7);
  });
});
