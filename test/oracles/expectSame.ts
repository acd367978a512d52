import { askPython } from './python';

/**
 * Asks numpy and scipy about every case and expects of them what comes from ours.
 *
 * @param question   a function of statistics.py; a case has its arguments
 * @param ours       the same by our own arithmetic
 * @param precision  relative
 */
export function expectSame<Case extends object>(
  question: string,
  cases: Case[],
  ours: (each: Case) => unknown,
  precision = 1e-12,
): void {
  const theirs = askPython(
    'statistics.py',
    cases.map(each => ({ question, ...each })),
  );
  const different = cases
    .map((each, i) => ({ ...each, ours: ours(each), theirs: theirs[i] }))
    .filter(found => !isSame(found.ours, found.theirs, precision));
  expect(different.slice(0, 3)).toEqual([]);
}

function isSame(a: unknown, b: unknown, precision: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= precision * Math.max(Math.abs(a), Math.abs(b));
  }
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every(key => isSame(a[key], b[key], precision));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
