/// <reference types="google-apps-script" />
import { printRange } from '../../../src/cells/address';
import { isError } from '../../../src/cells/value';
import type { Written } from '../../../src/hosts/univer/headless';
import type { Block } from '../../../src/workbook/snapshot';
import { type Grid, isDateFormat, readTyping } from '../typing';
import type { besideCells } from './fakeBeside';
import { instantOf } from './instantOf';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** A method of the fake, by its name in Google's own types. */
export type Methods<Class> = Partial<Record<keyof Class, (...given: never[]) => unknown>>;

/** What the cells of a fake spreadsheet are made of. */
export interface RangeParts {
  engine: Grid;
  service: <T extends object>(kind: string, methods: T) => T;
  besides: ReturnType<typeof besideCells>;
  timeZone: string;
  makeDate(milliseconds: number): unknown;
  /** From what was entered to what the engine takes. */
  formula(text: string): Written;
  /** From what the engine says to what `getFormulas` answers. */
  answered(formula: string): string;
  gridSize(sheet: string): { rows: number; columns: number };
  /** Throws where the user may not write these cells. */
  writable(sheet: string, row: number, column: number, rows: number, columns: number): void;
  /** Cells that are being calculated, by `Sheet!B4`: how many readings it still takes. */
  pending: Map<string, number>;
  looks: string[];
  select(sheet: string, a1: string): void;
  sheetOf(name: string): object;
}

/** A grid of cells, each by its place. */
export function gridOf<T>(rows: number, columns: number, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));
}

/** A cell of Sheets' own SPARKLINE, which the engine does not know, shows a drawing and has no value. */
function withoutDrawings(block: Required<Block>): Required<Block> {
  const isDrawing = (r: number, c: number) => block.formulas[r]![c]?.startsWith('=SPARKLINE(') === true;
  return {
    ...block,
    values: block.values.map((line, r) => line.map((cell, c) => (isDrawing(r, c) ? null : cell))),
  };
}

