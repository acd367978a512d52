import type { IStyleData, IWorksheetData } from '@univerjs/core';
import { addNote, removeNote } from '../../../file/looks/attached';
import type { Draft } from '../../../file/sheets/draft';
import { followTables } from '../../../file/sheets/tables';
import { apply } from '../../../file/write';
import { chartEdits } from '../../../univer/looks/charts';
import type { Font } from '../../../univer/looks/digitWidth';
import { openedLinesOf } from '../../../univer/looks/openedLines';
import { rulesOf, type SheetRules } from '../../../univer/looks/rules';
import type { WorkbookDocument } from '../../document';
import { type Contents, contentsOf } from '../contents';
import { toGridData } from '../read';
import { fileStyles, resolve } from '../toFile';
import { compareLooks, graftCells } from './cells';
import { cellsMoved, stillRead } from './leftBehind';
import { graftNames } from './names';
import { graftRules } from './rules';
import { graftSheetLooks } from './sheetLooks';
import { finished, openDraft, restructured } from './structure';

/** A file with what was changed in the grid. */
export interface Grafted {
  bytes: Uint8Array;
  /** What of the file could not follow the changes, each in a sentence. */
  leftBehind: string[];
}

/**
 * Writes into the file that was opened what was changed since, and nothing else: parts that no change concerns keep their
 * bytes. What changed is told by opening the file again, with the rows, columns and sheets that came and went, and comparing.
 *
 * @param opened     the file
 * @param document   the workbook as it is now
 * @param cellsOnly  writes what cells hold and how they look, and leaves rows, columns and all else of the file in its place
 * @throws           FileError where the file can't be written to at all: it is signed, or of the strict variant
 */
export async function graft(
  opened: Uint8Array,
  { data, spilled }: Pick<WorkbookDocument, 'data' | 'spilled'>,
  cellsOnly = false,
): Promise<Grafted> {
  const { bytes, isChanged, moved, removed, refused } = restructured(opened, data, cellsOnly);
  const file = await toGridData(bytes);
  const draft = openDraft(bytes);
  const compared = compareLooks(fileStyles(file.data), fileStyles(data));
  const sheets = data.sheetOrder.map((id, index) => {
    // Sheets that only the file still has are its last.
    const fileId = file.data.sheetOrder[index]!;
    return {
      id,
      name: data.sheets[id]!.name!,
      was: file.data.sheets[fileId] as IWorksheetData,
      is: data.sheets[id] as IWorksheetData,
      before: contentsOf(file.data.sheets[fileId] as IWorksheetData, file.spilled[fileId]),
      now: contentsOf(data.sheets[id] as IWorksheetData, spilled[id]),
      rulesBefore: rulesOf(file.data.resources, fileId),
      rulesNow: rulesOf(data.resources, id),
    };
  });
  const isDoubtful = sheets.some(({ now }) => holdsUnknown(now));
  const left = [...refused];
  const { ff, fs } = (resolve(data, data.defaultStyle) ?? {}) as IStyleData;
  const font: Font = { ff: ff ?? undefined, fs };
  for (const { id, name, was, is, before, now, rulesBefore, rulesNow } of sheets) {
    graftCells(draft, name, { before, now, lookChange: compared }, isDoubtful);
    if (cellsOnly && !isNew(id, is)) continue;
    graftSheetLooks(draft, name, was, is, { font, moved: moved.has(id) });
    graftRules(draft, name, rulesBefore, rulesNow, { places: moved.has(id), references: isChanged });
    left.push(...graftNotes(draft, name, rulesBefore, rulesNow));
  }
  if (!cellsOnly) graftNames(draft, file.data, data, isChanged);
  for (const edit of chartEdits(data)) apply(draft, edit);
  left.push(...followTables(draft), ...cellsMoved(draft, data), ...stillRead(draft, removed));
  return { bytes: finished(draft), leftBehind: [...new Set(left)] };
}

/** Whether a sheet did not come out of the opened file. */
function isNew(id: string, sheet: Partial<IWorksheetData>): boolean {
  return !/^sheet-\d+$/.test(id) || openedLinesOf(sheet) === undefined;
}

/** Whether a sheet has a formula that the grid does not know, or one that speaks of tables or other workbooks. */
function holdsUnknown(contents: Contents): boolean {
  for (const line of contents.values()) {
    for (const { formula, value } of line.values()) {
      if (!formula) continue;
      if (formula.replace(/"[^"]*"/g, '').includes('[')) return true;
      if (typeof value === 'object' && value?.error === '#NAME?') return true;
    }
  }
  return false;
}

/** Writes the notes that are new or another, and takes out those that are gone. */
function graftNotes(draft: Draft, name: string, before: SheetRules, now: SheetRules): string[] {
  const texts = ({ notes }: SheetRules) => new Map(notes.map(note => [`${note.row},${note.col}`, note]));
  const [old, fresh] = [texts(before), texts(now)];
  const left: string[] = [];
  for (const [key, note] of old) {
    if (fresh.get(key)?.note === note.note) continue;
    if (!removeNote(draft, name, note.row, note.col))
      left.push(`${name}: conversations in comments stay as they were. Change them in Excel.`);
  }
  for (const [key, { row, col, note }] of fresh) {
    if (old.get(key)?.note !== note) addNote(draft, { kind: 'note', sheet: name, row, column: col, text: note });
  }
  return left;
}
