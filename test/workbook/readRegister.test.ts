import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { problemsOf, TICKETS, tracked, typed, WEEKLY, week, workbook } from './workbooks';

const shop = tracked(workbook({ Weekly: WEEKLY }), TICKETS, {
  ...TICKETS,
  kpi: 'Regulars',
  target: 0.35,
  values: { sheet: 'Weekly', range: 'C4:C13' },
});
const kpi = (snapshot: Snapshot, name: string) => readRegister(snapshot).kpis.find(one => one.name === name);
/** The rows of a sheet in another order, formulas and all, as sorting leaves them. */
function reordered(snapshot: Snapshot, sheet: string, order: (rows: number[]) => number[]): Snapshot {
  const sheets = snapshot.sheets.map(one => {
    if (one.name !== sheet) return one;
    const rows = order(one.values.map((_, row) => row));
    const pick = <T>(grid: T[][] | undefined) => grid && rows.map(row => grid[row]!);
    return { ...one, values: pick(one.values)!, formulas: pick(one.formulas), formats: pick(one.formats) };
  });
  return { ...snapshot, sheets };
}
const columnsTurned = (snapshot: Snapshot, sheet: string): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map(one => {
    const turn = <T>(grid: T[][] | undefined) => grid?.map(row => [...row].reverse());
    return one.name === sheet
      ? { ...one, values: turn(one.values)!, formulas: turn(one.formulas), formats: turn(one.formats) }
      : one;
  }),
});

test('a workbook without Compass sheets has no KPIs and nothing wrong', () => {
  const register = readRegister(workbook({ Weekly: WEEKLY }));
  expect(register.kpis).toEqual([]);
  expect(register.problems).toEqual([]);
});

describe('sheets that a person has edited', () => {
  test('read the same with their columns in another order', () => {
    const turned = columnsTurned(columnsTurned(shop, 'Compass KPIs'), 'Compass Data');
    expect(kpi(turned, 'Tickets')!.values).toEqual(kpi(shop, 'Tickets')!.values);
    expect(problemsOf(turned)).toEqual([]);
  });

  test('read the same with their rows in another order', () => {
    const upsideDown = reordered(shop, 'Compass Data', ([header, ...rows]) => [header!, ...rows.reverse()]);
    expect(kpi(upsideDown, 'Tickets')!.values).toEqual(kpi(shop, 'Tickets')!.values);
    expect(problemsOf(upsideDown)).toEqual([]);
  });

  test('read the same further down and to the right', () => {
    const moved = {
      ...shop,
      sheets: shop.sheets.map(one => (/^Compass/.test(one.name) ? { ...one, row: 4, column: 2 } : one)),
    };
    expect(kpi(moved, 'Tickets')!.values).toEqual(kpi(shop, 'Tickets')!.values);
    expect(readRegister(moved).strategy.cadence).toBe('week');
    expect(problemsOf(moved)).toEqual([]);
  });

  test('with a row deleted have a gap there, and say so', () => {
    const deleted = reordered(shop, 'Compass Data', rows => rows.filter(row => row !== 4));
    expect(kpi(deleted, 'Tickets')!.values.slice(2, 5)).toEqual([395, null, 388]);
    expect(readRegister(deleted).periods).toHaveLength(10);
    expect(problemsOf(deleted)).toEqual(['Compass Data has no row for week of 26 Jan 2026; it counts as blank.']);
  });

  test('with a repeated period keep the first row, and name the other', () => {
    const repeated = typed(shop, 'Compass Data', { A5: week(2) });
    expect(kpi(repeated, 'Tickets')!.values.slice(2, 5)).toEqual([395, null, 388]);
    expect(problemsOf(repeated)).toContain(
      'Compass Data A5: week of 19 Jan 2026 appears twice; row 4 is read, this one is not.',
    );
  });

  test('with a period that is none leave its row out, and name it', () => {
    expect(problemsOf(typed(shop, 'Compass Data', { A5: 'soon' }))).toContain(
      "Compass Data A5: 'soon' is not a date or a period; write it like 2026-01-05, Jan 2026 or Q1 2026. The row is left out.",
    );
  });

  test('with a date far from the others ask whether it is right', () => {
    const slip = typed(shop, 'Compass Data', { A11: serialOf(2062, 3, 6) });
    // Days between by any calendar: 13,153; in weeks 1,879.
    expect(problemsOf(slip)).toContain(
      'Compass Data A11: week of 6 Mar 2062 comes 1879 weeks after week of 2 Mar 2026; is the date right?',
    );
    expect(readRegister(slip).periods).toHaveLength(10);
  });

  test('with blank rows between read on below them', () => {
    const blanks = reordered(shop, 'Compass KPIs', ([header, first, second, ...rest]) => [
      header!,
      first!,
      ...rest.slice(0, 2),
      second!,
    ]);
    expect(readRegister(blanks).kpis.map(({ name }) => name)).toEqual(['Tickets', 'Regulars']);
    expect(problemsOf(blanks)).toEqual([]);
  });

  test('reduced to one row still read', () => {
    const one = reordered(shop, 'Compass Data', rows => rows.slice(0, 2));
    expect(kpi(one, 'Tickets')!.values).toEqual([410]);
    expect(problemsOf(one)).toEqual([]);
  });
});

