import type { Cell } from '../../src/cells/value';
import { planUninstall, type UninstallChoices } from '../../src/templates/uninstall/uninstall';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { coffeeCart, installed, TODAY } from '../templates/coffeeCart';
import { month, rowsOf, typed, workbook } from '../workbook/workbooks';

// Uninstalling from a workbook with one small template: what its owner is shown before, and what is left. What each sheet
// holds follows from coffeeCart.ts.

const mine = workbook({ Mine: [['Price'], [3]] }, TODAY);
const shop = installed({}, mine);
const plan = (snapshot: Snapshot, choices: Partial<UninstallChoices> = {}) =>
  planUninstall(snapshot, [coffeeCart], { isFile: false, hasBareNames: true, ...choices });
const uninstalled = (snapshot: Snapshot, choices: Partial<UninstallChoices> = {}) =>
  applyEdits(snapshot, plan(snapshot, choices).edits);
const said = (snapshot: Snapshot) =>
  Object.fromEntries(
    plan(snapshot).sheets.map(({ name, contents, own }) => [name, [contents, ...own.map(({ message }) => message)]]),
  );
/** A cell of the owner's with a formula as a host spells it, and what it shows. */
const withFormula = (snapshot: Snapshot, formula: string, value: number | string | null): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map(sheet =>
    sheet.name === 'Mine'
      ? {
          ...sheet,
          values: [
            ['Price', value],
            [3, null],
          ],
          formulas: [
            [null, formula],
            [null, null],
          ],
        }
      : sheet,
  ),
});

describe('what each sheet holds is said before', () => {
  test('as it came', () => {
    expect(said(shop)).toEqual({
      Cart: ['a sheet of Coffee cart'],
      Places: ['a sheet of Coffee cart'],
      'Compass Strategy': ['vision, goals and business functions'],
      'Compass KPIs': ['2 KPIs'],
      'Compass Data': ['figures of 3 periods'],
      'Compass Log': ['0 decisions and other entries'],
      'Compass Dashboard': ['the page to print'],
      'Compass Templates': ['the list of installed templates'],
    });
  });

  test('with what was typed into it since, and where', () => {
    const one = typed(typed(shop, 'Compass Log', { B2: 'review' }), 'Compass Strategy', { E1: 'ask Ben', A20: 'Ours' });
    expect(said(one)).toMatchObject({
      'Compass Log': ['1 decision or other entry'],
      // Labels and tables are ours to read; beside them and their values nothing is.
      'Compass Strategy': [
        'vision, goals and business functions',
        'Compass Strategy: 1 cell of yours beside its table, E1.',
      ],
    });
    const two = typed(typed(shop, 'Compass Data', { B2: 7, C3: 8 }), 'Compass KPIs', { Z3: 'x', Z4: 'y' });
    expect(said(two)).toMatchObject({
      'Compass Data': ['figures of 3 periods', 'Compass Data: 2 figures typed into it, from B2 on.'],
      'Compass KPIs': ['2 KPIs', 'Compass KPIs: 2 cells of yours beside its table, from Z3 on.'],
    });
    expect(said(typed(shop, 'Compass Data', { A9: month(12) }))).toMatchObject({
      'Compass Data': ['figures of 4 periods'],
    });
  });
});