/** Makes ranges of cells, each behind the interface of Range. */
export function rangesOf(parts: RangeParts) {
  const { engine, service, besides } = parts;
  return (sheet: string, row: number, column: number, rows: number, columns: number): object => {
    const grid = parts.gridSize(sheet);
    if (row < 0 || column < 0 || row + rows > grid.rows || column + columns > grid.columns || rows < 1 || columns < 1) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    const a1 = printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
    const read = () => withoutDrawings(engine.read(sheet, row, column, rows, columns));
    const writable = () => parts.writable(sheet, row, column, rows, columns);
    const fits = (given: unknown[][]) => {
      if (given.length !== rows || given.some(line => line.length !== columns))
        throw new Error(`The number of rows in the data does not match the number of rows in the range ${a1}.`);
    };
    const note = (what: string, value: unknown, at = a1) => parts.looks.push(`${sheet}!${at} ${what} ${String(value)}`);
    const look = (method: string) => (value: unknown) => {
      writable();
      note(method, value);
    };
    /** A grid of looks is noted as what it does to each cell, one run of alike cells in a row at a time. */
    const lookGrid = (method: string) => (given: unknown[][]) => {
      writable();
      fits(given);
      given.forEach((line, r) => {
        for (let from = 0, to = 0; from < columns; from = to) {
          while (to < columns && line[to] === line[from]) to++;
          const [top, left] = [row + r, column + from];
          if (line[from] !== null)
            note(method, line[from], printRange({ top, left, bottom: top, right: column + to - 1 }));
        }
      });
    };
    const textLook = (style: { told: Record<string, unknown> } | null, at: string) => {
      const { setBold, setItalic, setForegroundColor, setFontSize } = style?.told ?? {};
      if (setBold !== undefined) note('setFontWeight', setBold ? 'bold' : 'normal', at);
      if (setItalic !== undefined) note('setFontStyle', setItalic ? 'italic' : 'normal', at);
      if (setForegroundColor !== undefined) note('setFontColor', setForegroundColor, at);
      if (setFontSize !== undefined) note('setFontSize', setFontSize, at);
    };
    const clear = () => {
      writable();
      engine.write(
        sheet,
        row,
        column,
        gridOf(rows, columns, () => null),
      );
    };
    const methods = {
      getValues: () => {
        const { values, formats } = read();
        return values.map((line, r) =>
          line.map((cell, c) => {
            const key = `${sheet}!${printRange({ top: row + r, left: column + c, bottom: row + r, right: column + c })}`;
            const left = parts.pending.get(key) ?? 0;
            if (left > 0) {
              parts.pending.set(key, left - 1);
              return 'Loading...';
            }
            if (cell === null) return '';
            if (isError(cell)) return cell.error;
            if (typeof cell === 'number' && isDateFormat(formats[r]![c]!))
              return parts.makeDate(instantOf(cell, parts.timeZone));
            return cell;
          }),
        );
      },
      getFormulas: () => read().formulas.map(line => line.map(text => (text === null ? '' : parts.answered(text)))),
      getNumberFormats: () => read().formats,
      setValues: (values: unknown[][]) => {
        writable();
        fits(values);
        const typed = values.map(line =>
          line.map(value =>
            typeof value === 'string' ? readTyping(value, parts.formula) : { content: value as Written },
          ),
        );
        engine.write(
          sheet,
          row,
          column,
          typed.map(line => line.map(({ content }) => content)),
        );
        typed.forEach((line, r) => {
          line.forEach(({ format }, c) => {
            if (format) engine.setNumberFormat(sheet, row + r, column + c, 1, 1, format);
          });
        });
      },
      setFormula: (text: string) => {
        writable();
        engine.write(sheet, row, column, [[parts.formula(text)]]);
      },
      setFormulas: (given: string[][]) => {
        writable();
        fits(given);
        engine.write(
          sheet,
          row,
          column,
          given.map(line => line.map(parts.formula)),
        );
      },
      setNumberFormat: (format: string) => {
        writable();
        engine.setNumberFormat(sheet, row, column, rows, columns, format);
      },
      setNumberFormats: (formats: string[][]) => {
        writable();
        fits(formats);
        formats.forEach((line, r) => {
          line.forEach((format, c) => {
            engine.setNumberFormat(sheet, row + r, column + c, 1, 1, format);
          });
        });
      },
      setFontWeight: look('setFontWeight'),
      setFontStyle: look('setFontStyle'),
      setBackground: look('setBackground'),
      setBackgrounds: lookGrid('setBackground'),
      setFontColor: look('setFontColor'),
      setFontSize: look('setFontSize'),
      setTextStyle: (style: { told: Record<string, unknown> }) => {
        writable();
        textLook(style, a1);
      },
      setTextStyles: (styles: ({ told: Record<string, unknown> } | null)[][]) => {
        writable();
        fits(styles);
        styles.forEach((line, r) => {
          for (let from = 0, to = 0; from < columns; from = to) {
            while (to < columns && line[to] === line[from]) to++;
            const [top, left] = [row + r, column + from];
            textLook(line[from]!, printRange({ top, left, bottom: top, right: column + to - 1 }));
          }
        });
      },
      setWrap: look('setWrap'),
      setWraps: lookGrid('setWrap'),
      setHorizontalAlignment: look('setHorizontalAlignment'),
      setHorizontalAlignments: lookGrid('setHorizontalAlignment'),
      copyTo: (to: { getA1Notation(): string }, type: string, transposed: boolean) => {
        writable();
        // Only values onto themselves: what a script does to leave the results of formulas.
        if (to.getA1Notation() !== a1 || type !== 'PASTE_VALUES' || transposed) throw new Error('not in the fake');
        engine.write(sheet, row, column, read().values);
      },
      clearContent: clear,
      isBlank: () => {
        const { values, formulas } = read();
        return values.flat().every(cell => cell === null) && formulas.flat().every(text => text === null);
      },
      getNotes: () => gridOf(rows, columns, (r, c) => besides.notes(sheet).get(`${row + r},${column + c}`) ?? ''),
      setNotes: (notes: string[][]) => {
        writable();
        fits(notes);
        notes.forEach((line, r) => {
          line.forEach((text, c) => {
            const at = `${row + r},${column + c}`;
            if (text === '') besides.notes(sheet).delete(at);
            else besides.notes(sheet).set(at, text);
          });
        });
      },
      getDataValidations: () =>
        gridOf(rows, columns, (r, c) => besides.validations(sheet).get(`${row + r},${column + c}`) ?? null),
      setDataValidation: (rule: object | null) => {
        writable();
        besides.validate(
          sheet,
          row,
          column,
          gridOf(rows, columns, () => rule),
        );
      },
      setDataValidations: (rules: (object | null)[][]) => {
        writable();
        fits(rules);
        besides.validate(sheet, row, column, rules);
      },
      protect: () => {
        writable();
        return besides.protect(sheet, a1);
      },
      activate: () => parts.select(sheet, a1),
      getA1Notation: () => a1,
      getSheet: () => parts.sheetOf(sheet),
      getRow: () => row + 1,
      getColumn: () => column + 1,
    } satisfies Methods<GoogleRange>;
    return service('Range', methods);
  };
}