describe('a strategy that does not say how often the team reviews', () => {
  test('has the steps of the data, which is noted', () => {
    const open = readRegister(typed(shop, 'Compass Strategy', { B5: null }));
    expect(open.strategy.cadence).toBe('week');
    expect(open.problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', "Compass Strategy has no 'Review every'; taken as week from Compass Data."],
    ]);
  });
});

describe('a table without its first header', () => {
  test('is one thing to correct, not one a row', () => {
    expect(problemsOf(typed(shop, 'Compass KPIs', { A1: 'KPIs' }))).toEqual([
      "Compass KPIs A1: the header 'KPIs' is not known; did you mean KPI?",
      "Compass Data B1: Compass Data has a column 'Tickets' that no KPI has; it is not judged.",
      "Compass Data C1: Compass Data has a column 'Regulars' that no KPI has; it is not judged.",
    ]);
  });

  test('on a sheet of other things says which header belongs there', () => {
    const notes = workbook({ 'Compass KPIs': [['My notes'], ['Call Anna']], 'Compass Data': [['Period']] });
    expect(problemsOf(notes)).toContain("Compass KPIs has no header 'KPI'; write it above its column.");
    expect(readRegister(notes).kpis).toEqual([]);
  });
});

describe('cells that were deleted, and others that are text', () => {
  const gone: Cell = { error: '#REF!' };

  test('are two things: one of the column, and each text by itself', () => {
    expect(problemsOf(typed(shop, 'Compass Data', { B4: gone, B6: 'closed', B7: gone, B8: gone }))).toEqual([
      'Tickets: the cells it was read from were deleted; 3 periods show #REF!. Link it to its figures again.',
      "Compass Data B6: 'closed' is not a number; left out.",
    ]);
  });

  test('are single cells where only one was deleted, or other errors show', () => {
    const cells: [Cell, Cell][] = [
      [gone, { error: '#N/A' }],
      [{ error: '#N/A' }, { error: '#N/A' }],
      ['closed', 'open'],
    ];
    for (const [one, other] of cells) {
      const { problems, kpis } = readRegister(typed(shop, 'Compass Data', { B4: one, B6: other }));
      expect(problems.map(({ place }) => place!.range)).toEqual(['B4', 'B6']);
      expect(kpis[0]!.gone).toBe(false);
    }
    expect(readRegister(typed(shop, 'Compass Data', { B4: gone, B6: gone })).kpis[0]!.gone).toBe(true);
  });

  test('are named one by one up to three, together from four on', () => {
    const words = (count: number) =>
      Object.fromEntries(['B4', 'B5', 'B6', 'B7'].slice(0, count).map((cell): [string, Cell] => [cell, 'closed']));
    expect(problemsOf(typed(shop, 'Compass Data', words(3)))).toHaveLength(3);
    expect(problemsOf(typed(shop, 'Compass Data', words(4)))).toEqual([
      "Tickets: 4 cells hold no number and are left out, the first in Compass Data B4: 'closed' is not a number.",
    ]);
  });
});

