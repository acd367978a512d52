import fc from 'fast-check';
import type { Cell } from '../../src/cells/value';
import { decoded, ImportError, importText } from '../../src/importing';

// Expected values are what a person reads in the text.

function sheetOf(text: string, locale = 'en-GB', taken: string[] = []) {
  const { sheet, edits } = importText(text, 'Sales', taken, locale);
  const write = edits.find(({ kind }) => kind === 'write') as { cells: Cell[][] };
  const formats = edits.flatMap(edit =>
    edit.kind === 'format' ? [[edit.row, edit.column, edit.rows, edit.format.number]] : [],
  );
  return { sheet, cells: write.cells, formats };
}
const cellsOf = (text: string, locale?: string) => sheetOf(text, locale).cells;

describe('a text becomes cells', () => {
  test.each([
    ['commas', 'a,b\n1,2\n3,4'],
    ['semicolons', 'a;b\r\n1;2\r\n3;4\r\n'],
    ['tabs', 'a\tb\n1\t2\n3\t4'],
    ['bars', 'a|b\n1|2\n3|4'],
    ['what its first line says', 'sep=;\na;b\n1;2\n3;4'],
    ['a mark at its beginning', '\ufeffa,b\n1,2\n3,4'],
  ])('apart by %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ]);
  });

  test('below title rows that have one field', () => {
    expect(cellsOf('Our shop, Ltd\nReport\n\nMonth;Sales\nJan 2026;1.234,50\nFeb 2026;980,00')).toEqual([
      ['Our shop, Ltd', null],
      ['Report', null],
      [null, null],
      ['Month', 'Sales'],
      ['Jan 2026', 1234.5],
      ['Feb 2026', 980],
    ]);
  });

  test('with line breaks, delimiters and quotes inside quoted fields', () => {
    expect(cellsOf('note,n\n"two\r\nlines, ""said""",1\n')).toEqual([
      ['note', 'n'],
      ['two\nlines, "said"', 1],
    ]);
  });

  test('where a quote is never closed: it is a mark for inches', () => {
    expect(cellsOf('size,n\n"5 pipe,1\nother,2')).toEqual([
      ['size', 'n'],
      ['"5 pipe', 1],
      ['other', 2],
    ]);
  });

  test.each([
    ['1,234.50', 'en-GB', 1234.5],
    ['(1,234)', 'en-GB', -1234],
    ['−5.5', 'en-GB', -5.5],
    ['$1,200.00', 'en-GB', 1200],
    ['5 %', 'en-GB', 0.05],
    ['-', 'en-GB', '-'],
    ['007', 'en-GB', '007'],
    ['+49 170 1234567', 'de-DE', '+49 170 1234567'],
    ['=1+1', 'en-GB', '=1+1'],
    ['@anna', 'en-GB', '@anna'],
    ['-anna', 'en-GB', '-anna'],
    ['12k', 'en-GB', '12k'],
    ['5 m', 'en-GB', '5 m'],
    ['4111111111111111', 'en-GB', '4111111111111111'],
    ['2026-01-31', 'en-GB', 46053],
    ['31.01.2026', 'de-DE', 46053],
    ['Jan 31, 2026', 'en-US', 46053],
    ['2/1/2026', 'en-GB', '2/1/2026'],
    ['Jan 2026', 'en-GB', 'Jan 2026'],
    ['12:30', 'en-GB', '12:30'],
    ['1.2.3', 'en-GB', '1.2.3'],
  ])('%s (%s)', (text, locale, value) => {
    // 31 January 2026 is 46053 (LibreOffice).
    expect(cellsOf(`name\tx\nrow\t${text}`, locale)[1]![1]).toBe(value);
  });

  test('one mark before decimals and one order of dates for the whole text', () => {
    expect(cellsOf('d;x\n01/02/2026;1.234\n28/02/2026;1,5')).toEqual([
      ['d', 'x'],
      [46054, 1234],
      [46081, 1.5],
    ]);
  });

  test('months in digits keep their zero', () => {
    expect(cellsOf('m,x\n2025.09,1\n2025.10,2\n2025.11,3').map(([month]) => month)).toEqual([
      'm',
      '2025.09',
      '2025.10',
      '2025.11',
    ]);
  });

  test('times of day stay with their day', () => {
    const [noon, evening] = cellsOf('a,b\n2026-01-31 12:00:00,1/31/2026 6:00 PM')[1]!;
    expect([noon, evening]).toEqual([46053.5, 46053.75]);
  });

  test('figures look as they did, in one format a column', () => {
    expect(sheetOf('m,a,b,c\nx,"$1,200.50",5 %,7\ny,"$3,000",2.5 %,8').formats).toEqual([
      [1, 1, 2, '$#,##0.00'],
      [1, 2, 2, '0.0%'],
    ]);
  });

  test('in a sheet whose name is allowed and free', () => {
    const name = (wanted: string, taken: string[]) => importText('a,b\n1,2', wanted, taken, 'en').sheet;
    expect(name('Sales', ['sales', 'Sales 2'])).toBe('Sales 3');
    expect(name('[2026]: a/b', [])).toBe('2026 a b');
    expect(name("'", [])).toBe('Figures');
    expect(name('a very long name of a report that nobody reads', [])).toHaveLength(31);
  });

  test('of whatever there is, each text as it stood unless it is a figure or a day', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('=SUM(A1)', '+1', '-x', '@y', '1,5', '"', '\n', ';', '\t'));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }), rows => {
        const quoted = rows.map(row => row.map(text => `"${text.replace(/"/g, '""')}"`).join(',')).join('\n');
        try {
          const cells = cellsOf(quoted);
          expect(cells.flat().every(cell => cell === null || ['string', 'number'].includes(typeof cell))).toBe(true);
          cells.forEach((row, at) => {
            if (typeof row[0] === 'string') expect(row[0]).toBe(cleaned(rows[at]![0]!));
          });
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('not where there is nothing, or more than a sheet holds', () => {
    expect(() => cellsOf(' \n,,\n')).toThrow(ImportError);
    expect(() => cellsOf(`a,b\n${'x'.repeat(40_000)},1`)).toThrow('row 2 has more than 32767');
    expect(() => cellsOf(','.repeat(17_000).concat('1'))).toThrow('17001 columns');
  });
});

function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no cell holds them
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
}

describe('the encoding of a file', () => {
  const text = 'Umsätze € ✓';
  const utf16 = (big: boolean, mark: boolean) => {
    const units = [...(mark ? [0xfeff] : []), ...text.split('').map(letter => letter.charCodeAt(0))];
    return Uint8Array.from(units.flatMap(unit => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
    ['UTF-16 without a mark', utf16(false, false)],
  ])('%s', (_, bytes) => {
    expect(decoded(bytes)).toBe(text);
  });

  test('Windows-1252', () => {
    // ä is E4, the euro sign 80, a long dash 97 (Unicode's table of the code page).
    expect(decoded(Uint8Array.from([0x55, 0x6d, 0x73, 0xe4, 0x74, 0x7a, 0x65, 0x20, 0x80, 0x97]))).toBe('Umsätze €—');
  });

  test('UTF-8, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), words => {
        expect(decoded(new TextEncoder().encode(`é${words}`))).toBe(`é${words}`);
      }),
    );
  });
});
