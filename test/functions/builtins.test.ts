import { functions } from '../../src/functions/catalogue';
import { excel } from './builtins/excel';
import { libreOffice } from './builtins/libreOffice';
import { sheets } from './builtins/sheets';

describe.each([
  ['Excel', excel, 'XLOOKUP'],
  ['Google Sheets', sheets, 'GOOGLEFINANCE'],
  ['LibreOffice', libreOffice, 'EASTERSUNDAY'],
])('%s', (_program, builtIn, ownWord) => {
  test('has a list of its own functions here, whole enough to compare with', () => {
    expect(new Set(builtIn).size).toBe(builtIn.length);
    expect(builtIn.length).toBeGreaterThan(450);
    expect(builtIn).toEqual(expect.arrayContaining(['SUM', 'IF', 'VLOOKUP', 'DAYS360', ownWord]));
  });

  test.each(functions.map(({ name }) => name))('has no function of its own called %s', name => {
    expect(builtIn).not.toContain(name);
  });
});

test('no function looks like a cell of a sheet', () => {
  for (const { name } of functions) expect(name).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
});