describe('a KPI renamed in one sheet and not in the other', () => {
  test('is named with what was probably meant', () => {
    const renamed = typed(shop, 'Compass Data', { B1: 'Tickts' });
    expect(problemsOf(renamed)).toEqual([
      "Compass Data B1: Compass Data has a column 'Tickts' that no KPI has; did you mean Tickets?",
    ]);
    expect(kpi(renamed, 'Tickets')!.values.every(value => value === null)).toBe(true);
    expect(kpi(renamed, 'Regulars')!.values[0]).toBe(0.3);
  });

  test('is named from both sides where the names are nothing alike', () => {
    expect(problemsOf(typed(shop, 'Compass Data', { B1: 'Footfall' }))).toEqual([
      "Compass Data B1: Compass Data has a column 'Footfall' that no KPI has; it is not judged.",
      "Compass KPIs A2: the KPI 'Tickets' has no column in Compass Data; it has no figures.",
    ]);
  });
});

describe('headers', () => {
  test.each<[string, string, Record<string, Cell>, string]>([
    [
      'misspelt',
      'Compass KPIs',
      { G1: 'Tarjet' },
      "Compass KPIs G1: the header 'Tarjet' is not known; did you mean Target?",
    ],
    ['missing', 'Compass KPIs', { G1: null }, "Compass KPIs has no column 'Target'; it counts as blank."],
    [
      'doubled',
      'Compass KPIs',
      { H1: 'Target' },
      "Compass KPIs H1: the header 'Target' appears twice; the column G1 is read, this one is not.",
    ],
    [
      'misspelt where rows are known by it',
      'Compass KPIs',
      { A1: 'KPIs' },
      "Compass KPIs A1: the header 'KPIs' is not known; did you mean KPI?",
    ],
    [
      'misspelt above the periods',
      'Compass Data',
      { A1: 'Perod' },
      "Compass Data A1: the header 'Perod' is not known; did you mean Period?",
    ],
    [
      'doubled above figures',
      'Compass Data',
      { C1: 'tickets' },
      "Compass Data C1: 'tickets' has two columns; the first one is read, this one is not.",
    ],
    [
      'of a label',
      'Compass Strategy',
      { A5: 'Reveiw every' },
      "Compass Strategy A5: the label 'Reveiw every' is not known; did you mean Review every?",
    ],
  ])('%s are named with their place', (_, sheet, cells, message) => {
    expect(problemsOf(typed(shop, sheet, cells))).toContain(message);
  });

  test('that are known in whatever case and spacing', () => {
    expect(problemsOf(typed(shop, 'Compass KPIs', { B1: ' business  FUNCTION ' }))).toEqual([]);
  });
});

