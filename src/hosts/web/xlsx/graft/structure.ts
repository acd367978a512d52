import type { IWorkbookData } from '@univerjs/core';
import { sameSheet } from '../../../../cells/address';
import { FileError } from '../../../file/package/errors';
import { openPackage } from '../../../file/package/package';
import {
  readWorkbook,
  refuseProtectedStructure,
  refuseUnreadableSheets,
  refuseWhatCannotBeCarried,
} from '../../../file/package/workbook';
import { addSheetTo } from '../../../file/sheets/addSheet';
import { type Draft, startDraft } from '../../../file/sheets/draft';
import { moveOn } from '../../../file/sheets/moveOn';
import { orderSheets } from '../../../file/sheets/orderSheets';
import { removeSheetFrom } from '../../../file/sheets/removeSheet';
import { renameSheet } from '../../../file/sheets/renameSheet';
import { packed } from '../../../file/write';
import { openedLinesOf, openedMoves } from '../../../univer/looks/openedLines';

/** A file with the sheets, rows and columns of the grid. */
export interface Structured {
  bytes: Uint8Array;
  /** Whether anything but cells is another than in the opened file. */
  isChanged: boolean;
  /** Ids of sheets whose rows and columns have moved. */
  moved: Set<string>;
  /** Names of sheets that were removed. */
  removed: string[];
  /** Why rows or columns of a sheet were not moved in the file. */
  refused: string[];
}

/** The id of the sheet that the opened file has at a place, among its sheets with cells. */
export const openedId = (index: number) => `sheet-${index + 1}`;

/**
 * Gives a file the sheets of the grid, under their names and in their order, and puts in and takes out the rows and columns
 * that came and went; all that speaks of them follows. What cells hold is not looked at.
 *
 * @param cellsOnly  leaves rows and columns where they are, and sheets that were removed
 */
export function restructured(bytes: Uint8Array, data: IWorkbookData, cellsOnly: boolean): Structured {
  const still = new Set<string>();
  const refused: string[] = [];
  for (;;) {
    const draft = openDraft(bytes);
    try {
      const moved = restructure(draft, data, { cellsOnly, still });
      if (!moved) return { bytes, isChanged: false, moved: new Set(), removed: [], refused };
      return { bytes: finished(draft), isChanged: true, moved: moved.lines, removed: moved.removed, refused };
    } catch (error) {
      // All of it anew, without the moves of the sheet in which something does not move.
      if (!(error instanceof Refused)) throw error;
      still.add(error.id);
      refused.push(error.message);
    }
  }
}

/** A draft of a file that the page may write to: sheets that are protected keep their protection. */
export function openDraft(bytes: Uint8Array): Draft {
  const pack = openPackage(bytes);
  const workbook = readWorkbook(pack);
  refuseWhatCannotBeCarried(pack, workbook);
  return { ...startDraft(pack, workbook), evenProtected: true };
}

/** The file of a draft: the grid has calculated what depends on its changes. */
export function finished(draft: Draft): Uint8Array {
  for (const sheet of draft.sheets.values()) sheet.keepsResults = true;
  return packed(draft);
}

/** Rows or columns of a sheet that can't move. */
class Refused extends Error {
  constructor(
    readonly id: string,
    message: string,
  ) {
    super(message);
  }
}

function restructure(
  draft: Draft,
  data: IWorkbookData,
  { cellsOnly, still }: { cellsOnly: boolean; still: ReadonlySet<string> },
): { lines: Set<string>; removed: string[] } | undefined {
  const opened = draft.workbook.sheets.flatMap(({ name, part }) => (part ? [name] : []));
  const nameOf = new Map(opened.map((name, index) => [openedId(index), name]));
  const isThere = (id: string) => data.sheetOrder.includes(id);
  const gone = cellsOnly ? [] : [...nameOf].filter(([id]) => !isThere(id));
  const named = [...nameOf].filter(([id, name]) => isThere(id) && data.sheets[id]!.name !== name);
  const added = data.sheetOrder.filter(id => !nameOf.has(id));
  const moves = cellsOnly
    ? []
    : data.sheetOrder.flatMap(id => {
        const lines = nameOf.has(id) && !still.has(id) ? openedLinesOf(data.sheets[id]!) : undefined;
        return lines ? openedMoves(lines, data.sheets[id]!.name!).map(move => ({ id, move })) : [];
      });
  if (gone.length + named.length + added.length > 0) refuseProtectedStructure(draft.workbook);
  if (added.length > 0) refuseUnreadableSheets(draft.pack, draft.workbook);
  // One sheet stays until the new ones are there: no workbook is without.
  const last = gone.length === nameOf.size ? gone.pop() : undefined;
  for (const [, name] of gone) remove(draft, name, gone);
  // Two sheets may have changed names: each takes its own once all old ones are given up.
  const taken = (name: string) => draft.workbook.sheets.some(sheet => sameSheet(sheet.name, name));
  const waiting = named.map(([id, name]) => {
    const to = data.sheets[id]!.name!;
    if (!taken(to) || sameSheet(to, name)) return { from: name, to };
    const between = `~${id}~`;
    renameSheet(draft, name, between);
    return { from: between, to };
  });
  for (const { from, to } of waiting) renameSheet(draft, from, to);
  for (const { id, move } of moves) {
    try {
      moveOn(draft, move);
    } catch (error) {
      if (error instanceof FileError && error.trouble === 'cannot carry') throw new Refused(id, error.message);
      throw error;
    }
  }
  for (const id of added) addSheetTo(draft, { kind: 'add sheet', sheet: data.sheets[id]!.name! });
  if (last) remove(draft, last[1], [last]);
  const before = draft.manifest.workbook;
  orderSheets(draft, arrangement(data, cellsOnly ? nameOf : new Map()));
  const isArranged = draft.manifest.workbook !== before;
  if (gone.length + named.length + added.length + moves.length === 0 && !last && !isArranged) return undefined;
  const removed = [...gone, ...(last ? [last] : [])].map(([, name]) => name);
  return { lines: new Set(moves.map(({ id }) => id)), removed };
}

function remove(draft: Draft, name: string, all: [string, string][]): void {
  draft.going = new Set(all.map(([, other]) => other.toLowerCase()));
  removeSheetFrom(draft, { kind: 'remove sheet', sheet: name });
}

/** The sheets in the order of the tabs; those that are kept though the grid has removed them are the last. */
function arrangement(data: IWorkbookData, kept: ReadonlyMap<string, string>) {
  const left = [...kept].filter(([id]) => !data.sheetOrder.includes(id));
  return [
    ...data.sheetOrder.map(id => ({ name: data.sheets[id]!.name!, isHidden: data.sheets[id]!.hidden === 1 })),
    ...left.map(([, name]) => ({ name, isHidden: undefined })),
  ];
}