describe('what is kept', () => {
  test('is nothing of ours by default, and a template’s sheet that somebody typed into', () => {
    expect(sheetNames(uninstalled(shop))).toEqual(['Mine']);
    const used = typed(shop, 'Cart', { B15: 130 });
    const { sheets, removed } = plan(used);
    expect(sheets.filter(({ isKept }) => isKept).map(({ name, keptAs }) => [name, keptAs])).toEqual([['Cart', 'Cart']]);
    expect(removed).not.toContain('Cart');
    expect(viewSheet(uninstalled(used), 'Cart')!.cell(14, 1)).toBe(130);
    expect(sheetNames(uninstalled(used, { keep: { cart: false } }))).toEqual(['Mine']);
    expect(sheetNames(uninstalled(shop, { keep: { CART: true } }))).toEqual(['Mine', 'Cart']);
  });

  test('is a plain copy of what Compass sheets hold, without what only the product uses', () => {
    const logged = typed(shop, 'Compass Log', {
      A2: TODAY,
      B2: 'decision',
      D2: 'Cups',
      E2: 'Cups up 2026-10-01',
      F2: 'accept',
    });
    const left = uninstalled(logged, { keep: { 'Compass Log': true, 'Compass KPIs': true } });
    expect(sheetNames(left)).toEqual(['Mine', 'KPI list', 'Decisions']);
    // Columns with nothing below their header are left out.
    expect(rowsOf(left, 'Decisions')).toEqual([
      ['Date', 'Kind', 'KPI', 'Decision'],
      [TODAY, 'decision', 'Cups', 'accept'],
    ]);
    expect(viewSheet(left, 'Decisions')!.format(1, 0)).toBe('yyyy-mm-dd');
    const [headers, cups, growth] = rowsOf(left, 'KPI list');
    expect(headers).toEqual([
      'KPI',
      'Business function',
      'Goal',
      'Unit',
      'Better',
      'Target',
      'Low',
      'High',
      'Note',
      'Sample',
    ]);
    expect([cups![0], cups![5], growth![0], growth![6]]).toEqual(['Cups', 120, 'Growth', 0.02]);
    const added = plan(logged, { keep: { 'Compass Log': true } }).edits.find(edit => edit.kind === 'add sheet');
    // As wide as in the Compass sheet: 12, 10, 28 and 10 characters; its header stays in view.
    expect(added).toMatchObject({ sheet: 'Decisions', frozenRows: 1, widths: [12, 10, 28, 10] });
  });

  test('is no sheet without rows, and gets a free name', () => {
    expect(sheetNames(uninstalled(shop, { keep: { 'Compass Log': true, 'Compass Dashboard': true } }))).toEqual([
      'Mine',
    ]);
    const taken = applyEdits(shop, [{ kind: 'add sheet', sheet: 'Figures' }]);
    const left = uninstalled(taken, { keep: { 'Compass Data': true } });
    expect(sheetNames(left)).toEqual(['Mine', 'Figures', 'Figures (2)']);
    expect(rowsOf(left, 'Figures (2)')).toEqual([
      ['Period', 'Cups', 'Growth'],
      [month(8), 100, 0],
      [month(9), 110, 110 / 100 - 1],
      [month(10), 121, 121 / 110 - 1],
    ]);
  });
});

