import { addMonths, serialOf } from '../../src/cells/serial';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Measure } from '../../src/workbook/sheets/measures';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { bakeryLookalike } from '../fixtures/bakeryLookalike';
import { seeded } from '../fixtures/seeded';

/** The look-alike bakery's weeks; its till is there, and not read. */
export function bakery(): Snapshot {
  const { sheets, ...rest } = bakeryLookalike();
  return { ...rest, sheets: sheets.map(sheet => (sheet.name === 'Weekly' ? sheet : { name: sheet.name, values: [] })) };
}

/** The bakery with its tickets tracked: one adverse change, from the fourth week on. */
export function trackedBakery(): Snapshot {
  const plain = bakery();
  const edits = track(plain, {
    kpi: 'Tickets',
    values: { sheet: 'Weekly', range: 'B4:B26' },
    function: 'Sales',
    goal: 'The favourite bakery of the quarter',
    target: 420,
  });
  return applyEdits(plain, edits);
}

/**
 * Two years of months of many KPIs, each of which fell by five times its noise nine months before the end.
 *
 * @param names  one a KPI
 */
export function fallingKpis(names: string[]): Snapshot {
  const chance = seeded(7);
  const months = Array.from({ length: 24 }, (_, month) => addMonths(serialOf(2024, 1, 1), month));
  const rows = months.map((first, month) => [first, ...names.map(() => (month < 15 ? 100 : 85) + 3 * chance.normal())]);
  const values = [['Month', ...names], ...rows];
  const formats = values.map(row => row.map((_, column) => (column === 0 ? 'yyyy-mm-dd' : '0.0')));
  const plain: Snapshot = {
    today: serialOf(2026, 1, 10),
    locale: 'en-GB',
    sheets: [{ name: 'Figures', values, formats }],
  };
  return names.reduce((workbook, kpi, index) => {
    const column = { top: 1, bottom: 24, left: index + 1, right: index + 1 };
    const function_ = ['Marketing', 'Sales', 'Operations', 'Customer Service'][index % 4]!;
    const cells = { values: { sheet: 'Figures', ...column } };
    return applyEdits(workbook, track(workbook, { kpi, ...cells, function: function_, goal: 'Grow', target: 100 }));
  }, plain);
}

/**
 * Months, two years of them unless told, of as many KPIs as asked for, numbered. Every third fell by five times its noise in the
 * last nine, as in `fallingKpis`; of these every second costs money, 10 a unit and month more with each. Ada and Bo own them by
 * turns, the last nobody.
 */
export function manyKpis(count: number, periods = 24): Snapshot {
  const chance = seeded(5);
  const quiet = [0, 2, -2, 1, -1];
  const months = Array.from({ length: periods }, (_, month) => addMonths(serialOf(2026, 1, 1), month - periods));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const level = (kpi: number, month: number) => (kpi % 3 === 0 && month >= periods - 9 ? 85 : 100);
  const figure = (kpi: number, month: number) =>
    kpi % 3 === 0 ? level(kpi, month) + 3 * chance.normal() : 100 + quiet[(kpi + month) % 5]!;
  const plain: Snapshot = {
    today: serialOf(2026, 1, 10),
    locale: 'en-GB',
    sheets: [
      {
        name: 'Figures',
        values: [
          ['Month', ...numbers.map(kpi => `KPI ${kpi}`)],
          ...months.map((first, month) => [first, ...numbers.map(kpi => figure(kpi, month))]),
        ],
        formats: [['General'], ...months.map(() => ['yyyy-mm-dd', ...numbers.map(() => '0.0')])],
      },
    ],
  };
  return numbers.reduce((workbook, kpi) => {
    const edits = track(workbook, {
      kpi: `KPI ${kpi}`,
      values: { sheet: 'Figures', top: 1, bottom: periods, left: kpi, right: kpi },
      function: ['Marketing', 'Sales', 'Operations', 'Customer Service'][kpi % 4]!,
      goal: 'Grow',
      owner: kpi === count ? '' : ['Bo', 'Ada'][kpi % 2]!,
      target: 90,
      worth: kpi % 6 === 0 ? 10 * kpi : null,
    });
    return applyEdits(workbook, edits);
  }, plain);
}

/**
 * Two years of quiet months, then four in which conversion is up by five and retention down by as much: the pattern
 * *Winning the sale, losing the customer*. A regular is worth 10 a month. No goal is named, so the plan has something to say too.
 */
export function selfDefeatingSales(): Snapshot {
  const months = Array.from({ length: 28 }, (_, month) => addMonths(serialOf(2024, 1, 1), month));
  const quiet = (month: number) => [0, 1, -1][month % 3]!;
  const moved = (month: number) => (month < 24 ? 0 : 5);
  const plain: Snapshot = {
    today: serialOf(2026, 5, 2),
    locale: 'en-GB',
    sheets: [
      {
        name: 'Figures',
        values: [
          ['Month', 'Won offers', 'Regulars'],
          ...months.map((first, month) => [first, 30 + quiet(month) + moved(month), 80 + quiet(month) - moved(month)]),
        ],
        formats: [['General', '0', '0'], ...months.map(() => ['yyyy-mm-dd', '0', '0'])],
      },
    ],
  };
  const kpis: [string, Measure, string, number | null][] = [
    ['Won offers', 'conversion', 'Sales', null],
    ['Regulars', 'retention', 'Customer Service', 10],
  ];
  return kpis.reduce((workbook, [kpi, measure, function_, worth], index) => {
    const values = { sheet: 'Figures', top: 1, bottom: 28, left: index + 1, right: index + 1 };
    return applyEdits(
      workbook,
      track(workbook, { kpi, measure, values, worth, function: function_, target: 30 + 50 * index }),
    );
  }, plain);
}

