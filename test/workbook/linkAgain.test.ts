import type { Cell } from '../../src/cells/value';
import { review } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { linkAgain } from '../../src/workbook/track/linkAgain';
import { track } from '../../src/workbook/track/track';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { workbook } from './workbooks';

/** 10 Feb 2026; months from Jan 2024. */
const TODAY = 46063;
const months = Array.from({ length: 24 }, (_, i) => Math.round(45292 + i * 30.4375 + 5));
const figures = months.map((_, i) => 100 + ((i * 7) % 5));
const book = workbook(
  {
    Shop: [
      ['Month', 'Sales', 'Orders', 'Other'],
      ...months.map((m, i): Cell[] => [m, figures[i]!, figures[i]! * 2, 5 + i]),
    ],
  },
  TODAY,
);
const sales = { kpi: 'Sales', function: 'Sales', target: 100, values: { sheet: 'Shop', range: 'B2:B25' } };
const orders = { kpi: 'Orders', function: 'Sales', target: 300, values: { sheet: 'Shop', range: 'C2:C25' } };
const tracked = [sales, orders].reduce((now, request) => applyEdits(now, track(now, request)), book);

/** The workbook once column B of Shop was deleted: every formula that pointed there shows #REF!. */
function withoutColumn(now: Snapshot): Snapshot {
  return {
    ...now,
    sheets: now.sheets.map(sheet => {
      if (sheet.name === 'Shop') return { ...sheet, values: sheet.values.map(row => row.filter((_, c) => c !== 1)) };
      if (sheet.name !== 'Compass Data') return sheet;
      const gone = (formula: string | null | undefined) => formula?.includes('Shop!$B') ?? false;
      return {
        ...sheet,
        values: sheet.values.map((row, r) =>
          row.map((cell, c): Cell => (gone(sheet.formulas?.[r]?.[c]) ? { error: '#REF!' } : cell)),
        ),
        formulas: sheet.formulas!.map(row =>
          row.map(formula =>
            gone(formula) ? '=IF(#REF!="","",#REF!)' : (formula?.replaceAll('Shop!$C', 'Shop!$B') ?? null),
          ),
        ),
      };
    }),
  };
}

test('a tracked column that is deleted is one entry, and the score says what it leaves out', () => {
  const found = review(withoutColumn(tracked));
  expect(found.problems.map(({ message, relink }) => [message, relink])).toEqual([
    ['Sales: the cells it was read from were deleted; 24 periods show #REF!. Link it to its figures again.', 'Sales'],
  ]);
  const whole = review(tracked);
  expect(whole.score.functions[0]!.kpis.map(({ name }) => name)).toEqual(['Sales', 'Orders']);
  expect(found.score.functions[0]!.kpis.map(({ name }) => name)).toEqual(['Orders']);
  expect(found.score.leftOut).toEqual([{ name: 'Sales', reason: 'not judged: its cells are gone' }]);
});

test('it is linked to other cells: target, decisions and the other KPI stay as they were', () => {
  const broken = withoutColumn(tracked);
  const linked = applyEdits(broken, linkAgain(broken, 'sales', { values: { sheet: 'Shop', range: 'C2:C25' } }));
  const { kpis, problems } = readRegister(linked);
  expect(problems).toEqual([]);
  const [again, other] = kpis;
  expect(again!.values).toEqual(months.map((_, i) => 5 + i));
  expect(again!.target).toBe(100);
  expect(again!.source!.text).toBe('Shop!C2:C25 by Shop!A2:A25');
  expect(other!.values).toEqual(readRegister(broken).kpis[1]!.values);
});

test('a period that the new cells do not have keeps its figure as a plain number', () => {
  const linked = applyEdits(tracked, linkAgain(tracked, 'Sales', { values: { sheet: 'Shop', range: 'D14:D25' } }));
  const { kpis, problems } = readRegister(linked);
  expect(problems).toEqual([]);
  expect(kpis[0]!.values).toEqual([...figures.slice(0, 12), ...months.slice(12).map((_, i) => 17 + i)]);
  const data = linked.sheets.find(({ name }) => name === 'Compass Data')!;
  expect(data.formulas![1]![1]).toBeNull();
  expect(data.formulas![13]![1]).toContain('Shop!$D$14');
});

test('a KPI becomes one that is added up, and counts what is unread', () => {
  const days = Array.from({ length: 700 }, (_, i): Cell[] => [45292 + i, 3]);
  const both = {
    ...tracked,
    sheets: [...tracked.sheets, { name: 'Till', values: [['Date', 'Amount'] as Cell[], ...days] }],
  };
  const linked = applyEdits(both, linkAgain(both, 'Sales', { values: { sheet: 'Till', range: 'B:B' } }));
  const { kpis } = readRegister(linked);
  expect(kpis[0]).toMatchObject({ combine: 'sum', gaps: 'zero', unreadText: null });
  expect(kpis[0]!.values.slice(0, 3)).toEqual([93, 87, 93]);
});

test('cells that are tracked already are pointed out, when they are chosen and in the review', () => {
  const again = { ...sales, kpi: 'Turnover' };
  expect(previewTrack(tracked, again).notes).toContain(
    'These cells are tracked already, as Sales; the score would count them twice.',
  );
  const twice = applyEdits(tracked, track(tracked, again));
  expect(readRegister(twice).problems.map(({ message }) => message)).toEqual([
    'Sales and Turnover are read from the same cells, Shop!B2:B25 by Shop!A2:A25: they count as 2 KPIs in the score.',
  ]);
});
