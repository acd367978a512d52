import type { JSX } from 'preact';
import { columnName, parseRange } from '../../src/cells/address';
import { isoDate } from '../../src/cells/serial';
import { type Cell, isError } from '../../src/cells/value';
import type { Place } from '../../src/workbook/register';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { isDateFormat } from '../../src/workbook/sources/findPeriods';
import { figuresIn } from '../words/figure';

/** Rows and columns that are shown; more would be a sheet. */
const SHOWN = { rows: 5, columns: 4 };
/** Signs of a cell that are shown. */
const WIDEST = 18;

/** A small picture of some cells with the row above them and the column before them, as somebody who looks there would see it. */
export function CellsPicture({ snapshot, place }: { snapshot: Snapshot; place: Required<Place> }): JSX.Element | null {
  const view = viewSheet(snapshot, place.sheet);
  if (!view) return null;
  const { top, left, bottom, right } = parseRange(place.range);
  const [firstRow, firstColumn] = [Math.max(0, top - 1), Math.max(0, left - 1)];
  const upTo = (first: number, last: number, most: number) =>
    Array.from({ length: Math.max(0, Math.min(most, last - first + 1)) }, (_, index) => first + index);
  const rows = upTo(firstRow, Math.min(bottom ?? view.rows - 1, view.rows - 1) + 1, SHOWN.rows);
  const columns = upTo(firstColumn, Math.min(right ?? view.columns - 1, view.columns - 1), SHOWN.columns);
  const isLooked = (row: number, column: number) =>
    row >= top && column >= left && row <= (bottom ?? row) && column <= (right ?? column);
  return (
    <div class="scroll">
      <table class="cells-picture" aria-label={`The cells ${place.range} of ${place.sheet}`}>
        <thead>
          <tr>
            <td />
            {columns.map(column => (
              <th key={column} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {columns.map(column => {
                const cell = view.cell(row, column);
                const looked = isLooked(row, column) ? 'looked' : '';
                return (
                  <td key={column} class={typeof cell === 'number' ? `number ${looked}` : looked}>
                    {shown(cell, view.format(row, column))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a cell shows, shortened. */
function shown(cell: Cell, format: string): string {
  if (cell === null) return '';
  if (isError(cell)) return cell.error;
  if (typeof cell === 'number') return isDateFormat(format) ? isoDate(cell) : figuresIn(format)(cell);
  const text = String(cell);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
