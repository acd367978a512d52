import * as fc from 'fast-check';
import { conventionsOf } from '../../../../src/hosts/web/locale/conventions';
import { readTyped } from '../../../../src/hosts/web/locale/typed';

/** Counted by JavaScript's calendar: days since 30 December 1899. */
const serial = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
const TODAY = serial(2026, 11, 28);
const typed = (text: string, tag: string) => readTyped(text, conventionsOf(tag), TODAY);
const value = (text: string, tag: string) => typed(text, tag)?.v ?? null;

const FEBRUARY = serial(2026, 2, 3);

// By hand: what people of each country write for 3 February 2026, a twentieth, twelve and a half of their money, and so on.
const WRITTEN: [tag: string, cells: [text: string, means: number | null][]][] = [
  [
    'en-GB',
    [
      ['03/02/2026', FEBRUARY],
      ['3/2/26', FEBRUARY],
      ['1/2/2024', serial(2024, 2, 1)],
      ['3 Feb 2026', FEBRUARY],
      ['3rd February 2026', FEBRUARY],
      ['3-Feb', FEBRUARY],
      ['3/2', FEBRUARY],
      ['0.05', 0.05],
      ['£1,200.50', 1200.5],
      ['5.5%', 0.055],
      ['(3,030)', -3030],
      ['(10)', -10],
      ['1,234', 1234],
      ['-£12.50', -12.5],
      // A comma before two digits is no English figure.
      ['0,05', null],
      ['5,5%', null],
      ['12,50 €', null],
      ['1.234,56', null],
      ['1/31/2024', null],
      ['020 7946 0123', null],
      ['555 123 456', null],
    ],
  ],
  [
    'en-US',
    [
      ['2/3/2026', FEBRUARY],
      ['Feb 3, 2026', FEBRUARY],
      ['February 3, 2026', FEBRUARY],
      ['2/3', FEBRUARY],
      ['3.2.2026', FEBRUARY],
      ['$1,200.50', 1200.5],
      ['($1,200.50)', -1200.5],
      ['31/1/2024', null],
    ],
  ],
  [
    'de-DE',
    [
      ['3.2.2026', FEBRUARY],
      ['03.02.26', FEBRUARY],
      ['1/2/2024', serial(2024, 2, 1)],
      ['3. Februar 2026', FEBRUARY],
      ['3.2.', FEBRUARY],
      ['0,05', 0.05],
      ['12,50 €', 12.5],
      ['5,5%', 0.055],
      ['5,5 %', 0.055],
      ['1.234', 1234],
      ['1.234,56', 1234.56],
      ['-1.234,56 €', -1234.56],
      // An English report's brackets, pasted.
      ['(3,030)', -3030],
      ['(3,030.50)', -3030.5],
      ['(12,5)', -12.5],
      ['1,5E3', 1500],
      // A point before one or two digits is no German figure; 1.5 may be the first of May.
      ['1.5', null],
      ['5.5%', null],
      ['12.50 €', null],
      ['1,234.56', null],
      ['Jan 26', null],
    ],
  ],
  [
    'fr-FR',
    [
      ['03/02/2026', FEBRUARY],
      ['3 févr. 2026', FEBRUARY],
      ['3 fevrier 2026', FEBRUARY],
      ['0,05', 0.05],
      ['1 234,56', 1234.56],
      ['1\u202f234,56\u00a0€', 1234.56],
      ['1 234', 1234],
      ['5,5 %', 0.055],
      ['(3,030)', -3030],
      ['1.234', null],
    ],
  ],
  [
    'ja-JP',
    [
      ['2026/2/3', FEBRUARY],
      ['2026年2月3日', FEBRUARY],
      ['2/3', FEBRUARY],
      ['2/3/2026', FEBRUARY],
      ['¥1,200', 1200],
      ['0.05', 0.05],
      ['5.5%', 0.055],
    ],
  ],
  [
    'pt-BR',
    [
      ['03/02/2026', FEBRUARY],
      ['3 de fev. de 2026', FEBRUARY],
      ['0,05', 0.05],
      ['R$ 12,50', 12.5],
      ['1.234,56', 1234.56],
      ['5,5%', 0.055],
      ['(3,030)', -3030],
    ],
  ],
];

describe('what is typed is read as people of the locale write it', () => {
  for (const [tag, cells] of WRITTEN) {
    it.each(cells)(`${tag}: %s`, (text, means) => {
      expect(value(text, tag)).toEqual(means);
    });
  }

  it.each(['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP', 'pt-BR'])('everywhere alike in %s', tag => {
    expect(value('2026-02-03', tag)).toBe(FEBRUARY);
    expect(value('2026-02-03 14:30', tag)).toBeCloseTo(FEBRUARY + 14.5 / 24, 9);
    expect(value('Feb 2026', tag)).toBe(serial(2026, 2, 1));
    expect(value('42', tag)).toBe(42);
    expect(value('-42', tag)).toBe(-42);
    expect(value('14:30', tag)).toBeCloseTo(14.5 / 24, 9);
    expect(value('2:30 PM', tag)).toBeCloseTo(14.5 / 24, 9);
    for (const text of ['', 'Q1 2026', 'W05 2026', 'W/E 3 Feb 2026', '12k', '5 m', 'Room 101', '1-2-3-4', '25:00']) {
      expect(value(text, tag)).toBeNull();
    }
  });

  it('shows a date and a figure as they were typed', () => {
    expect(typed('3.2.2026', 'de-DE')?.z).toBe('d.m.yyyy');
    expect(typed('03/02/2026', 'en-GB')?.z).toBe('dd/mm/yyyy');
    expect(typed('12,50 €', 'de-DE')?.z).toBe('#,##0.00 €');
    expect(typed('5,5%', 'de-DE')?.z).toBe('0.0%');
    expect(typed('1,234.5', 'en-GB')?.z).toBe('#,##0.0');
    expect(typed('0,05', 'de-DE')?.z).toBeUndefined();
  });

  it('never changes the month of a date, whatever the locale', () => {
    const day = fc.record({
      year: fc.integer({ min: 1950, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const tags = fc.constantFrom(
      'en-GB',
      'en-US',
      'en-CA',
      'de-DE',
      'de-CH',
      'fr-FR',
      'fr-CA',
      'ja-JP',
      'pt-BR',
      'sv-SE',
    );
    fc.assert(
      fc.property(day, tags, ({ year, month, day: d }, tag) => {
        const date = new Date(Date.UTC(year, month - 1, d));
        const about = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', year: 'numeric' } as const;
        for (const style of ['numeric', '2-digit'] as const) {
          const text = new Intl.DateTimeFormat(tag, { ...about, month: style, day: style }).format(date);
          expect(value(text, tag)).toBe(serial(year, month, d));
        }
      }),
    );
  });

  it('reads a figure back that the browser wrote', () => {
    const tags = fc.constantFrom('en-GB', 'de-DE', 'de-CH', 'fr-FR', 'ja-JP', 'pt-BR', 'sv-SE', 'es-ES');
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), tags, (hundredths, tag) => {
        const figure = hundredths / 100;
        for (const digits of [{}, { minimumFractionDigits: 2 }]) {
          const text = figure.toLocaleString(tag, { maximumFractionDigits: 2, ...digits });
          expect(value(text, tag)).toBeCloseTo(figure, 9);
        }
      }),
    );
  });
});
