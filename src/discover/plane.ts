import type { Range } from '../cells/address';
import type { Cell } from '../cells/value';
import { viewSheet } from '../workbook/sheets/sheetView';
import type { Snapshot } from '../workbook/snapshot';

/**
 * A sheet seen in one direction, so that tables whose periods run down and those whose periods run across are read by the same
 * words: a line is a column or a row, and places follow each other along it.
 */
export interface Plane {
  sheet: string;
  /** Whether lines are rows. */
  across: boolean;
  /** How many lines, and how many places each has. */
  lines: number;
  places: number;
  cell(line: number, place: number): Cell;
  format(line: number, place: number): string;
  /** Cells from one place to another of one line, or of several. */
  range(line: number, place: number, lastPlace: number, lastLine?: number): Range;
}

/**
 * A sheet in both directions.
 *
 * @param snapshot  the workbook
 * @param name      the sheet
 */
export function planesOf(snapshot: Snapshot, name: string): { down: Plane; across: Plane } | null {
  const view = viewSheet(snapshot, name);
  if (!view) return null;
  const blocks = snapshot.sheets.filter(block => block.name === view.name && block.values.length > 0);
  const [only] = blocks;
  // Most sheets are one block; its rows are read without a search.
  const isOne = blocks.length === 1 && only !== undefined;
  const [top, left] = [only?.row ?? 0, only?.column ?? 0];
  const cell = isOne ? (row: number, column: number) => only.values[row - top]?.[column - left] ?? null : view.cell;
  const format = isOne
    ? (row: number, column: number) => only.formats?.[row - top]?.[column - left] ?? 'General'
    : view.format;
  const { rows, columns } = view;
  return {
    down: {
      sheet: view.name,
      across: false,
      lines: columns,
      places: rows,
      cell: (line, place) => cell(place, line),
      format: (line, place) => format(place, line),
      range: (line, place, lastPlace, lastLine = line) => ({
        sheet: view.name,
        top: place,
        left: line,
        bottom: lastPlace,
        right: lastLine,
      }),
    },
    across: {
      sheet: view.name,
      across: true,
      lines: rows,
      places: columns,
      cell,
      format,
      range: (line, place, lastPlace, lastLine = line) => ({
        sheet: view.name,
        top: line,
        left: place,
        bottom: lastLine,
        right: lastPlace,
      }),
    },
  };
}

/** What is in a cell as text, trimmed; empty where it is a number or nothing. */
export function textAt(plane: Plane, line: number, place: number): string {
  if (line < 0 || place < 0) return '';
  const cell = plane.cell(line, place);
  return typeof cell === 'string' ? cell.trim() : '';
}
