import { type Cell as FileCell, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { columnName } from '../../src/cells/address';
import { parseFormula } from '../../src/cells/parseFormula';
import { printFormula } from '../../src/cells/printFormula';
import { type Cell, type ErrorCode, isError } from '../../src/cells/value';
import type { CellFunction } from '../../src/functions/definition';
import { convertedByLibreOffice } from '../hosts/file/libreOffice';
import { namedIn, type PlainCase } from './plainCases';

/**
 * A plain spelling with cells in place of the parameters' names.
 *
 * @param definition  a function with a plain spelling
 * @param reference   the cells of a parameter, by its name
 * @returns           as a file stores it, without its `=`
 */
export function plainFormula({ plain }: CellFunction, reference: (name: string) => string): string {
  const spelled = plain!.replace(/"[^"]*"|\b[a-z][a-z_]*\b/g, part => (part[0] === '"' ? part : reference(part)));
  return printFormula(parseFormula(spelled), 'file');
}

/**
 * What LibreOffice makes of the plain spellings, all in one workbook without any saved result: a sheet a function, its
 * cases one below the other, a column a parameter, and the formula in the last column of a case's first row.
 *
 * @param cases  by function
 * @returns      what each formula shows, by function in the order of the cases; a blank is ""
 */
export async function calculatedByLibreOffice(
  cases: Map<CellFunction, PlainCase[]>,
): Promise<Map<CellFunction, Cell[]>> {
  const sheets = [...cases].map(([definition, own]) => sheetOf(definition, own));
  const bytes = (await writeXlsx({ sheets: sheets.map(({ sheet }) => sheet) })) as Uint8Array;
  const { sheets: read } = await readXlsx(convertedByLibreOffice(bytes, 'xlsx')['book.xlsx']!);
  return new Map(
    [...cases.keys()].map((definition, i) => {
      const { rows, cells } = read[i]!;
      const { places } = sheets[i]!;
      return [
        definition,
        places.map(({ row, column }): Cell => {
          const value = rows[row]?.[column] ?? '';
          const failed = cells?.get(`${row},${column}`)?.type === 'error';
          return failed ? { error: String(value) as ErrorCode } : (value as Cell);
        }),
      ];
    }),
  );
}

function sheetOf(definition: CellFunction, cases: PlainCase[]) {
  const parameters = namedIn(definition);
  const column = parameters.length;
  const rows: (string | number | boolean | null)[][] = [parameters.map(({ name }) => name)];
  const cells = new Map<string, Partial<FileCell>>();
  const places = cases.map(({ inputs }) => {
    const row = rows.length;
    const reference = (name: string) => {
      const at = parameters.findIndex(parameter => parameter.name === name);
      const letter = columnName(at);
      const last = row + inputs.get(parameters[at]!)!.length;
      return parameters[at]!.takes === 'one' || definition.shape === 'element-wise'
        ? `${letter}${row + 1}`
        : `${letter}${row + 1}:${letter}${last}`;
    };
    const length = Math.max(...[...inputs.values()].map(({ length }) => length));
    for (let i = 0; i < length; i++) {
      rows.push(
        parameters.map((parameter, at) => {
          const cell = inputs.get(parameter)![i] ?? null;
          if (!isError(cell)) return cell;
          cells.set(`${row + i},${at}`, { type: 'formula', formula: 'NA()' });
          return null;
        }),
      );
    }
    rows[row]![column] = null;
    cells.set(`${row},${column}`, { type: 'formula', formula: plainFormula(definition, reference) });
    return { row, column };
  });
  return { sheet: { name: definition.name, rows, cells } satisfies WriteSheet, places };
}