/** A workbook in which nobody has typed yet. */
export function emptyWorkbook(): Snapshot {
  return { today: serialOf(2026, 1, 10), locale: 'en-GB', sheets: [{ name: 'Sheet1', values: [] }] };
}

/**
 * Four years of months of a garden centre, one KPI for each thing that figures do: a month of strike, a slide, a drop below the
 * season, percentages typed as 5 for 0.05, an extra zero long ago; and a month that is still running.
 */
export function gardenCentre(): Snapshot {
  const { normal } = seeded(11);
  const months = Array.from({ length: 49 }, (_, month) => addMonths(serialOf(2022, 1, 1), month));
  const noise = (level: number, share: number) => level * (1 + share * normal());
  const year = [0.7, 0.8, 1, 1.2, 1.4, 1.25, 1.05, 0.95, 1, 0.95, 0.85, 0.85];
  const kpis: [string, string, (month: number) => number][] = [
    ['Customers', '0', month => noise(month === 47 ? 240 : 400, 0.04)],
    ['Regulars who come back within a quarter', '0', month => noise(300, 0.03) - 6 * Math.max(0, month - 35)],
    ['Sales', '#,##0', month => noise(month >= 42 ? 8000 : 10000, 0.04) * year[month % 12]!],
    ['Returns', '0.0%', month => noise(0.05, 0.06) * (month >= 40 ? 100 : 1)],
    ['Quotes', '0', month => noise(50, 0.06) * (month === 6 ? 10 : 1)],
  ];
  const rows = months.map((first, month) => [first, ...kpis.map(([, format, of]) => rounded(of(month), format))]);
  const plain: Snapshot = {
    today: serialOf(2026, 1, 20),
    locale: 'en-GB',
    sheets: [
      {
        name: 'Figures',
        values: [['Month', ...kpis.map(([name]) => name)], ...rows],
        formats: [['General', ...kpis.map(() => 'General')], ...rows.map(() => ['yyyy-mm-dd', ...kpis.map(k => k[1])])],
      },
    ],
  };
  return kpis.reduce((workbook, [kpi], index) => {
    const values = { sheet: 'Figures', top: 1, bottom: 49, left: index + 1, right: index + 1 };
    const said = kpi === 'Returns' ? { better: 'lower' as const, target: 0.04 } : { target: null };
    return applyEdits(workbook, track(workbook, { kpi, values, function: 'Sales', goal: 'Grow', ...said }));
  }, plain);
}

function rounded(figure: number, format: string): number {
  return format.includes('%') ? figure : Math.round(figure);
}

/**
 * Three years of months of a shop whose strategy says one thing and whose money does another: Sales (which weighs 3) rises for four
 * months, Service falls, Kitchen is as ever, People has had its KPI for six months, and Buying has none. Of its goals *Regulars*
 * weighs half and gets a fifth of the money; *New shop* has no Spend.
 */
export function divergingShop(): Snapshot {
  const chance = seeded(3);
  const months = Array.from({ length: 36 }, (_, month) => addMonths(serialOf(2023, 1, 1), month));
  const kpis: [string, string, string, number, (month: number) => number | null][] = [
    ['Orders', 'Sales', 'Regulars', 200, month => (month < 32 ? 180 : 205)],
    ['Answers within a day', 'Service', 'Regulars', 90, month => (month < 32 ? 88 : 70)],
    ['Plates', 'Kitchen', 'Range', 400, () => 400],
    ['Shifts filled', 'People', 'Range', 100, month => (month < 30 ? null : 75)],
  ];
  const rows = months.map((first, month) => [
    first,
    ...kpis.map(([, , , , of]) => {
      const level = of(month);
      return level === null ? null : Math.round(level * (1 + 0.015 * chance.normal()));
    }),
  ]);
  const plain: Snapshot = {
    today: serialOf(2026, 1, 10),
    locale: 'en-GB',
    sheets: [
      {
        name: 'Figures',
        values: [['Month', ...kpis.map(([name]) => name)], ...rows],
        formats: [['General'], ...rows.map(() => ['yyyy-mm-dd', ...kpis.map(() => '0')])],
      },
    ],
  };
  const tracked = kpis.reduce((workbook, [kpi, function_, goal, target], index) => {
    const values = { sheet: 'Figures', top: 1, bottom: 36, left: index + 1, right: index + 1 };
    return applyEdits(workbook, track(workbook, { kpi, values, function: function_, goal, target, owner: 'Ada' }));
  }, plain);
  return withStrategy(
    tracked,
    [
      ['Regulars', 2, 20000],
      ['Range', 1, 50000],
      ['Website', 1, 30000],
      ['New shop', 1, null],
    ],
    [
      ['Sales', 3],
      ['Service', 1],
      ['Kitchen', 1],
      ['People', 1],
      ['Buying', 1],
    ],
  );
}

/** A workbook whose strategy says these goals (weight, spend) and business functions (weight), and no others. */
function withStrategy(
  workbook: Snapshot,
  goals: [string, number, number | null][],
  functions: [string, number][],
): Snapshot {
  const cellsOf = (row: unknown[], index: number) => {
    const [name = null, weight = null, spend = null] = goals[index] ?? [];
    const [function_ = null, functionWeight = null] = functions[index] ?? [];
    return [name, row[1] ?? null, weight, row[3] ?? null, spend, null, null, function_, functionWeight];
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map(sheet => {
      if (sheet.name !== 'Compass Strategy') return sheet;
      const header = sheet.values.findIndex(([first]) => first === 'Goal');
      const values = sheet.values.map((row, at) => {
        const index = at - header - 1;
        return index < 0 || index >= Math.max(goals.length, functions.length) ? row : cellsOf(row, index);
      });
      return { ...sheet, values: values as typeof sheet.values };
    }),
  };
}
