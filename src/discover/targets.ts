import { plainName } from '../workbook/sheets/names';
import type { FigureLine } from './figureLine';
import { termIn } from './words/business';

/** A series of figures with what it is held against. */
export interface WithTarget {
  series: FigureLine;
  /** The line of targets beside it, period by period; null where there is none. */
  targets: FigureLine | null;
}

/**
 * Sorts the lines of one table: series, the targets, budgets and plans beside them, and what is only calculated from both
 * (differences, sums to date, last year's figures).
 *
 * @param lines  of one table, in their order
 */
export function pairTargets(lines: FigureLine[]): WithTarget[] {
  const plain = lines.filter(({ role }) => role === null || role === 'actual' || role === 'total');
  const others = lines.filter(line => !plain.includes(line));
  const bases = plain.length > 0 ? plain : lines.filter(({ role }) => role !== 'change');
  const all = [...bases, ...(plain.length > 0 ? others.filter(line => standsAlone(line, bases)) : [])];
  const targets = others.filter(({ role }) => role === 'target');
  const taken = new Map<FigureLine, FigureLine>();
  for (const target of targets) {
    const base = baseOf(target, plain, lines, taken);
    if (base) taken.set(base, target);
  }
  return all
    .filter(line => !isSummary(line))
    .sort((a, b) => lines.indexOf(a) - lines.indexOf(b))
    .map(series => ({ series, targets: taken.get(series) ?? null }));
}

/** A difference or a forecast that belongs to none of the other lines is a KPI of its own: `Budget variance`. */
function standsAlone({ role, name, key, run }: FigureLine, bases: FigureLine[]): boolean {
  if (role !== 'change' && role !== 'forecast') return false;
  if (key !== null || !run.plane.across) return role === 'forecast' && isOwn(name, bases);
  return isOwn(name, bases) && name.length > 2 && !/^\W*$/.test(name);
}

function isOwn(name: string, bases: FigureLine[]): boolean {
  const words = plainName(name);
  return words !== '' && !bases.some(base => plainName(base.name) === words || plainName(base.name).includes(words));
}

/** An average or a count of the lines beside it, and nothing besides. */
function isSummary({ role, name }: FigureLine): boolean {
  return (
    role === 'total' &&
    /^(average|avg\.?|mean|median|min|max|minimum|maximum|count|mittelwert|durchschnitt|schnitt|moyenne|promedio|media|média|gemiddelde|genomsnitt|snitt|medelvärde|平均)$/i.test(
      name.trim(),
    )
  );
}

/** The series that a line of targets is meant for: that of its name, else the one before it. */
function baseOf(
  target: FigureLine,
  bases: FigureLine[],
  lines: FigureLine[],
  taken: Map<FigureLine, FigureLine>,
): FigureLine | null {
  const free = bases.filter(base => !taken.has(base));
  if (target.key !== null) return free.find(({ line }) => line === target.line) ?? null;
  const own = plainName(target.name);
  const group = plainName(target.groups[0] ?? '');
  const named = free.filter(base => plainName(base.name) === own);
  const together = named.find(base => plainName(base.groups[0] ?? '') === group) ?? named[0];
  if (own !== '' && together) return together;
  const before =
    lines
      .slice(0, lines.indexOf(target))
      .filter(line => free.includes(line))
      .pop() ?? null;
  if (own === '') return before ?? free[0] ?? null;
  const like = free.find(base => {
    const name = plainName(base.name);
    return name.startsWith(own) || own.startsWith(name) || (name.includes(own) && own.length > 3);
  });
  if (like) return like;
  const [mine, its] = [termIn(target.name), before && termIn(before.name)];
  return mine && mine === its ? before : null;
}
