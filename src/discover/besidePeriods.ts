import type { PeriodToken } from '../cells/periodToken';
import { isBlank } from '../cells/value';
import { isTotal, readLabel } from '../workbook/sources/lineWords';
import type { PeriodBand } from '../workbook/sources/periodBand';
import type { CellReader } from './periodCells';
import { type Plane, textAt } from './plane';
import { strideOf } from './runSteps';
import { FEWEST_PERIODS, type Segment, startOf } from './segments';

/** Lines beside months in which their years may be. */
const YEARS_NEAR = 3;

/** The line beside some months that holds their years and, as far as they reach, nothing else. */
export function yearLineOf(
  plane: Plane,
  line: number,
  first: number,
  last: number,
  at: CellReader,
  isMerged: boolean,
): number | undefined {
  const steps = Array.from({ length: YEARS_NEAR }, (_, index) => index + 1);
  // Under months that are merged over several columns their years may follow: 2024, 2025 under each.
  const above = [...steps.map(step => line - step), ...(isMerged ? [line + 1] : [])];
  const near = plane.across ? above : steps.flatMap(step => [line - step, line + step]);
  return near.find(other => {
    if (other < 0 || other >= plane.lines) return false;
    let [years, others] = [0, 0];
    for (let place = first; place <= last; place++) {
      const cell = plane.cell(other, place);
      if (isBlank(cell)) continue;
      if (at(other, place)?.token.kind === 'year') years++;
      else if (typeof cell !== 'string' || !isTotal(cell)) others++;
    }
    return years > 0 && others === 0;
  });
}

/**
 * The line between periods and figures that says what each figure is, where several stand for one period: *Actual* and
 * *Budget* under a month, a region beside it.
 */
export function keyLineOf(
  plane: Plane,
  line: number,
  years: number | undefined,
  { places, tokens }: Segment,
  last: number,
) {
  const other = line + 1 === years ? line + 2 : line + 1;
  if (other >= plane.lines) return null;
  const roles = rolesAlong(plane, other, places[0]!, last);
  if (roles) return { line: other, keys: roles };
  const repeated = tokens.filter((token, index) => index > 0 && isSame(token, tokens[index - 1]!)).length;
  const isMerged = strideOf(places) > 1;
  if (!isMerged && repeated < tokens.length / 4) return null;
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  let [words, groups] = [0, 0];
  let group = new Set<string>();
  for (let place = places[0]!, index = -1; place <= last; place++) {
    if (place === places[index + 1]) {
      index++;
      if (index === 0 || !isSame(tokens[index]!, tokens[index - 1]!)) {
        group = new Set();
        groups++;
      }
    }
    const key = textAt(plane, other, place);
    if (key === '') continue;
    if (group.has(key)) return null;
    group.add(key);
    words++;
    keys.set(place, key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (groups < FEWEST_PERIODS || words < (last - places[0]! + 1) * 0.6 || counts.size < 2) return null;
  const complete = [...counts.values()].filter(count => count >= groups * 0.6).length;
  return complete >= counts.size * 0.6 ? { line: other, keys } : null;
}

/** A line that says of every period whether its figures are actual ones, planned or forecast, and nothing else. */
function rolesAlong(plane: Plane, line: number, first: number, last: number): Map<number, string> | null {
  const roles = new Map<number, string>();
  for (let place = first; place <= last; place++) {
    const text = textAt(plane, line, place);
    if (text === '') continue;
    const { role, name } = readLabel(text);
    if (role === null || role === 'total' || name !== '') return null;
    roles.set(place, text);
  }
  return roles.size >= (last - first + 1) * 0.8 && new Set(roles.values()).size > 1 ? roles : null;
}

function isSame(one: PeriodToken, other: PeriodToken): boolean {
  if (one.kind === 'part' && other.kind === 'part') return one.number === other.number && one.day === other.day;
  const [a, b] = [startOf(one), startOf(other)];
  return a !== null && a === b;
}

/** What figures are, where their periods' own cells say so: `Jan 2024 Actual`, `Jan 2024 Budget`. */
export function labelKeys(plane: Plane, line: number, band: PeriodBand): Map<number, string> | null {
  const keys = new Map<number, string>();
  for (const place of band.places) {
    const cell = plane.cell(line, place);
    if (typeof cell !== 'string' || !band.names(place)) continue;
    const { role, name } = readLabel(cell);
    if (role !== null && role !== 'total' && name !== cell.trim()) keys.set(place, role);
  }
  return new Set(keys.values()).size > 1 ? keys : null;
}
