import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { convertText, placesToConvert } from '../../src/workbook/track/convertText';
import { month, rowsOf, tracked, typed, WEEKLY, week, workbook } from './workbooks';

// What an owner sees before text in their own cells becomes numbers. Expected values are the figures that the texts say.

/** A line every second day from 1 January 2026 on, ten each: 16 in January, 14 in February, 15 in March (up to the 31st). */
const lines = Array.from({ length: 45 }, (_, i): Cell[] => [month(1) + 2 * i, 10]);
const till = (more: Cell[][] = []) =>
  tracked(workbook({ Till: [['Date', 'Amount'], ...lines, ...more] }), {
    kpi: 'Takings',
    values: { sheet: 'Till', range: 'B:B' },
    cadence: 'month',
  });
const said = ({ converted }: ReturnType<typeof convertText>) =>
  converted.map(({ cell, text, value, format }) => [cell.top + 1, text, value, format]);
const why = ({ left }: ReturnType<typeof convertText>) => left.map(({ text, why }) => [text, why]);
const withFormats = (snapshot: Snapshot, sheet: string, formats: Record<string, string>): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map(one =>
    one.name !== sheet
      ? one
      : {
          ...one,
          formats: one.values.map((row, r) =>
            row.map((_, c) => formats[String.fromCharCode(65 + c) + (r + 1)] ?? one.formats?.[r]?.[c] ?? 'General'),
          ),
        },
  ),
});

describe('amounts that are text', () => {
  test('become the figures that they say; what says none stays and is named, words for nothing are not', () => {
    const pasted = typed(till(), 'Till', { B3: '(1,200.50)', B4: ' 12 ', B5: 'ask Anna', B6: 'n/a', B7: ' ' });
    const found = convertText(pasted, 'Takings');
    expect(said(found)).toEqual([
      [3, '(1,200.50)', -1200.5, '#,##0.00'],
      [4, ' 12 ', 12, '#,##0'],
    ]);
    expect(why(found)).toEqual([['ask Anna', 'can’t be read as a figure']]);
    expect(found.notes).toEqual([]);
    const after = applyEdits(pasted, found.edits);
    expect(rowsOf(after, 'Till').slice(2, 6)).toEqual([
      [month(1) + 2, -1200.5],
      [month(1) + 4, 12],
      [month(1) + 6, 'ask Anna'],
      [month(1) + 8, 'n/a'],
    ]);
  });

  test('are read with the decimals that their neighbours settle, whatever the country', () => {
    // 1.234 by itself is one and a bit in en-GB; beside 12,50 it can only be a thousand.
    expect(said(convertText(typed(till(), 'Till', { B3: '1.234' })))[0]![2]).toBe(1.234);
    expect(said(convertText(typed(till(), 'Till', { B3: '1.234', B4: '12,50' }))).map(([, , value]) => value)).toEqual([
      1234, 12.5,
    ]);
  });

  test('take the number format of most of their column, where they have none of their own', () => {
    const formats = { B2: '0', B4: '#,##0.00 €', B5: '#,##0.00 €', B6: '@', B7: '@', B8: '@', B3: '0.0', B9: '@' };
    const pasted = withFormats(typed(till(), 'Till', { B3: '12', B9: '13' }), 'Till', formats);
    expect(said(convertText(pasted))).toEqual([
      [3, '12', 12, '0.0'],
      [9, '13', 13, '#,##0.00 €'],
    ]);
  });

  test('that a formula shows stay, since the formula would be lost', () => {
    const pasted = typed(till(), 'Till', { B3: '12' });
    const sheets = pasted.sheets.map(sheet =>
      sheet.name === 'Till'
        ? { ...sheet, formulas: sheet.formulas!.map((row, r) => row.map((of, c) => (r === 2 && c === 1 ? '=C3' : of))) }
        : sheet,
    );
    const found = convertText({ ...pasted, sheets });
    expect([said(found), why(found), found.edits]).toEqual([[], [['12', 'comes from a formula']], []]);
  });

  test('above the first line are headings, even where they say a figure', () => {
    const titled = workbook({
      Till: [['As of 01/02/2026', '2,026'], ['Date', 'Amount'], ...lines],
    });
    const shop = tracked(titled, { kpi: 'Takings', values: { sheet: 'Till', range: 'B:B' }, cadence: 'month' });
    expect(said(convertText(typed(shop, 'Till', { B5: '7' })))).toEqual([[5, '7', 7, '#,##0']]);
  });

  test('in a ledger that runs across are found as well', () => {
    const across = workbook({
      Till: [
        ['Date', ...lines.map(([day]) => day!)],
        ['Amount', ...lines.map(([, amount]) => amount!)],
      ],
    });
    const shop = tracked(across, { kpi: 'Takings', values: { sheet: 'Till', range: '2:2' }, cadence: 'month' });
    const { converted } = convertText(typed(shop, 'Till', { D2: '7' }));
    expect(converted.map(({ cell: { top, left }, value }) => [top, left, value])).toEqual([[1, 3, 7]]);
  });
});

