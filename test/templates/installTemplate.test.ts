import { periodOf } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import { templates } from '../../src/templates/catalogue';
import { CALCULABLE } from '../../src/templates/formula/calculate';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { columnOf } from '../../src/templates/schema/parts';
import type { Template } from '../../src/templates/template';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { month, rowsOf, TICKETS, tracked, WEEKLY, workbook } from '../workbook/workbooks';

const fourFunctions = templates.find(({ id }) => id === 'four-functions')!;
const bakery = templates.find(({ id }) => id === 'bakery')!;
const TODAY = serialOf(2026, 11, 23);
const blank = emptySnapshot(TODAY, 'en-GB');
const install = (template: Template, snapshot: Snapshot, options: Parameters<typeof installTemplate>[2]) =>
  applyEdits(snapshot, installTemplate(template, snapshot, options));
const names = (snapshot: Snapshot) => snapshot.sheets.map(({ name }) => name);

describe.each([fourFunctions, bakery])('$name', template => {
  describe.each(['sample', 'empty'] as const)('installed %s', mode => {
    const after = install(template, blank, { mode });
    const register = readRegister(after);

    test('makes its sheets, then the Compass sheets, and nothing of it is wrong', () => {
      expect(names(after)).toEqual([
        ...template.sheets.map(({ name }) => name),
        'Compass Strategy',
        'Compass KPIs',
        'Compass Data',
        'Compass Log',
        'Compass Dashboard',
        'Compass Templates',
      ]);
      expect(register.problems).toEqual([]);
      expect(register.unread).toEqual([]);
    });

    test('tracks every KPI from the sheet its figures are typed into', () => {
      expect(register.kpis.map(({ name }) => name)).toEqual(template.kpis.map(({ name }) => name));
      for (const kpi of register.kpis) {
        expect(template.sheets.map(({ name }) => name)).toContain(kpi.source!.values.sheet);
        expect(register.strategy.goals.map(({ name }) => name)).toContain(kpi.goal);
        expect(register.strategy.functions.map(({ name }) => name)).toContain(kpi.function);
      }
    });

    test('holds no formula that every spreadsheet does not have', () => {
      for (const formula of after.sheets.flatMap(({ formulas = [] }) => formulas.flat())) {
        for (const name of formula?.match(/[A-Z][A-Z.]+(?=\()/g) ?? []) expect(CALCULABLE).toContain(name);
      }
    });

    test('is written down, so that it can be found again, with the sheets that came with it', () => {
      const rows = rowsOf(after, 'Compass Templates').slice(1);
      expect(rows.slice(0, template.sheets.length)).toEqual(
        template.sheets.map(({ name }) => [
          template.id,
          template.version,
          name,
          // Title, note and a blank row; target and limits; headers; 24 months.
          expect.stringMatching(/^A1:[A-Z]31$/),
          expect.stringMatching(/^[0-9a-f]{8}$/),
          null,
          TODAY,
          ...(mode === 'sample' ? ['yes'] : []),
        ]),
      );
      expect(
        rows.slice(template.sheets.length, template.sheets.length + 6).map(([made, , sheet]) => `${made} ${sheet}`),
      ).toEqual(['Strategy', 'KPIs', 'Data', 'Log', 'Dashboard', 'Templates'].map(name => `compass Compass ${name}`));
    });

    test('is the same every time', () => {
      expect(installTemplate(template, blank, { mode })).toEqual(installTemplate(template, blank, { mode }));
    });
  });

  test('with sample data ends with the last closed month, and every figure is there', () => {
    const { periods, kpis } = readRegister(install(template, blank, { mode: 'sample' }));
    expect(periods).toHaveLength(24);
    expect(periods[23]).toMatchObject({ label: 'Oct 2026', closed: true });
    for (const { values } of kpis) expect(values.every(value => typeof value === 'number')).toBe(true);
  });

  test('empty has a year to fill in from the books and a year to come, and no figure', () => {
    const { periods, kpis } = readRegister(install(template, blank, { mode: 'empty' }));
    expect(periods.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Nov 2025', 'Oct 2026', 'Nov 2026', 'Oct 2027']),
    );
    expect(periods).toHaveLength(24);
    for (const { values } of kpis) expect(values.every(value => value === null)).toBe(true);
  });
});

describe('the figures of a template', () => {
  const after = install(fourFunctions, blank, { mode: 'sample' });
  const view = viewSheet(after, 'Four functions')!;

  test('are formulas of their row, blank as long as an input is', () => {
    expect(view.formula(7, 7)).toBe('=IF(OR(C8="",B8="",B8=0),"",C8/B8)');
    const [leads, opportunities] = [view.cell(7, 1) as number, view.cell(7, 2) as number];
    expect(view.cell(7, 7)).toBe(opportunities / leads);
    expect(viewSheet(install(fourFunctions, blank, { mode: 'empty' }), 'Four functions')!.cell(7, 7)).toBe('');
  });

  test('come into Compass Data as what a tracked range would be', () => {
    expect(viewSheet(after, 'Compass Data')!.formula(1, 1)).toBe(
      '=IF(\'Four functions\'!$H$8="","",\'Four functions\'!$H$8)',
    );
    expect(readRegister(after).kpis[0]!.source!.text).toBe("'Four functions'!H8:H31 by 'Four functions'!A8:A31");
    expect(readRegister(after).kpis[0]!.format).toBe('0.0%');
  });

  test('show the workbook’s currency', () => {
    const dollars = install(bakery, blank, { mode: 'sample', currency: 'USD' });
    expect(viewSheet(dollars, 'Shop')!.format(7, 3)).toBe('#,##0 "USD"');
    expect(readRegister(dollars).strategy.currency).toBe('USD');
  });
});

describe('a workbook that has something already', () => {
  const hostile = workbook(
    { 'four FUNCTIONS': [['mine']], Shop: [['=1+1', 5]], 'Four functions (2)': [['also mine']] },
    TODAY,
  );

  test('keeps every cell of it; a sheet whose name is taken gets another', () => {
    const edits = [
      ...installTemplate(fourFunctions, hostile, { mode: 'sample' }),
      ...installTemplate(bakery, hostile, { mode: 'empty' }),
    ];
    for (const edit of edits)
      expect(['four functions', 'shop', 'four functions (2)']).not.toContain(edit.sheet.toLowerCase());
    const after = install(fourFunctions, hostile, { mode: 'sample' });
    expect(names(after)[3]).toBe('Four functions (3)');
    expect(viewSheet(after, 'Compass Data')!.formula(1, 1)).toContain("'Four functions (3)'!$H$8");
    expect(after.sheets.slice(0, 3)).toEqual(hostile.sheets);
  });

  test('shares goals and functions; a KPI whose name is taken gets a number', () => {
    const twice = install(fourFunctions, install(fourFunctions, blank, { mode: 'sample' }), { mode: 'sample' });
    const { kpis, strategy, problems } = readRegister(twice);
    expect(kpis.map(({ name }) => name).slice(4, 6)).toEqual(['Leads', 'Lead Quality Ratio (2)']);
    expect(kpis[5]!.source!.text).toBe("'Four functions (2)'!H8:H31 by 'Four functions (2)'!A8:A31");
    expect(strategy.goals.map(({ name }) => name)).toEqual(['Win the right customers', 'Keep what we promise']);
    expect(strategy.functions).toHaveLength(4);
    expect(rowsOf(twice, 'Compass Templates').map(row => row[2])).toContain('Four functions (2)');
    expect(problems).toEqual([]);
  });

  test('takes a second template beside the first', () => {
    const both = readRegister(install(bakery, install(fourFunctions, blank, { mode: 'sample' }), { mode: 'sample' }));
    expect(both.kpis).toHaveLength(13);
    expect(both.periods).toHaveLength(24);
    expect(both.problems).toEqual([]);
  });

  test('keeps its cadence: sample figures stand in the workbook’s own periods', () => {
    const shop = { ...tracked(workbook({ Weekly: WEEKLY }, TODAY), TICKETS) };
    // Beside a KPI of the owner's those of a sample do not count.
    const { strategy, periods, samples } = readRegister(install(fourFunctions, shop, { mode: 'sample' }));
    expect(strategy.cadence).toBe('week');
    expect(periods).toHaveLength(10);
    const sample = columnOf(fourFunctions, 'days')!.sample!;
    expect(samples!.find(({ name }) => name === 'Order Fulfillment Time')!.values).toEqual(sample.slice(-10));
  });

  test('keeps its vision and currency', () => {
    const own = tracked(workbook({ Weekly: WEEKLY }, TODAY), TICKETS);
    const strategy = own.sheets.find(({ name }) => name === 'Compass Strategy')!;
    strategy.values = strategy.values.map(row => [
      row[0]!,
      row[0] === 'Vision' ? 'Ours' : row[0] === 'Currency' ? '£' : row[1]!,
      ...row.slice(2),
    ]);
    expect(readRegister(install(bakery, own, { mode: 'sample' })).strategy).toMatchObject({
      vision: 'Ours',
      currency: '£',
    });
  });
});

describe('a new workbook', () => {
  test('can be reviewed by week or quarter, with another fiscal year', () => {
    const weekly = readRegister(install(fourFunctions, blank, { mode: 'sample', cadence: 'week' }));
    expect(weekly.strategy.cadence).toBe('week');
    // Monday 16 November 2026 begins the last week that has ended by Monday the 23rd.
    expect(weekly.periods[23]!.start).toBe(serialOf(2026, 11, 16));
    const fiscal = readRegister(
      install(fourFunctions, blank, { mode: 'sample', cadence: 'quarter', fiscalYearStart: 4 }),
    );
    expect(fiscal.strategy.fiscalYearStart).toBe(4);
    expect(fiscal.periods[23]!.label).toBe(
      periodOf(serialOf(2026, 9, 30), { cadence: 'quarter', fiscalYearStart: 4, weekStart: 1 }).label,
    );
  });

  test('can have fewer periods', () => {
    expect(readRegister(install(fourFunctions, blank, { mode: 'sample', periods: 12 })).periods).toHaveLength(12);
    expect(
      readRegister(install(fourFunctions, blank, { mode: 'empty', periods: 6 })).periods.map(({ label }) => label),
    ).toEqual(['Aug 2026', 'Sep 2026', 'Oct 2026', 'Nov 2026', 'Dec 2026', 'Jan 2027']);
  });
});

describe('mapped to figures that are there', () => {
  const own = workbook(
    {
      CRM: [
        ['Month', 'Leads', 'Qualified', 'Won'],
        [month(7), 300, 90, 18],
        [month(8), 310, 93, null],
        [month(9), 305, 100, 25],
      ],
    },
    TODAY,
  );
  const mapping = {
    leads: { values: { sheet: 'CRM', range: 'B2:B4' } },
    opportunities: { values: { sheet: 'CRM', range: 'C2:C4' } },
    won: { values: { sheet: 'CRM', range: 'D2:D4' } },
  };

  test('the inputs are guarded formulas, the results are known, and the rest stays to be typed', () => {
    const after = install(fourFunctions, own, { mode: 'empty', mapping });
    const view = viewSheet(after, 'Four functions')!;
    expect(view.formula(7, 1)).toBe('=IF(CRM!$B$2="","",CRM!$B$2)');
    expect(view.cell(7, 5)).toBeNull();
    const { kpis, problems } = readRegister(after);
    // By hand: 90 / 300, 93 / 310, 100 / 305; 18 / 90, blank, 25 / 100.
    expect(kpis[0]!.values).toEqual([0.3, 0.3, 100 / 305]);
    expect(kpis[1]!.values).toEqual([0.2, null, 0.25]);
    expect(problems).toEqual([]);
    expect(rowsOf(after, 'Compass Templates')[1]![5]).toBe(
      'leads=CRM!B2:B4 by CRM!A2:A4; opportunities=CRM!C2:C4 by CRM!A2:A4; won=CRM!D2:D4 by CRM!A2:A4',
    );
  });

  test.each<[string, Parameters<typeof installTemplate>[2], string]>([
    [
      'an input that does not exist',
      { mode: 'empty', mapping: { lead: mapping.leads } },
      "has no input 'lead'; did you mean leads?",
    ],
    [
      'a sheet that does not exist',
      { mode: 'empty', mapping: { leads: { values: { sheet: 'CRN', range: 'B2:B4' } } } },
      "no sheet 'CRN'",
    ],
    ['text', { mode: 'empty', mapping: { leads: { values: { sheet: 'CRM', range: 'A1:D1' } } } }, 'CRM!'],
    ['sample figures beside it', { mode: 'sample', mapping }, 'are not mixed'],
  ])('%s is refused in words', (_, options, message) => {
    expect(() => installTemplate(fourFunctions, own, options)).toThrow(message);
  });
});

describe('the dashboard', () => {
  // The bands of the templates' own files: rates in per cent, other figures as they are.
  test.each([
    ['restaurant', '27% to 33%'],
    ['retail', '8000 to 11000'],
    ['customer-service', '1.05 to 1.45'],
  ])('of %s shows the band where a KPI has one for its target', (id, band) => {
    const template = templates.find(one => one.id === id)!;
    const kpi = template.kpis.find(({ better }) => better === 'in range')!;
    const view = viewSheet(install(template, blank, { mode: 'sample' }), 'Compass Dashboard')!;
    const row = Array.from({ length: view.rows }, (_, at) => at).find(at => view.cell(at, 0) === kpi.name)!;
    expect(view.cell(row, 3)).toBe(band);
  });
});
