import { printRange } from '../../src/cells/address';
import { printFormula } from '../../src/cells/printFormula';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Template } from '../../src/templates/template';
import { templateSheetsIn } from '../../src/templates/uninstall/templateSheets';
import { keepSamples, removeSamples } from '../../src/templates/upkeep/removeSamples';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { upgradeTemplate } from '../../src/templates/upkeep/upgradeTemplate';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { month, rowsOf, typed, workbook } from '../workbook/workbooks';
import { blank, coffeeCart, edits, installed, TODAY } from './coffeeCart';

// All that a template of one cart makes, cell by cell as its owner sees it. What is expected follows from coffeeCart.ts and
// from what CONTRIBUTING says of each kind of block; months are those before 23 November 2026.

const after = installed();
const formulas = (snapshot: Snapshot, sheet: string) => {
  const view = viewSheet(snapshot, sheet)!;
  const found: Record<string, string> = {};
  for (let row = 0; row < view.rows; row++)
    for (let column = 0; column < view.columns; column++)
      if (view.formula(row, column) !== null) found['ABCDEFGH'[column]! + (row + 1)] = view.formula(row, column)!;
  return found;
};
const where = (edit: { row: number; column: number; rows: number; columns: number }) =>
  printRange({
    top: edit.row,
    left: edit.column,
    bottom: edit.row + edit.rows - 1,
    right: edit.column + edit.columns - 1,
  });

