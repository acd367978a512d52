import { cellAt, printRange, type Range } from '../../cells/address';
import type { Cell } from '../../cells/value';
import { type SheetView, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { TrackError } from './trackError';

/** One column or one row of a sheet, cut where the sheet ends. */
export interface Line {
  view: SheetView;
  /** As chosen: with open ends where whole columns or rows were. */
  range: Range;
  across: boolean;
  /** Whether whole columns or rows were chosen. */
  open: boolean;
  /** Rows of a column, columns of a row: 0-based, in order. */
  places: number[];
  cell(place: number): Cell;
  format(place: number): string;
  /** A cell as people name it: `Weekly!B7`. */
  name(place: number): string;
  /** A cell with its sheet. */
  at(place: number): Range;
}

/**
 * A range as a line of cells.
 *
 * @param snapshot  the workbook
 * @param range     with its sheet
 * @throws          TrackError where the sheet does not exist, the cells were not read, or there are several columns and rows
 */
export function lineOf(snapshot: Snapshot, range: Range): Line {
  const { sheet, top, left, bottom, right } = range;
  const view = sheet === undefined ? null : viewSheet(snapshot, sheet);
  if (!view) throw new TrackError(`The workbook has no sheet '${sheet ?? ''}'.`);
  const spelled = printRange({ sheet: view.name, top, left, bottom, right });
  const isColumn = right !== null && left === right;
  const isRow = bottom !== null && top === bottom;
  if (!isColumn && !isRow)
    throw new TrackError(`${spelled} has several rows and columns; choose one column or one row of figures.`);
  if (isColumn && isRow)
    throw new TrackError(`${spelled} is one cell; choose a column or a row of at least two figures.`);
  const across = !isColumn;
  const open = across ? right === null : bottom === null;
  const [first, last] = across ? [left, right ?? view.columns - 1] : [top, bottom ?? view.rows - 1];
  const at = (place: number): Range => ({
    ...cellAt(across ? top : place, across ? place : left),
    sheet: view.name,
  });
  return {
    view,
    range: { sheet: view.name, top, left, bottom, right },
    across,
    open,
    places: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
    cell: place => (across ? view.cell(top, place) : view.cell(place, left)),
    format: place => (across ? view.format(top, place) : view.format(place, left)),
    name: place => printRange(at(place)),
    at,
  };
}

/** The part of a line from one place to another, both included; an open end stays open. */
export function cut(line: Line, first: number, last: number): Line {
  const { top, left, bottom, right } = line.range;
  const range = line.open
    ? line.range
    : {
        ...line.range,
        ...(line.across ? { top, left: first, bottom, right: last } : { top: first, left, bottom: last, right }),
      };
  return { ...line, range, places: line.places.filter(place => place >= first && place <= last) };
}
