import type { IWorksheetData } from '@univerjs/core';
import type { Move } from '../../../cells/references';
import type { Custom } from '../edits/setCustom';

/**
 * Rows or columns as they are now, by where they were in the file that was opened: stretches of so many from there on, -1
 * for new ones. The last stretch reaches to the end of the sheet.
 */
export type Stretches = [from: number, count: number][];

/** What a sheet that came out of a file remembers of its rows and columns; nothing while none have come or gone. */
export interface OpenedLines {
  row?: Stretches;
  column?: Stretches;
  /** Cells were moved from one place to another: the grid's formulas have followed them, nothing else has. */
  cellsMoved?: boolean;
}

/** Where a sheet keeps it, among what users of Univer may keep with a sheet. */
const KEY = 'compassLines';
/** More rows or columns than a sheet has. */
const END = 2 ** 21;
const NEW = -1;

/** What a sheet remembers; undefined for one that did not come out of a file. */
export function openedLinesOf({ custom }: Partial<IWorksheetData>): OpenedLines | undefined {
  return (custom as Record<string, OpenedLines> | undefined)?.[KEY];
}

/** What a sheet keeps so that it remembers this. */
export function withLines(lines: OpenedLines, custom: Custom): Custom {
  return { ...(custom as object), [KEY]: lines };
}

/** The lines of a sheet after some were put in or taken out. */
export function linesAfter(lines: OpenedLines, { axis, at, count }: Pick<Move, 'axis' | 'at' | 'count'>): OpenedLines {
  const before: Stretches = lines[axis] ?? [[0, END]];
  const after: Stretches =
    count >= 0
      ? [...cut(before, 0, at), [NEW, count], ...cut(before, at, END)]
      : [...cut(before, 0, at), ...cut(before, at - count, END)];
  return { ...lines, [axis]: joined(after) };
}

/** The stretches between two places. */
function cut(lines: Stretches, start: number, end: number): Stretches {
  const found: Stretches = [];
  let at = 0;
  for (const [from, count] of lines) {
    const [first, last] = [Math.max(start, at), Math.min(end, at + count)];
    if (first < last) found.push([from === NEW ? NEW : from + first - at, last - first]);
    at += count;
  }
  return found;
}

/** Stretches that go on where the one before ends, made one with it. */
function joined(lines: Stretches): Stretches {
  const all: Stretches = [];
  for (const [from, count] of lines) {
    const last = all.at(-1);
    const goesOn = last && (from === NEW ? last[0] === NEW : last[0] !== NEW && last[0] + last[1] === from);
    if (goesOn) last[1] += count;
    else if (count > 0) all.push([from, count]);
  }
  return all;
}

/** The moves that make the rows and columns of the opened file those of the grid: what went first, then what came. */
export function openedMoves(lines: OpenedLines, sheet: string): Move[] {
  return (['row', 'column'] as const).flatMap(axis => {
    const gone: Move[] = [];
    const come: Move[] = [];
    let [next, at] = [0, 0];
    for (const [from, count] of lines[axis] ?? []) {
      if (from === NEW) come.push({ sheet, axis, at, count });
      else {
        if (from > next) gone.unshift({ sheet, axis, at: next, count: next - from });
        next = from + count;
      }
      at += count;
    }
    return [...gone, ...come];
  });
}