describe('the cells', () => {
  test('are title, note, prices, and a row a month below what is known of the KPIs', () => {
    expect(rowsOf(after, 'Cart')).toEqual([
      ['The cart, month by month', null, null, null],
      ['Type the cups at the end of each month.', null, null, null],
      [null, null, null, null],
      ['Prices', null, null, null],
      ['Price of a cup', 2.5, 'with milk', null],
      ['Margin', 1.5, null, null],
      [null, null, null, null],
      ['Target', 120, null, '2% – 12%'],
      ['Usual from', '', null, ''],
      ['Usual to', '', null, ''],
      ['Change', '', null, ''],
      ['Month', 'Cups', 'Sales', 'Growth'],
      [month(8), 100, 250, 0],
      [month(9), 110, 275, 110 / 100 - 1],
      [month(10), 121, 302.5, 121 / 110 - 1],
    ]);
    expect(rowsOf(after, 'Places')).toEqual([
      ['Where it stood', null, null],
      ['A row a place.', null, null],
      [null, null, null],
      ['Place', 'Since', 'Sold'],
      // One month before the newest, and the newest.
      ['Market', month(9), 70],
      ['Station', month(10), 51],
      [null, null, null],
      ['Total', null, 121],
      [null, null, null],
      ['How to read it', null, null],
      ['The most at the top.', null, null],
    ]);
  });

  test('are formulas of their own row, blank as long as an input is', () => {
    const { B8: _, D8: __, B9, B10, D9: ___, D10: ____, B11, D11: _____, ...own } = formulas(after, 'Cart');
    expect(own).toEqual({
      B6: '=IF($B$5="","",$B$5-1)',
      C13: '=IF(OR(B13="",$B$5=""),"",B13*$B$5)',
      C14: '=IF(OR(B14="",$B$5=""),"",B14*$B$5)',
      C15: '=IF(OR(B15="",$B$5=""),"",B15*$B$5)',
      D13: '=0',
      D14: '=IF(OR(B14="",B13="",B13=0),"",B14/B13-1)',
      D15: '=IF(OR(B15="",B14="",B14=0),"",B15/B14-1)',
    });
    expect(formulas(after, 'Places')).toEqual({ C8: '=SUM($C$5:$C$7)' });
    // The limits and the verdict are those that the dashboard shows.
    expect(B9).toMatch(/^=IFERROR\(INDEX\('Compass Dashboard'!\$F\$\d+:\$F\$\d+,MATCH\("Cups",/);
    expect(B10).toMatch(/^=IFERROR\(INDEX\('Compass Dashboard'!\$G\$/);
    expect(B11).toMatch(
      /^=IF\(LEFT\(.*,6\)="steady","steady",IF\(LEFT\(.*,5\)="worse","worse",IF\(LEFT\(.*,6\)="better","better",""\)\)\)$/,
    );
  });

  test('of an empty cart keep what does not change from month to month', () => {
    const empty = installed({ mode: 'empty' });
    // Half of three months have closed: one, and two from November on.
    expect(rowsOf(empty, 'Cart').slice(12)).toEqual([
      [month(10), null, '', 0],
      [month(11), null, '', ''],
      [month(12), null, '', ''],
    ]);
    expect(rowsOf(empty, 'Cart')[4]).toEqual(['Price of a cup', 2.5, 'with milk', null]);
    expect(rowsOf(empty, 'Places').slice(4, 8)).toEqual([
      ['Market', null, null],
      ['Station', null, null],
      [null, null, null],
      ['Total', null, 0],
    ]);
  });
});

describe('the looks', () => {
  const of = (sheet: string, kind: Edit['kind']) =>
    edits().flatMap(edit => (edit.sheet === sheet && edit.kind === kind ? [edit] : []));
  const looks = (sheet: string) =>
    of(sheet, 'format').map(edit => (edit.kind === 'format' ? [where(edit), edit.format] : []));
  const [INPUT, HEAD, NOTE] = [
    { background: '#fff8e1' },
    { bold: true, background: '#e8eef4', wrap: true },
    { italic: true, color: '#6b7280' },
  ];

  test('of the cart: what is typed is yellow, figures are to the right, months to the left', () => {
    expect(looks('Cart')).toEqual([
      ['A1', { bold: true, size: 14 }],
      ['A2', NOTE],
      ['A4', { bold: true, size: 12, color: '#1f3a5f' }],
      ['C5:C6', NOTE],
      ['B5', { number: '"€"#,##0.00', ...INPUT, align: 'right' }],
      ['B6', { align: 'right' }],
      ['A12:D12', HEAD],
      ['A13:A15', { number: 'mmm yyyy', align: 'left' }],
      ['A8:A11', NOTE],
      ['B12:D12', { ...HEAD, align: 'right' }],
      ['B13:B15', { number: '#,##0', ...INPUT }],
      ['B8:B11', { number: '#,##0', color: '#6b7280', align: 'right' }],
      ['C13:C15', { number: '"€"#,##0' }],
      ['D13:D15', { number: '0.0%' }],
      ['D8:D11', { number: '0.0%', color: '#6b7280', align: 'right' }],
    ]);
  });

  test('of a table: words stay to the left, and its total stands out', () => {
    expect(looks('Places')).toEqual([
      ['A1', { bold: true, size: 14 }],
      ['A2', NOTE],
      ['A4:C4', HEAD],
      ['A8:C8', { bold: true, background: '#f3f4f6' }],
      ['A5:A7', INPUT],
      ['B4:C4', { ...HEAD, align: 'right' }],
      ['B5:B7', { number: 'yyyy-mm-dd', ...INPUT }],
      ['B8', { number: 'yyyy-mm-dd' }],
      ['C5:C7', { number: '#,##0', ...INPUT }],
      ['C8', { number: '#,##0' }],
      ['A10', { bold: true, size: 12, color: '#1f3a5f' }],
    ]);
  });

  test('freeze the headers of months, are as wide as their words, and leave room for charts', () => {
    // 3 before a chart, 6 times 9 for it, 2 behind.
    const chart = [3, 9, 9, 9, 9, 9, 9, 2];
    expect([...of('Cart', 'add sheet'), ...of('Places', 'add sheet')]).toEqual([
      { kind: 'add sheet', sheet: 'Cart', frozenRows: 12, frozenColumns: 1, widths: [16, 14, 12, 10, ...chart] },
      { kind: 'add sheet', sheet: 'Places', widths: [10, 10, 10, ...chart] },
    ]);
    expect(
      [...of('Cart', 'page'), ...of('Places', 'page')].map(
        edit => edit.kind === 'page' && [edit.landscape, edit.onePage, edit.area],
      ),
    ).toEqual([
      [true, undefined, { top: 0, left: 0, bottom: 17, right: 11 }],
      [true, true, { top: 0, left: 0, bottom: 17, right: 10 }],
    ]);
  });

  test('say what may be typed, where a figure comes from, and what is calculated', () => {
    const said = ['Cart', 'Places'].flatMap(sheet =>
      of(sheet, 'validation').map(edit =>
        edit.kind === 'validation' ? [sheet, where(edit), edit.allow, edit.message] : [],
      ),
    );
    expect(said).toEqual([
      ['Cart', 'B5', { number: { from: 0 } }, 'Type a number from 0 on.'],
      ['Cart', 'B13:B15', { number: {} }, 'Type a number.'],
      ['Places', 'A5:A7', { list: ['Market', 'Station', 'Park'] }, 'Choose one of: Market, Station, Park.'],
      ['Places', 'B5:B7', { date: true }, 'Type a date.'],
    ]);
    expect(of('Cart', 'note')).toEqual([
      { kind: 'note', sheet: 'Cart', row: 11, column: 1, text: 'From the till.\nCups: Each is one.' },
    ]);
    expect(of('Cart', 'protect').map(edit => edit.kind === 'protect' && where(edit))).toEqual(['C13:C15', 'D13:D15']);
    const limits = (number: object) => {
      const [sheet] = coffeeCart.sheets;
      const [labels] = sheet!.blocks;
      const changed = { ...labels!, labels: [{ ...(labels as { labels: object[] }).labels[0], allow: { number } }] };
      const template = {
        ...coffeeCart,
        sheets: [{ ...sheet!, blocks: [changed, sheet!.blocks[1]] }],
        kpis: [],
      } as unknown as Template;
      return planInstall(template, blank, { mode: 'sample', periods: 3 }).edits.flatMap(edit =>
        edit.kind === 'validation' && edit.row === 4 ? [edit.message] : [],
      );
    };
    expect([{}, { to: 9 }, { from: 1, to: 9 }].map(limits)).toEqual([
      ['Type a number.'],
      ['Type a number up to 9.'],
      ['Type a number from 1 to 9.'],
    ]);
  });

  test('draw charts beside the cells: lines over months, bars from zero over places', () => {
    const cells = (sheet: string, column: number, top: number, bottom: number) => ({
      sheet,
      top,
      left: column,
      bottom,
      right: column,
    });
    expect(of('Cart', 'chart')).toEqual([
      {
        kind: 'chart',
        sheet: 'Cart',
        row: 3,
        column: 5,
        rows: 15,
        columns: 6,
        type: 'line',
        title: 'Sales',
        categories: cells('Cart', 0, 12, 14),
        dates: 'mmm yy',
        series: [
          { name: 'Sales', values: cells('Cart', 2, 12, 14), color: '#0072b2' },
          { name: 'Cups', values: cells('Cart', 1, 12, 14), color: '#d55e00' },
        ],
        format: '"€"#,##0',
      },
    ]);
    expect(of('Places', 'chart')).toMatchObject([
      {
        row: 3,
        column: 4,
        type: 'bar',
        from: 0,
        categories: cells('Places', 0, 4, 6),
        series: [{ name: 'Sold', values: cells('Places', 2, 4, 6) }],
      },
    ]);
    expect(of('Places', 'chart')[0]).not.toHaveProperty('dates');
    const weekly = edits({ cadence: 'week' }).find(edit => edit.kind === 'chart' && edit.sheet === 'Cart');
    expect(weekly).toMatchObject({ dates: 'd mmm' });
  });

  test('colour the figures that speak for a verdict, and the verdict itself', () => {
    const coloured = of('Cart', 'conditional format').map(edit =>
      edit.kind === 'conditional format' ? [where(edit), printFormula(edit.when, 'excel'), edit.format.background] : [],
    );
    const [WORSE, BETTER] = ['#fde2d2', '#d6eaf8'];
    expect(coloured).toEqual([
      ['B13:B15', 'AND(B$11="worse",ISNUMBER(B13),B13<B$9)', WORSE],
      ['B13:B15', 'AND(B$11="better",ISNUMBER(B13),B13>B$10)', BETTER],
      ['B11', 'B$11="worse"', WORSE],
      ['B11', 'B$11="better"', BETTER],
      ['D13:D15', 'AND(D$11="worse",ISNUMBER(D13),D13<D$9)', WORSE],
      ['D13:D15', 'AND(D$11="worse",ISNUMBER(D13),D13>D$10)', WORSE],
      ['D13:D15', 'AND(D$11="better",ISNUMBER(D13),D13<D$9)', BETTER],
      ['D13:D15', 'AND(D$11="better",ISNUMBER(D13),D13>D$10)', BETTER],
      ['D11', 'D$11="worse"', WORSE],
      ['D11', 'D$11="better"', BETTER],
    ]);
  });
});

describe('what is written down', () => {
  test('is each sheet with its cells, and those of the product that came with it', () => {
    const rows = rowsOf(after, 'Compass Templates').filter(([id]) => id !== null);
    expect(
      rows.map(([id, version, sheet, range, , , day, sample]) => [id, version, sheet, range, day, sample]),
    ).toEqual([
      ['Template', 'Version', 'Sheet', 'Range', 'Installed', 'Sample'],
      ['coffee-cart', 1, 'Cart', 'A1:D15', TODAY, 'yes'],
      ['coffee-cart', 1, 'Places', 'A1:C11', TODAY, 'yes'],
      ...['Strategy', 'KPIs', 'Data', 'Log', 'Dashboard', 'Templates'].map(name => [
        'compass',
        1,
        `Compass ${name}`,
        null,
        TODAY,
        null,
      ]),
    ]);
  });

  test('is the strategy, and each KPI with its source', () => {
    const { strategy, kpis, problems } = readRegister(after);
    expect(strategy).toMatchObject({
      vision: 'A cup for everybody',
      values: 'Hot and honest',
      currency: '€',
      cadence: 'month',
    });
    expect(strategy.goals).toMatchObject([{ name: 'Sell more cups', why: 'Rent', weight: 2, owner: 'Ada' }]);
    expect(strategy.functions).toEqual([{ name: 'Sales', weight: 3 }]);
    expect(kpis).toMatchObject([
      {
        name: 'Cups',
        target: 120,
        unit: 'cups',
        better: 'higher',
        values: [100, 110, 121],
        format: '#,##0',
        sample: true,
        source: { text: 'Cart!B13:B15 by Cart!A13:A15' },
      },
      {
        name: 'Growth',
        low: 0.02,
        high: 0.12,
        better: 'in range',
        combine: 'mean',
        format: '0.0%',
        source: { text: 'Cart!D13:D15 by Cart!A13:A15' },
      },
    ]);
    expect(problems).toEqual([]);
    // An empty cart has no strategy of somebody else's.
    expect(readRegister(installed({ mode: 'empty' })).strategy).toMatchObject({
      vision: '',
      values: '',
      currency: '€',
    });
    expect(readRegister(installed({ mode: 'empty' })).kpis[0]).not.toHaveProperty('sample');
  });

  test('is shown before', () => {
    const { preview, questions } = planInstall(coffeeCart, blank, { mode: 'sample', periods: 3 });
    expect(questions).toEqual([]);
    expect(preview).toMatchObject({
      kpis: ['Cups', 'Growth'],
      joined: [],
      goals: ['Sell more cups'],
      functions: ['Sales'],
      charts: 2,
      cadence: 'month',
      periods: { first: 'Aug 2026', last: 'Oct 2026', count: 3 },
      notes: [],
    });
    expect(preview.sheets.slice(0, 2)).toEqual(['Cart', 'Places']);
  });

  test('says what of the workbook is kept', () => {
    const own = applyEdits(after, []);
    const notes = (options: object) => planInstall(coffeeCart, own, { mode: 'sample', ...options }).preview.notes;
    const taken = ['Cart', 'Places'].map(
      name => `The workbook has a sheet '${name}'; the template's is called '${name} (2)'.`,
    );
    expect(notes({ cadence: 'week', fiscalYearStart: 4, currency: '£' })).toEqual([
      ...taken,
      'The workbook is reviewed every month; the template will follow.',
      "The workbook's fiscal year starts in month 1; that is kept.",
      "The workbook's currency is €; that is kept.",
    ]);
    expect(notes({ cadence: 'month', fiscalYearStart: 1, currency: '€' })).toEqual(taken);
  });

  test.each([0, 401, 1.5, -1])('is refused with %d periods', periods => {
    expect(() => edits({ periods })).toThrow(
      `The number of periods is ${periods}; choose a whole number from 1 to 400.`,
    );
  });

  test.each([0, 13, 2.5])('is refused with a fiscal year from month %d', fiscalYearStart => {
    expect(() => edits({ fiscalYearStart })).toThrow(
      `The fiscal year starts in month ${fiscalYearStart}; choose a number from 1 to 12.`,
    );
  });
});

describe('mapped to the owner’s own cups', () => {
  const own = workbook(
    {
      Till: [
        ['Month', 'Becher'],
        [month(7), 50],
        [month(8), null],
        [month(9), 70],
      ],
    },
    TODAY,
  );
  const mapping = { cups: { values: { sheet: 'Till', range: 'B2:B4' } } };

  test('has their months and points at their cells, and has no aims of a stranger', () => {
    const mapped = installed({ mode: 'empty', mapping }, own);
    expect(rowsOf(mapped, 'Cart').slice(12)).toEqual([
      [month(7), 50, 125, 0],
      [month(8), '', '', ''],
      [month(9), 70, 175, ''],
    ]);
    expect(formulas(mapped, 'Cart')).toMatchObject({
      B13: '=IF(Till!$B$2="","",Till!$B$2)',
      B15: '=IF(Till!$B$4="","",Till!$B$4)',
    });
    expect(readRegister(mapped).kpis[0]).toMatchObject({ name: 'Cups', target: null, values: [50, null, 70] });
    expect(rowsOf(mapped, 'Compass Templates')[1]![5]).toBe('cups=Till!B2:B4 by Till!A2:A4');
  });
});

describe('extended by two months', () => {
  const { edits: further, said } = rollForward(after, coffeeCart, 2);
  const longer = applyEdits(after, further);

  test('has rows for them, formulas and all, and says so', () => {
    expect(said).toEqual(['Cart: 2 months added, to Dec 2026 (A16:A17).']);
    expect(rowsOf(longer, 'Cart').slice(12)).toEqual([
      [month(8), 100, 250, 0],
      [month(9), 110, 275, 110 / 100 - 1],
      [month(10), 121, 302.5, 121 / 110 - 1],
      [month(11), null, '', ''],
      [month(12), null, '', ''],
    ]);
    expect(formulas(longer, 'Cart')).toMatchObject({
      C17: '=IF(OR(B17="",$B$5=""),"",B17*$B$5)',
      D17: '=IF(OR(B17="",B16="",B16=0),"",B17/B16-1)',
    });
    const looks = further.flatMap(edit =>
      edit.kind === 'format' && edit.sheet === 'Cart' ? [[where(edit), edit.format]] : [],
    );
    expect(looks).toEqual([
      ['A15:A17', { number: 'mmm yyyy', align: 'left' }],
      ['B15:B17', { number: '#,##0', background: '#fff8e1' }],
      ['C15:C17', { number: '"€"#,##0' }],
      ['D15:D17', { number: '0.0%' }],
    ]);
  });

  test('is tracked further: what is typed there comes to Compass Data', () => {
    const used = applyEdits(longer, [{ kind: 'write', sheet: 'Cart', row: 15, column: 1, cells: [[130]] }]);
    expect(readRegister(used).kpis[0]!.source!.text).toBe('Cart!B13:B17 by Cart!A13:A17');
    expect(formulas(longer, 'Compass Data')).toMatchObject({
      B5: '=IF(Cart!$B$16="","",Cart!$B$16)',
      C6: '=IF(Cart!$D$17="","",Cart!$D$17)',
    });
    expect(
      readRegister(longer)
        .periods.map(({ label }) => label)
        .slice(-1),
    ).toEqual(['Dec 2026']);
    expect(rowsOf(longer, 'Compass Templates')[1]!.slice(1, 4)).toEqual([1, 'Cart', 'A1:D17']);
    expect(removeTemplate(longer, coffeeCart).changed).toEqual([]);
  });

  test('keeps what the owner typed into its last row', () => {
    const own = typed(after, 'Cart', { B15: 99, C15: 7 });
    expect(
      rowsOf(applyEdits(own, rollForward(own, coffeeCart, 1).edits), 'Cart')
        .slice(14)
        .map(row => row.slice(0, 3)),
    ).toEqual([
      [month(10), 99, 7],
      [month(11), null, ''],
    ]);
  });

  test('is refused where it is not installed', () => {
    expect(() => rollForward(blank, coffeeCart)).toThrow('Coffee cart is not installed in this workbook.');
  });
});

describe('brought to a newer version', () => {
  const [cart, places] = coffeeCart.sheets;
  const block = cart!.blocks[1] as { columns: { id: string }[] };
  const newer = {
    ...coffeeCart,
    version: 2,
    strategy: { ...coffeeCart.strategy, goals: [...coffeeCart.strategy.goals, { name: 'Waste less', why: 'Beans' }] },
    sheets: [
      {
        ...cart!,
        blocks: [
          cart!.blocks[0]!,
          {
            ...block,
            columns: [
              ...block.columns.map(column =>
                column.id === 'sales' ? { ...column, formula: '2 * [cups] * [price]' } : column,
              ),
              { id: 'beans', header: 'Beans', format: '0.0', sample: [1, 2, 3, 4], note: 'In kilos.' },
            ],
          },
        ],
      },
      places!,
      { ...places!, name: 'Suppliers', blocks: [{ kind: 'text', lines: ['Call the roaster.'] }], charts: [] },
    ],
    kpis: [
      ...coffeeCart.kpis,
      { ...coffeeCart.kpis[0]!, name: 'Beans', column: 'beans', goal: 'Waste less', better: 'lower' },
    ],
  } as unknown as Template;

  test('says what changes, and changes it', () => {
    const { edits: changes, differences, from, to } = upgradeTemplate(after, newer);
    expect([from, to]).toEqual([1, 2]);
    expect(differences).toEqual([
      'A new sheet: Suppliers.',
      "Cart: the formula of 'Sales' changes in 3 rows.",
      "Cart: a new column 'Beans'.",
      'A new KPI: Beans.',
    ]);
    const fresh = applyEdits(after, changes);
    expect(rowsOf(fresh, 'Cart').slice(11)).toEqual([
      ['Month', 'Cups', 'Sales', 'Growth', 'Beans'],
      [month(8), 100, 500, 0, null],
      [month(9), 110, 550, 110 / 100 - 1, null],
      [month(10), 121, 605, 121 / 110 - 1, null],
    ]);
    expect(rowsOf(fresh, 'Cart')[7]![4]).toBe(120);
    expect(rowsOf(fresh, 'Suppliers').map(([cell]) => cell)).toEqual([
      'Where it stood',
      'A row a place.',
      null,
      'Call the roaster.',
    ]);
    const { kpis, strategy } = readRegister(fresh);
    expect(kpis[2]).toMatchObject({
      name: 'Beans',
      better: 'lower',
      goal: 'Waste less',
      source: { text: 'Cart!E13:E15 by Cart!A13:A15' },
    });
    expect(strategy.goals.map(({ name }) => name)).toEqual(['Sell more cups', 'Waste less']);
    const rows = rowsOf(fresh, 'Compass Templates').filter(([id]) => id === 'coffee-cart');
    expect(rows.map(([, version, sheet, range, , , , sample]) => [version, sheet, range, sample])).toEqual([
      [2, 'Cart', 'A1:E15', 'yes'],
      [2, 'Places', 'A1:C11', 'yes'],
      [2, 'Suppliers', 'A1:A4', 'yes'],
    ]);
    expect(upgradeTemplate(fresh, newer).edits).toEqual([]);
    expect(removeTemplate(fresh, newer).changed).toEqual([]);
  });

  test('keeps a formula that the owner changed in one row, and says so', () => {
    const own = typed(after, 'Cart', { C14: 300 });
    const { edits: changes, differences } = upgradeTemplate(own, newer);
    expect(differences).toContain("Cart: the formula of 'Sales' changes in 2 rows; 1 that you changed stays.");
    expect(
      rowsOf(applyEdits(own, changes), 'Cart')
        .slice(12)
        .map(row => row[2]),
    ).toEqual([500, 300, 605]);
  });

  test('does nothing where it is as new or newer, and is refused where there is none', () => {
    expect(upgradeTemplate(after, coffeeCart)).toEqual({
      edits: [],
      from: 1,
      to: 1,
      differences: ['Coffee cart is up to date; nothing changes.'],
    });
    const old = applyEdits(after, upgradeTemplate(after, newer).edits);
    expect(upgradeTemplate(old, coffeeCart).differences).toEqual([
      'Coffee cart is newer (2) than the one here (1); nothing changes.',
    ]);
    expect(() => upgradeTemplate(blank, newer)).toThrow('Coffee cart is not installed in this workbook.');
  });
});

describe('taken out', () => {
  test('leaves nothing, and one sheet, since no workbook can be without', () => {
    const { edits: out, sheets, stays, changed, referring } = removeTemplate(after, coffeeCart);
    expect([stays, changed, referring]).toEqual([[], [], []]);
    expect(sheets).toEqual(sheetNames(after));
    expect(sheetNames(applyEdits(after, out))).toEqual(['Sheet1']);
    const mine = applyEdits(after, [{ kind: 'add sheet', sheet: 'Sheet1' }]);
    expect(sheetNames(applyEdits(mine, removeTemplate(mine, coffeeCart).edits))).toEqual(['Sheet1']);
  });

  test('twice installed, takes the newest first and leaves the other whole', () => {
    const twice = installed({}, after);
    expect(sheetNames(twice).slice(0, 2)).toEqual(['Cart', 'Places']);
    const { edits: out, sheets } = removeTemplate(twice, coffeeCart);
    expect(sheets).toEqual(['Cart (2)', 'Places (2)']);
    const once = applyEdits(twice, out);
    expect(sheetNames(once)).toEqual(sheetNames(after));
    expect(readRegister(once).kpis.map(({ name, values }) => [name, values])).toEqual(
      readRegister(after).kpis.map(({ name, values }) => [name, values]),
    );
    expect(readRegister(once).problems).toEqual([]);
  });

  test('says what was typed since, beside it, and tracked from it', () => {
    const used = typed(after, 'Cart', { B15: 130, D14: 0.5, B14: 111, F2: 'ask Ben' });
    expect(removeTemplate(used, coffeeCart).changed).toEqual([
      { place: { sheet: 'Cart', range: 'B14:B15' }, message: 'Cart, Cups: 2 figures typed since (B14:B15).' },
      { place: { sheet: 'Cart', range: 'D14' }, message: 'Cart, Growth: 1 figure typed over its formula (D14).' },
      {
        place: { sheet: 'Cart', range: 'F2' },
        message: 'Cart: 1 cell beside or below what was installed, from F2 on.',
      },
    ]);
    const gone = applyEdits(after, [{ kind: 'remove sheet', sheet: 'Places' }]);
    expect(removeTemplate(gone, coffeeCart).changed.map(({ message }) => message)).toEqual([
      "The sheet 'Places' was deleted or renamed.",
    ]);
  });

  test('leaves a strategy, a goal and a log of the owner’s, and says why', () => {
    const stays = (sheet: string, cells: Parameters<typeof typed>[2]) =>
      removeTemplate(typed(after, sheet, cells), coffeeCart).stays;
    expect(stays('Compass Strategy', { B1: 'Ours' })).toEqual([
      'Compass Strategy stays: its vision or values are your own.',
    ]);
    expect(stays('Compass Strategy', { B2: 'Ours' })).toEqual([
      'Compass Strategy stays: its vision or values are your own.',
    ]);
    expect(stays('Compass Strategy', { B1: null, B2: null })).toEqual([]);
    expect(stays('Compass Strategy', { A10: 'Ours' })).toEqual([
      "Compass Strategy stays: the goal 'Ours' is your own.",
    ]);
    expect(stays('Compass Strategy', { B9: 'The roof' })).toEqual([
      "Compass Strategy stays: the goal 'Sell more cups' is your own.",
    ]);
    expect(stays('Compass Log', { B2: 'review' })).toEqual(['Compass Log stays: it has an entry.']);
    expect(stays('Compass Log', { B2: 'review', B3: 'review' })).toEqual(['Compass Log stays: it has 2 entries.']);
  });
});

describe('a sample', () => {
  test('goes in one step, twice installed as well', () => {
    const twice = installed({}, after);
    const { edits: out, templates, sheets, found } = removeSamples(twice, [coffeeCart]);
    expect([templates, found]).toEqual([['Coffee cart', 'Coffee cart'], []]);
    expect(sheets).toEqual(expect.arrayContaining(['Cart', 'Cart (2)', 'Places', 'Places (2)']));
    expect(sheetNames(applyEdits(twice, out))).toEqual(['Sheet1']);
    expect(removeSamples(installed({ mode: 'empty' }), [coffeeCart])).toMatchObject({ edits: [], templates: [] });
  });

  test('waits where a later installation of it is the owner’s', () => {
    const both = installed({ mode: 'empty' }, after);
    expect(removeSamples(both, [coffeeCart]).templates).toEqual([]);
  });

  test('becomes the owner’s own when they keep it', () => {
    const kept = applyEdits(after, keepSamples(after));
    expect(readRegister(kept).kpis.some(({ sample }) => sample)).toBe(false);
    expect(rowsOf(kept, 'Compass KPIs')[0]).not.toContain('Sample');
    expect(removeSamples(kept, [coffeeCart]).templates).toEqual([]);
    expect(keepSamples(kept)).toEqual([]);
  });
});

describe('its sheets are recognised', () => {
  const found = (snapshot: Snapshot) => {
    const { ours, others } = templateSheetsIn(
      snapshot,
      [coffeeCart],
      sheetNames(snapshot).filter(name => name.startsWith('Compass')),
    );
    return [
      ours.map(({ view, was, own }) => [view.name, was, own.map(({ message }) => message)]),
      others.map(({ message }) => message),
    ];
  };
  const renamed = (from: string, to: string): Snapshot => ({
    ...after,
    sheets: after.sheets.map(sheet => (sheet.name === from ? { ...sheet, name: to } : sheet)),
  });

  test('as they are, under another name, and after changes', () => {
    expect(found(after)).toEqual([
      [
        ['Cart', null, []],
        ['Places', null, []],
      ],
      [],
    ]);
    expect(found(renamed('Cart', 'My cart'))).toEqual([
      [
        ['My cart', 'Cart', []],
        ['Places', null, []],
      ],
      [],
    ]);
    expect(found(typed(after, 'Cart', { B15: 130 }))).toEqual([
      [
        ['Cart', null, ['Cart, Cups: 1 figure typed since (B15).']],
        ['Places', null, []],
      ],
      [],
    ]);
  });

  test('not where they were filled with something else', () => {
    const refilled = {
      ...after,
      sheets: after.sheets.map(sheet =>
        sheet.name === 'Cart' ? { name: 'Cart', values: [['Shopping list'], ['Milk']] } : sheet,
      ),
    };
    expect(found(refilled)).toEqual([
      [['Places', null, []]],
      ["The sheet 'Cart' no longer holds what Coffee cart put there. It is yours and is kept."],
    ]);
  });

  test('also where the list of templates is gone', () => {
    const unlisted = applyEdits(after, [{ kind: 'remove sheet', sheet: 'Compass Templates' }]);
    expect(found(unlisted)[0]!.map(([name]) => name)).toEqual(['Cart', 'Places']);
  });
});

describe('a strategy that stays because its vision is the owner’s', () => {
  const strategy = (cells: Record<string, number | string>) => {
    const own = typed(after, 'Compass Strategy', { B1: 'Ours', ...cells });
    return rowsOf(applyEdits(own, removeTemplate(own, coffeeCart).edits), 'Compass Strategy')[8];
  };
  test('loses the template’s goals and business functions', () => {
    expect(strategy({})).toEqual(Array(9).fill(null));
  });
  test('keeps a business function whose weight the owner changed, and a goal whose reason they did', () => {
    expect(strategy({ I9: 5 })).toEqual([...Array(7).fill(null), 'Sales', 5]);
    expect(strategy({ B9: 'Beans' })).toEqual(['Sell more cups', 'Beans', 2, 'Ada', ...Array(5).fill(null)]);
  });
});
