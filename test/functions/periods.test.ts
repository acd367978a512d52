import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// Fourteen figures that fall with the ninth, by hand; their periods in every form, in columns and rows, up and down.
const figures = [100, 102, 98, 101, 99, 100, 103, 97, 70, 72, 69, 71, 70, 72];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number: number) => String(number).padStart(2, '0');
const month = (i: number) => ({ year: 2025 + Math.floor((i + 6) / 12), month: ((i + 6) % 12) + 1 });
const each = (name: (i: number) => Cell): Cell[] => figures.map((_, i) => name(i));

const forms: [form: string, periods: Cell[], ninth: string][] = [
  ['Jan 2026', each(i => `${MONTHS[month(i).month - 1]} ${month(i).year}`), 'Mar 2026'],
  ['2026-01', each(i => `${month(i).year}-${two(month(i).month)}`), 'Mar 2026'],
  ['dates', each(i => serialOf(month(i).year, month(i).month, 1)), 'Mar 2026'],
  ['dates at month ends', each(i => serialOf(month(i).year, month(i).month + 1, 0)), 'Mar 2026'],
  ['Q1 FY26', each(i => `Q${(i % 4) + 1} FY${23 + Math.floor(i / 4)}`), 'Q1 FY25'],
  ['W05 2026', each(i => `W${two(i + 1)} 2026`), 'week of 23 Feb 2026'],
  ['days', each(i => 46_023 + i), '9 Jan 2026'],
];

describe.each(forms)('periods as %s', (_form, periods, ninth) => {
  const down = <T>(list: T[]) => [...list].reverse();

  test('name the change, in a column or a row, oldest or newest first', () => {
    expect(evaluate('DRIFT_SIGNAL', [column(...figures), null, column(...periods)])).toBe(`worse since ${ninth}`);
    expect(evaluate('DRIFT_SIGNAL', [[figures], null, [periods]])).toBe(`worse since ${ninth}`);
    expect(evaluate('DRIFT_SIGNAL', [column(...down(figures)), null, column(...down(periods))])).toBe(
      `worse since ${ninth}`,
    );
    expect(evaluate('DRIFT_SIGNAL', [[down(figures)], null, [down(periods)]])).toBe(`worse since ${ninth}`);
    expect(evaluate('DRIFT_BREAKS', [column(...down(figures)), column(...down(periods))])).toEqual([[ninth]]);
  });

  test('refuse one that is there a second time, and name its row', () => {
    const doubled = [...periods.slice(0, 13), periods[8]!];
    expect(thrown('DRIFT_BREAKS', [column(...figures), column(...doubled)])).toBe(
      `#VALUE! row 14 of periods: ${ninth} appears a second time.`,
    );
  });
});

test('a date as text whose order cannot be known asks which comes first', () => {
  const periods = [...MONTHS.slice(0, 9).map(name => `${name} 2026`), '03/04/2026'];
  expect(thrown('DRIFT_BREAKS', [column(...figures.slice(0, 10)), column(...periods)])).toBe(
    "#VALUE! row 10 of periods: '03/04/2026' can be 2026-04-03 or 2026-03-04: say which comes first, day or month, or write 2026-04-03.",
  );
});