describe('cells that cannot be read are named, and the rest is read', () => {
  test.each<[string, string, Record<string, Cell>, string]>([
    ['text in a number cell', 'Compass Data', { B7: 'closed' }, "Compass Data B7: 'closed' is not a number; left out."],
    [
      'a number typed as text',
      'Compass Data',
      { B7: '412' },
      "Compass Data B7: '412' is text, not a number; left out.",
    ],
    [
      'an error cell',
      'Compass Data',
      { B7: { error: '#REF!' } },
      'Compass Data B7: #REF! is where a number should be; left out.',
    ],
    ['a target in words', 'Compass KPIs', { G2: 'many' }, "Compass KPIs G2: 'many' is not a number; left out."],
    [
      'a negative weight',
      'Compass KPIs',
      { K2: -2 },
      'Compass KPIs K2: Weight is -2; write a number from 0 on. It counts as 1.',
    ],
    [
      'a weight in words',
      'Compass Strategy',
      { C9: 'high' },
      "Compass Strategy C9: Weight is 'high'; write a number from 0 on. It counts as 1.",
    ],
    [
      'an unknown direction',
      'Compass KPIs',
      { F2: 'hihger' },
      "Compass KPIs F2: Better is 'hihger'; did you mean higher? 'Tickets' is left out until then.",
    ],
    [
      'an unknown measure',
      'Compass KPIs',
      { D2: 'footfall' },
      "Compass KPIs D2: Measure is 'footfall'; write leads, lead quality, conversion,",
    ],
    [
      'an unknown way to combine',
      'Compass KPIs',
      { L2: 'average' },
      "Compass KPIs L2: Combine is 'average'; write sum, mean or last.",
    ],
    [
      'an unknown cadence',
      'Compass Strategy',
      { B5: 'fortnight' },
      "Compass Strategy B5: Review every is 'fortnight'; write week, month or quarter.",
    ],
    [
      'an unknown month',
      'Compass Strategy',
      { B4: 'Sprung' },
      "Compass Strategy B4: Fiscal year starts is 'Sprung'; write a month, such as January or 1.",
    ],
    [
      'a goal that is none',
      'Compass KPIs',
      { C2: 'Gro' },
      "Compass KPIs C2: Compass Strategy has no goal 'Gro'; did you mean Grow?",
    ],
    [
      'a function that is none',
      'Compass KPIs',
      { B2: 'Sale' },
      "Compass KPIs B2: Compass Strategy has no business function 'Sale'; did you mean Sales?",
    ],
    [
      'a KPI that appears twice',
      'Compass KPIs',
      { A3: 'tickets' },
      "Compass KPIs A3: the KPI 'tickets' appears twice; the first one counts.",
    ],
    ['a row without a name', 'Compass KPIs', { A3: null }, 'Compass KPIs A3: this row has no KPI name; left out.'],
    [
      'a denominator that is none',
      'Compass KPIs',
      { M2: 'Regular' },
      "Compass KPIs M2: no KPI is called 'Regular'; did you mean Regulars?",
    ],
    [
      'a source in prose',
      'Compass KPIs',
      { Q2: 'the weekly sheet' },
      "Compass KPIs Q2: 'the weekly sheet' can’t be read; write it like Weekly!B4:B26 by Weekly!A4:A26.",
    ],
    [
      'a band without its ends',
      'Compass KPIs',
      { F2: 'in range' },
      "Compass KPIs F2: 'Tickets' is better in range; write its Low and its High, Low below High.",
    ],
    [
      'a goal that appears twice',
      'Compass Strategy',
      { A10: 'grow' },
      "Compass Strategy A10: the goal 'grow' appears twice; the first one counts.",
    ],
    [
      'a log entry of no kind',
      'Compass Log',
      { B2: 'gossip', A2: 46_000 },
      "Compass Log B2: Kind is 'gossip'; write decision, review, target or level.",
    ],
    ['a due date that is none', 'Compass Log', { B2: 'decision', L2: 'later' }, 'Compass Log L2: Due is not read:'],
  ])('%s', (_, sheet, cells, message) => {
    const edited = typed(shop, sheet, cells);
    expect(problemsOf(edited).some(found => found.startsWith(message))).toBe(true);
    expect(
      kpi(edited, sheet === 'Compass KPIs' && 'A3' in cells ? 'Tickets' : 'Regulars')!.values.some(
        value => value !== null,
      ),
    ).toBe(true);
  });

  test('each with the place to go to', () => {
    const problem = readRegister(typed(shop, 'Compass Data', { B7: 'closed' })).problems[0]!;
    expect(problem).toMatchObject({ severity: 'error', place: { sheet: 'Compass Data', range: 'B7' } });
  });

  test('and the offer to convert it where text says a figure', () => {
    const of = (cell: Cell) => readRegister(typed(shop, 'Compass Data', { B7: cell })).problems[0]!.convert;
    expect(['412', '€ 12', 'closed', { error: '#N/A' } as const].map(of)).toEqual([
      'Tickets',
      'Tickets',
      undefined,
      undefined,
    ]);
  });

  test('a label that is not known has its place', () => {
    const [problem] = readRegister(typed(shop, 'Compass Strategy', { A5: 'Reveiw every' })).problems;
    expect(problem!.place).toEqual({ sheet: 'Compass Strategy', range: 'A5' });
  });

  test('text that came into a source is named in the owner’s own sheet', () => {
    const data = shop.sheets.find(({ name }) => name === 'Compass Data')!;
    const values = data.values.map((row, r) => row.map((cell, c) => (r === 6 && c === 1 ? 'closed' : cell)));
    const edited = { ...shop, sheets: shop.sheets.map(one => (one === data ? { ...data, values } : one)) };
    expect(problemsOf(edited)).toEqual(["Weekly B9: 'closed' is not a number; left out."]);
  });

  test('a goal and a function are found trimmed and without case', () => {
    const edited = typed(shop, 'Compass KPIs', { C2: ' GROW ', B2: 'sales' });
    expect(kpi(edited, 'Tickets')).toMatchObject({ goal: 'Grow', function: 'Sales' });
    expect(problemsOf(edited)).toEqual([]);
  });

  test('one of the tables without the other', () => {
    const lone = { ...shop, sheets: shop.sheets.filter(({ name }) => name !== 'Compass Data') };
    expect(problemsOf(lone)).toEqual([
      'The workbook has Compass KPIs, but no sheet Compass Data; undo its removal, or track the KPIs again.',
    ]);
  });

  test('shorter rows than the cadence that is written: they are put together', () => {
    expect(problemsOf(typed(shop, 'Compass Strategy', { B5: 'month' }))).toEqual([
      "The rows of Compass Data are weeks; for a review every month they are combined by each KPI's Combine.",
      // the last of the ten weeks from 5 January on begins on 9 March and ends on the 15th
      'Tickets: Mar 2026 is left out, since 16 of its 31 days have no figure.',
      'Regulars: Mar 2026 is left out, since 16 of its 31 days have no figure.',
    ]);
  });
});