describe('dates that are text', () => {
  test('become dates in the order that one of them settles', () => {
    const pasted = typed(till(), 'Till', { A45: '28/3/2026', A46: '1/4/2026', A47: '2 Apr 2026', B47: 10 });
    expect(said(convertText(pasted))).toEqual([
      [45, '28/3/2026', serialOf(2026, 3, 28), 'yyyy-mm-dd'],
      [46, '1/4/2026', serialOf(2026, 4, 1), 'yyyy-mm-dd'],
      [47, '2 Apr 2026', serialOf(2026, 4, 2), 'yyyy-mm-dd'],
    ]);
  });

  test('are converted though an export would write them so, where the sums take real dates only', () => {
    expect(said(convertText(typed(till(), 'Till', { A45: '2026-03-28' })))).toEqual([
      [45, '2026-03-28', serialOf(2026, 3, 28), 'yyyy-mm-dd'],
    ]);
  });

  test('that are no day are named as dates', () => {
    const found = convertText(typed(till(), 'Till', { A45: 'Mar 2026', A46: 'soon' }));
    expect(why(found)).toEqual([
      ['Mar 2026', 'can’t be read as a date'],
      ['soon', 'can’t be read as a date'],
    ]);
  });

  test('all beyond the 12th warn that the others were read month first', () => {
    const note = /^Only dates with a day after the 12th were text, such as '13\/03\/2026'\. .*5 July read as 7 May/;
    const only = convertText(typed(till(), 'Till', { A44: ' 13/03/2026', A45: '31/03/2026' }));
    expect(only.notes).toEqual([expect.stringMatching(note)]);
    const mixed = convertText(typed(till(), 'Till', { A44: '13/03/2026', A45: '12/03/2026' }));
    expect(mixed.converted).toHaveLength(2);
    expect(mixed.notes).toEqual([]);
  });

  test('stay where the sums take them as they are, as an export with a time zone has them', () => {
    const exported = lines.map(([day], i): Cell[] => [
      i % 2 ? day! : `2026-0${i < 16 ? 1 : i < 30 ? 2 : 3}-${String(((2 * i) % 28) + 1).padStart(2, '0')}T09:00:00Z`,
      10,
    ]);
    const shop = tracked(workbook({ Till: [['Date', 'Amount'], ...exported] }), {
      kpi: 'Takings',
      values: { sheet: 'Till', range: 'B:B' },
      cadence: 'month',
    });
    expect(said(convertText(typed(shop, 'Till', { B3: '7', A3: '14/01/2026' })))).toEqual([
      [3, '7', 7, '#,##0'],
      [3, '14/01/2026', serialOf(2026, 1, 14), 'yyyy-mm-dd'],
    ]);
  });

  test('of two KPIs are converted once', () => {
    const both = tracked(workbook({ Till: [['Date', 'Amount', 'Tips'], ...lines.map(line => [...line, 1])] }), {
      kpi: 'Takings',
      values: { sheet: 'Till', range: 'B:B' },
      periods: { sheet: 'Till', range: 'A:A' },
      cadence: 'month',
    });
    const shop = tracked(both, {
      kpi: 'Tips',
      values: { sheet: 'Till', range: 'C:C' },
      periods: { sheet: 'Till', range: 'A:A' },
    });
    const pasted = typed(shop, 'Till', { A45: '28/03/2026', B9: '8', C9: '2' });
    expect(said(convertText(pasted)).map(([row, text]) => [row, text])).toEqual([
      [9, '8'],
      [45, '28/03/2026'],
      [9, '2'],
    ]);
    expect(said(convertText(pasted, ' tips')).map(([row, text]) => [row, text])).toEqual([
      [9, '2'],
      [45, '28/03/2026'],
    ]);
    expect(placesToConvert(pasted, 'Tips')).toEqual([
      { sheet: 'Till', range: '$C:$C' },
      { sheet: 'Till', range: '$A:$A' },
    ]);
  });
});

describe('text among figures that are tracked cell by cell', () => {
  const shop = tracked(workbook({ Weekly: WEEKLY }), { kpi: 'Tickets', values: { sheet: 'Weekly', range: 'B4:B13' } });

  test('becomes a figure in the cells that are read, and nowhere else; what names the periods stays', () => {
    const pasted = typed(shop, 'Weekly', { B5: '402 ', A6: '19 Jan 2026', B20: '7', C5: '0,3' });
    expect(said(convertText(pasted))).toEqual([[5, '402 ', 402, '#,##0']]);
  });

  test('comes to Compass Data with its figure, where nobody else calculates the file', () => {
    const pasted = typed(typed(shop, 'Weekly', { B5: '398' }), 'Compass Data', {});
    const { edits } = convertText(pasted, undefined, true);
    const after = applyEdits(pasted, edits);
    expect(rowsOf(after, 'Compass Data')[2]).toEqual([week(1), 398]);
    expect(viewSheet(after, 'Compass Data')!.formula(2, 1)).toBe('=IF(Weekly!$B$5="","",Weekly!$B$5)');
    const without = applyEdits(pasted, convertText(pasted).edits);
    expect(rowsOf(without, 'Compass Data')[2]).toEqual([week(1), 402]);
  });
});

test('the sums of a converted ledger are worked out anew for a file that nobody calculates', () => {
  const pasted = typed(till(), 'Till', { B3: '100', B4: 'ask Anna' });
  const after = applyEdits(pasted, convertText(pasted, undefined, true).edits);
  // January: 16 lines of 10, of which one is 100 now and one still text; February 14 lines, March 15.
  expect(rowsOf(after, 'Compass Data').slice(1, 4)).toEqual([
    [month(1), 240],
    [month(2), 140],
    [month(3), 150],
  ]);
  const [headers, row] = rowsOf(after, 'Compass KPIs');
  expect(['Unread', 'First unread', 'Unread from', 'Unread until'].map(name => row![headers!.indexOf(name)])).toEqual([
    1,
    'B4',
    month(1) + 4,
    month(1) + 4,
  ]);
  expect(readRegister(after).kpis[0]!.unreadText).toMatchObject({ count: 1 });
});
