import type { Range } from '../../cells/address';
import { cellAt } from '../../cells/address';
import { median } from '../../drift/series';
import type { Line } from './line';

/** What a column of rates is made of: each figure is one column of its sheet divided by another. */
export interface Ratio {
  /** The same lines as the rates. */
  part: Range;
  whole: Range;
  /** Their headers, or their letters' place: for people. */
  partName: string;
  wholeName: string;
  /** The figures of a line, by its place in the line of rates. */
  at(place: number): { part: number; whole: number } | null;
}

/** So many lines have to agree, and this share of them. */
const FEWEST = 8;
const AGREE = 0.95;
/** Rates are often rounded before they are exported: to a tenth of a percent. */
const ROUNDING = 0.0006;

/**
 * Finds the two columns that a column of rates comes from, so that a month's rate is its totals divided, not a mean of days
 * of which some hardly count.
 *
 * @param rates   a column of figures, with the columns beside it read
 * @param places  of its lines
 * @returns       null where no two columns make it, or it runs across
 */
export function ratioOf(rates: Line, places: number[]): Ratio | null {
  if (rates.across || places.length < FEWEST) return null;
  const { view, range } = rates;
  const column = (at: number) => places.map(row => view.cell(row, at));
  const own = column(range.left);
  // Tickets are items divided by items a ticket, and still a count: what is counted is whole, and larger than what it is divided by.
  if (own.every(cell => typeof cell !== 'number' || Number.isInteger(cell))) return null;
  const candidates = Array.from({ length: view.columns }, (_, at) => at)
    .filter(at => at !== range.left)
    .map(at => ({ at, cells: column(at) }))
    .filter(({ cells }) => cells.filter(cell => typeof cell === 'number').length >= AGREE * places.length);
  for (const whole of candidates) {
    // A whole that never changes weighs every line alike.
    if (new Set(whole.cells).size < 3 || middleOf(whole.cells) <= middleOf(own)) continue;
    for (const part of candidates) {
      if (part === whole || !agrees(own, part.cells, whole.cells)) continue;
      const shifted = (at: number): Range => ({ ...range, left: at, right: at });
      return {
        part: shifted(part.at),
        whole: shifted(whole.at),
        partName: nameOf(rates, part.at, places[0]!),
        wholeName: nameOf(rates, whole.at, places[0]!),
        at: row => {
          const [one, other] = [view.cell(row, part.at), view.cell(row, whole.at)];
          return typeof one === 'number' && typeof other === 'number' ? { part: one, whole: other } : null;
        },
      };
    }
  }
  return null;
}

function middleOf(cells: readonly unknown[]): number {
  return median(cells.flatMap(cell => (typeof cell === 'number' ? Math.abs(cell) : [])));
}

function agrees(rates: unknown[], parts: unknown[], wholes: unknown[]): boolean {
  let [seen, missed] = [0, 0];
  const most = (1 - AGREE) * rates.length;
  for (const [i, rate] of rates.entries()) {
    const [part, whole] = [parts[i], wholes[i]];
    if (typeof rate !== 'number' || typeof part !== 'number' || typeof whole !== 'number' || whole === 0) continue;
    seen++;
    if (Math.abs(rate - part / whole) > Math.max(ROUNDING, 1e-6 * Math.abs(rate)) && ++missed > most) return false;
  }
  return seen >= FEWEST && missed <= (1 - AGREE) * seen;
}

function nameOf({ view, range }: Line, column: number, first: number): string {
  for (let row = first - 1; row >= 0 && row >= first - 5; row--) {
    const cell = view.cell(row, column);
    if (typeof cell === 'string' && cell.trim() !== '') return cell.trim();
  }
  return `column ${cellAt(0, column).left + 1} of ${range.sheet ?? view.name}`;
}