describe('the strategy', () => {
  test('is read with its dates, months and words as people type them', () => {
    const edited = typed(shop, 'Compass Strategy', {
      B1: 'The best bread in town',
      B3: '€',
      B4: 'April',
      B5: 'Weekly',
      B6: '2026-06-30',
      C9: 3,
      E9: 1200,
      F9: 'Sep 2026',
    });
    const { strategy } = readRegister(edited);
    expect(strategy).toMatchObject({
      vision: 'The best bread in town',
      currency: '€',
      fiscalYearStart: 4,
      cadence: 'week',
      nextReview: serialOf(2026, 6, 30),
    });
    // A goal is due by the last day of the month that is named.
    expect(strategy.goals[0]).toMatchObject({ weight: 3, spend: 1200, reviewBy: serialOf(2026, 9, 30) });
  });

  test('a decision in the log is read with its dates as serials', () => {
    const edited = typed(shop, 'Compass Log', {
      A2: '2026-03-16',
      B2: 'Decision',
      C2: week(8),
      D2: 'Tickets',
      F2: 'accept',
      I2: 'new street',
    });
    expect(readRegister(edited).log).toEqual([
      expect.objectContaining({
        date: serialOf(2026, 3, 16),
        kind: 'decision',
        period: week(8),
        kpi: 'Tickets',
        decision: 'accept',
        note: 'new street',
      }),
    ]);
  });
});
