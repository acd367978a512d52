import { parseFormula } from '../../src/cells/parseFormula';
import type { Cell } from '../../src/cells/value';
import { solved } from '../../src/templates/formula/calculate';
import { fingerprint } from '../../src/templates/installed/fingerprint';
import { installedTemplates } from '../../src/templates/installed/installed';
import { markInstalled } from '../../src/templates/installed/markInstalled';
import { placesToMap, proposeMapping } from '../../src/templates/mapping/proposeMapping';
import type { Content, Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { headersOf, TEMPLATES } from '../../src/workbook/sheets/compassSheets';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { month, rowsOf, typed, workbook } from '../workbook/workbooks';
import { coffeeCart, installed, TODAY } from './coffeeCart';

const formula = (text: string): Content => ({ formula: parseFormula(text) });
const write = (sheet: string, row: number, column: number, ...cells: Content[]): Edit => ({
  kind: 'write',
  sheet,
  row,
  column,
  cells: [cells],
});

describe('formulas that are written come with what they show', () => {
  // 3 in A1, 4 in B1; what each formula comes to is reckoned by hand.
  const book = workbook({ Plan: [[3, 4, 'old']] }, TODAY + 0.4);
  const shown = (...edits: Edit[]) => rowsOf(applyEdits(book, solved(book, edits)), 'Plan');

  test('whatever the order they are written in, and from cells that stay', () => {
    expect(shown(write('Plan', 1, 0, formula('B2+1'), formula('A1*B1')))[1]).toEqual([13, 12, null]);
    expect(shown(write('plan', 1, 0, formula('SUM(A1:B1)'), formula('TODAY()')))[1]).toEqual([7, TODAY, null]);
    expect(shown(write('Plan', 1, 0, formula('Z9')))[1]![0]).toBe(0);
  });

  test('from what the same edits write, also where they blank a cell', () => {
    const blanked: Edit = { kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [[null]], expected: [[3]] };
    expect(shown(blanked, write('Plan', 1, 0, formula('A1+B1')))[1]![0]).toBe(4);
    const typedIn: Edit = { kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [[10]], expected: [[3]] };
    expect(shown(typedIn, write('Plan', 1, 0, formula('A1+B1')))[1]![0]).toBe(14);
  });

  test('of whole columns, down to the last cell that is written', () => {
    expect(shown(write('Plan', 4, 0, 5), write('Plan', 5, 1, formula('SUM(A:A)')))[5]![1]).toBe(8);
  });

  test('that ask for themselves are errors', () => {
    expect(shown(write('Plan', 1, 0, formula('B2'), formula('A2+1')))[1]).toEqual([
      { error: '#REF!' },
      { error: '#REF!' },
      null,
    ]);
  });

  test('that know their result keep it; on new sheets as well', () => {
    const known: Edit = {
      kind: 'write',
      sheet: 'Plan',
      row: 1,
      column: 0,
      cells: [[{ formula: parseFormula('A1'), value: 99 }, formula('A2+1')]],
    };
    expect(shown(known)[1]).toEqual([99, 100, null]);
    const fresh: Edit[] = [
      { kind: 'add sheet', sheet: 'New' },
      write('New', 0, 0, formula('Plan!B1+1'), formula('A1')),
    ];
    expect(rowsOf(applyEdits(book, solved(book, fresh)), 'New')).toEqual([[5, 5]]);
  });
});

describe('the mark of a sheet’s cells', () => {
  const mark = (rows: Cell[][]) =>
    fingerprint(viewSheet(workbook({ S: rows }), 'S')!, { top: 0, left: 0, bottom: 1, right: 1 });
  const plain = mark([
    ['a', 1],
    ['b', 2],
  ]);

  test('is the same for the same cells, and another for any other', () => {
    expect(plain).toMatch(/^[0-9a-f]{8}$/);
    expect(
      mark([
        ['a', 1],
        ['b', 2],
      ]),
    ).toBe(plain);
    // A cell beyond does not count.
    expect(mark([['a', 1, 'x'], ['b', 2], ['y']])).toBe(plain);
    const others: Cell[][][] = [
      [
        ['a', 1],
        ['b', 3],
      ],
      [
        ['a', 1],
        ['b', '2'],
      ],
      [['a', 1], ['b']],
      [
        ['a', 'b'],
        [1, 2],
      ],
      [
        ['a', 1],
        ['b', { error: '#N/A' }],
      ],
    ];
    for (const other of others) expect(mark(other)).not.toBe(plain);
  });

  // Fowler, Noll and Vo's own test vectors for FNV-1a 32: nothing hashes to 811c9dc5, "a" to e40c292c; a blank is the text "",
  // two quotation marks. By their definition: (((811c9dc5 ^ 22) · 01000193) ^ 22) · 01000193 mod 2^32.
  test('is that of FNV-1a over what the cells say', () => {
    const one = (cell: Cell) =>
      fingerprint(viewSheet(workbook({ S: [[cell, 1]] }), 'S')!, { top: 0, left: 0, bottom: 0, right: 0 });
    const step = (hash: bigint, letter: string) => ((hash ^ BigInt(letter.charCodeAt(0))) * 0x01000193n) % 2n ** 32n;
    const by = (text: string) => [...text].reduce(step, 0x811c9dc5n).toString(16).padStart(8, '0');
    expect([by(''), by('a')]).toEqual(['811c9dc5', 'e40c292c']);
    expect([one(null), one('a'), one(12)]).toEqual([by('""'), by('"a"'), by('12')]);
  });
});

describe('what Compass Templates lists', () => {
  const listed = (...rows: Cell[][]) => workbook({ 'Compass Templates': [headersOf(TEMPLATES), ...rows] }, TODAY);
  const line = (
    id: string,
    sheet: string,
    more: { version?: Cell; range?: string; day?: Cell; sample?: string } = {},
  ): Cell[] => [
    id,
    more.version ?? 1,
    sheet,
    more.range ?? 'A1:B2',
    'abc',
    null,
    'day' in more ? more.day! : TODAY,
    more.sample ?? null,
  ];
  const found = (...rows: Cell[][]) =>
    installedTemplates(listed(...rows)).map(({ id, sheets }) => [id, ...sheets.map(({ name }) => name)]);

  test('is one entry an installation; a sheet of the same name begins the next', () => {
    expect(found(line('cart', 'Cart'), line('cart', 'Places'), line('tea', 'Tea'))).toEqual([
      ['cart', 'Cart', 'Places'],
      ['tea', 'Tea'],
    ]);
    expect(
      found(line('cart', 'Cart'), line('cart', 'Places'), line('cart', 'Cart (2)'), line('cart', 'Places (2)')),
    ).toEqual([
      ['cart', 'Cart', 'Places'],
      ['cart', 'Cart (2)', 'Places (2)'],
    ]);
    expect(found(line('cart', 'Cart'), line('cart', 'Places', { day: TODAY - 1 }))).toEqual([
      ['cart', 'Cart'],
      ['cart', 'Places'],
    ]);
    expect(found(line('cart', 'Cart'), line('cart', 'Places', { version: 2 }))).toEqual([
      ['cart', 'Cart'],
      ['cart', 'Places'],
    ]);
    expect(found(line('', 'Cart'), line('cart', ''), [])).toEqual([]);
    expect(installedTemplates(workbook({}))).toEqual([]);
  });

  test('is read as it was written, a row that somebody spoilt included', () => {
    const [one] = installedTemplates(
      listed(line('cart', 'Cart', { version: null, range: 'gone', day: null, sample: 'yes' })),
    );
    expect(one).toEqual({
      id: 'cart',
      version: 1,
      on: null,
      sample: true,
      sheets: [{ name: 'Cart', range: null, fingerprint: 'abc', mapping: '', row: 1 }],
    });
    expect(installedTemplates(listed(line('cart', 'Cart')))[0]).toMatchObject({
      version: 1,
      on: TODAY,
      sample: false,
      sheets: [{ range: { top: 0, left: 0, bottom: 1, right: 1 } }],
    });
  });

  test('is written anew after the product changed a sheet, and only then', () => {
    const shop = installed();
    const [cart] = installedTemplates(shop)[0]!.sheets;
    expect(markInstalled(shop, cart!, {})).toEqual([]);
    const edits = markInstalled(shop, cart!, { grown: 2, wider: 1, version: 3 });
    const after = applyEdits(shop, edits);
    expect(rowsOf(after, 'Compass Templates')[1]!.slice(0, 4)).toEqual(['coffee-cart', 3, 'Cart', 'A1:E17']);
    expect(edits).toHaveLength(3);
    const used = typed(shop, 'Cart', { B15: 1 });
    expect(markInstalled(used, cart!, {}).map(edit => edit.kind === 'write' && edit.column)).toEqual([4]);
  });
});

describe('what may fill the cups', () => {
  const books = workbook(
    {
      Till: [['Month', 'Becher', 'Rent'], ...[7, 8, 9, 10].map((n): Cell[] => [month(n), 10 * n, 900])],
      Week: [
        ['Cups', 1, 2],
        ['Cups', 1, 2, 3],
      ],
      Gaps: [['Month', 'Cups'], [month(7), 1], [month(8), null], [month(9), 2], [], [], [month(10), 3]],
    },
    TODAY,
  );
  const [cups] = proposeMapping(coffeeCart, books);
  const places = cups!.candidates.map(({ place }) => `${place.sheet}!${place.range}`);

  test('is found by its name or another word for it, down and across', () => {
    expect(cups).toMatchObject({ id: 'cups', header: 'Cups', sheet: 'Cart' });
    expect(places).toContain('Till!B2:B5');
    expect(cups!.candidates.find(({ place }) => place.sheet === 'Till')).toMatchObject({
      header: 'Becher',
      whyNot: null,
      count: 4,
      likeness: 1,
      periods: { sheet: 'Till', range: 'A2:A5' },
      first: [
        { label: 'Jul 2026', value: 70 },
        { label: 'Aug 2026', value: 80 },
        { label: 'Sep 2026', value: 90 },
      ],
    });
    // Three figures make a line, two do not; it ends at two blanks.
    expect(places).toContain('Week!B2:D2');
    expect(places).not.toContain('Week!B1:C1');
    expect(places.filter(place => place.startsWith('Gaps'))).toEqual([]);
    expect(places).not.toContain('Till!C2:C5');
  });

  test('comes first where it fits, and says why where it does not', () => {
    expect(cups!.candidates.map(({ whyNot }) => whyNot === null)).toEqual([true, false]);
    expect(cups!.candidates[1]!.whyNot).toMatch(/^No row above or below Week!B2 to Week!D2 holds dates/);
  });

  test('is read from the owner’s sheets alone', () => {
    expect(placesToMap(installed({}, books)).map(({ sheet }) => sheet)).toEqual(['Till', 'Week', 'Gaps']);
  });
});