describe('the owner’s cells', () => {
  const kept = (edits: Edit[]) =>
    edits.flatMap(edit => (edit.kind === 'keep values' ? [[edit.sheet, edit.row, edit.column, edit.expected]] : []));

  test('that read a sheet of ours keep what they show', () => {
    const reading = withFormula(shop, '=Cart!B13*2', 200);
    const { edits, references, calls } = plan(reading);
    expect(kept(edits)).toEqual([['Mine', 0, 1, [[200]]]]);
    expect(references).toEqual([{ place: { sheet: 'Mine', range: 'B1' }, message: 'Mine B1: =Cart!B13*2' }]);
    expect(calls).toEqual([]);
    const left = viewSheet(uninstalled(reading), 'Mine')!;
    expect([left.cell(0, 1), left.formula(0, 1)]).toEqual([200, null]);
    // A sheet that is kept can be read on; what it reads itself is a value then.
    expect(plan(reading, { keep: { Cart: true } }).references.map(({ place }) => place.sheet)).toEqual(['Cart']);
  });

  test('that call our functions become values, or keep their formulas as they choose', () => {
    const calling = withFormula(shop, '=CHURN_RATE(5,100)', 0.05);
    expect(kept(plan(calling).edits)).toEqual([['Mine', 0, 1, [[0.05]]]]);
    expect(kept(plan(calling, { formulas: 'keep' }).edits)).toEqual([]);
    expect(plan(calling, { formulas: 'keep' }).calls).toHaveLength(1);
  });

  test('with no result to keep stay as they are, which is said', () => {
    const never = withFormula(shop, '=Cart!B13*2', null);
    expect(plan(never, { isFile: true }).notes).toEqual([
      {
        place: { sheet: 'Mine', range: 'B1' },
        message: 'Mine B1: =Cart!B13*2 shows no result and refers to a sheet that is removed; it will show #REF!.',
      },
    ]);
    expect(kept(plan(never, { isFile: true }).edits)).toEqual([]);
    // In a spreadsheet that calculates, a blank is a result.
    expect(kept(plan(never).edits)).toEqual([['Mine', 0, 1, [[null]]]]);
    expect(plan(withFormula(shop, '=CHURN_RATE(5,100)', 'Loading...'), { formulas: 'keep' }).notes).toEqual([]);
  });

  test('with a long formula are shown by its beginning', () => {
    const long = `=Cart!B13+${'1+'.repeat(40)}1`;
    const [reference] = plan(withFormula(shop, long, 1)).references;
    // 59 characters and an ellipsis.
    expect(reference!.message).toBe(`Mine B1: ${long.slice(0, 59)}…`);
    const exact = `=Cart!B13+${'1+'.repeat(24)}11`;
    expect(plan(withFormula(shop, exact, 1)).references[0]!.message).toBe(`Mine B1: ${exact}`);
    expect(exact).toHaveLength(60);
  });

  test('named for a sheet of ours are pointed out', () => {
    const named: Snapshot = {
      ...shop,
      names: [
        { name: 'Cups', formula: '=Cart!$B$13:$B$15' },
        { name: 'Own', formula: '=Mine!$A$2' },
      ],
    };
    expect(plan(named).notes).toEqual([
      {
        place: { sheet: 'Cart' },
        message: "The name 'Cups' refers to a sheet that is removed (Cart!$B$13:$B$15); it will show #REF!.",
      },
    ]);
    expect(plan({ ...withFormula(named, '=SUM(Cups)', 331) }).references).toHaveLength(1);
    expect(plan({ ...withFormula(named, '=SUM(Cups2)', 331) }).references).toHaveLength(0);
    expect(plan({ ...withFormula(named, '="Cups"', 'Cups') }).references).toHaveLength(0);
  });
});

test('a workbook without anything of ours stays as it is, even with a sheet that looks like a template’s', () => {
  const alone = { ...mine, sheets: [...mine.sheets, { ...shop.sheets.find(({ name }) => name === 'Cart')! }] };
  expect(plan(alone)).toMatchObject({ edits: [], sheets: [], removed: [], notes: [] });
});

test('where every sheet goes a new one is made', () => {
  const only = installed();
  expect(sheetNames(uninstalled(only))).toEqual(['Sheet1']);
  expect(sheetNames(uninstalled(only, { keep: { 'Compass Data': true } }))).toEqual(['Figures']);
});

describe('what was typed into a template’s sheet since', () => {
  // The cart's labels are in A5:B6, its rows from 13 on; *Margin* is a formula, the cups are typed.
  const messages = (cells: Record<string, Cell>) =>
    plan(typed(shop, 'Cart', cells))
      .sheets.find(({ name }) => name === 'Cart')!
      .own.map(({ message }) => message);

  test('is named, a cell or the first of many', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ B5: 3 })).toEqual(['Cart: 1 cell typed since, B5.']);
    expect(messages({ A4: 'Costs' })).toEqual(['Cart: 1 cell typed since, A4.']);
    expect(messages({ A4: 'Costs', A5: 'Cup' })).toEqual(['Cart: 2 cells typed since, from A4 on.']);
    expect(messages({ B5: 3, B13: 7 })).toEqual(['Cart, Cups: 1 figure typed since (B13).']);
  });

  test('is no period in its first column', () => {
    expect(messages({ A13: month(3) })).toEqual([]);
  });

  test('can be told of a template that the catalogue no longer has, too', () => {
    const of = (snapshot: Snapshot) =>
      planUninstall(snapshot, [], { isFile: false, hasBareNames: true })
        .sheets.filter(({ name }) => name === 'Cart')
        .flatMap(({ own }) => own.map(({ message }) => message));
    expect(of(shop)).toEqual([]);
    expect(of(typed(shop, 'Cart', { B5: 3 }))).toEqual(['Cart was changed since it was installed.']);
  });
});
