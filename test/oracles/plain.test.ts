import { callsIn } from '../../src/cells/formula';
import { parseFormula } from '../../src/cells/parseFormula';
import { type Cell, isError } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import { hasLibreOffice } from '../libreOffice';
import { type PlainCase, plainCases } from './plainCases';
import { calculatedByLibreOffice, plainFormula } from './plainWorkbook';

jest.setTimeout(300_000);

const CASES = 300;
const plain = functions.filter(definition => definition.plain !== undefined);

/**
 * What plain spellings may call: functions that Excel 2019, Sheets and LibreOffice 7.4 all have.
 *
 * @source Microsoft, "Excel functions (alphabetical)"; Google, "Google Sheets function list"; LibreOffice 7.4 help
 */
const EVERYWHERE =
  'ABS AND AVERAGE AVERAGEIFS COUNT COUNTA COUNTIF COUNTIFS IF IFERROR INT ISNUMBER LN EXP MAX MEDIAN MIN N NA NETWORKDAYS NOT OR PERCENTILE ROUND SQRT SUM SUMIFS SUMPRODUCT VAR';

test('plain spellings call only what Excel 2019, Sheets and LibreOffice all have', () => {
  const called = plain.flatMap(definition =>
    callsIn(parseFormula(plainFormula(definition, () => 'A1'))).map(name => `${name} in ${definition.name}`),
  );
  expect(called.filter(call => !EVERYWHERE.split(' ').includes(call.split(' ')[0]!))).toEqual([]);
});

(hasLibreOffice ? describe : describe.skip)('without the add-in', () => {
  let cases: Map<string, PlainCase[]>;
  let calculated: Map<string, Cell[]>;

  beforeAll(async () => {
    const made = new Map(plain.map(definition => [definition, plainCases(definition, CASES)]));
    cases = new Map([...made].map(([{ name }, own]) => [name, own]));
    calculated = new Map([...(await calculatedByLibreOffice(made))].map(([{ name }, own]) => [name, own]));
  });

  test.each(plain.map(({ name }) => [name]))(
    '%s in plain formulas gives in LibreOffice what it gives with it',
    name => {
      const shown = calculated.get(name)!;
      const different = cases.get(name)!.flatMap(({ inputs, ours }, i) => {
        if (isSame(ours, shown[i]!)) return [];
        return [{ ...Object.fromEntries([...inputs].map(([p, rows]) => [p.name, rows])), ours, plain: shown[i] }];
      });
      expect(different.slice(0, 3)).toEqual([]);
      // Blanks and errors alone would prove nothing.
      expect(shown.filter(cell => cell !== '' && !isError(cell)).length).toBeGreaterThan(100);
    },
  );
});

function isSame(ours: Cell, theirs: Cell): boolean {
  if (ours === null) return isError(theirs);
  if (isError(ours)) return isError(theirs) && theirs.error === ours.error;
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs;
  // A rate that is one less another has the rounding of one, however small it is.
  return Math.abs(ours - theirs) <= Math.max(1e-12 * Math.max(Math.abs(ours), Math.abs(theirs)), 1e-15);
}
