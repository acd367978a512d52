import type { Formula } from '../../cells/formula';
import { printFormula } from '../../cells/printFormula';
import type { Rectangle } from '../../cells/rectangle';
import { isCellFunction } from '../../functions/evaluate';
import type { AddNote, AddSparkline, ConditionalFormat, Validate, WarnBeforeEditing } from '../../workbook/edit';
import { entryRule } from '../../workbook/edits/entryRule';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const spelled = (formula: Formula) => `=${printFormula(formula, 'sheets', isCellFunction)}`;

/** Takes back what a function here did. */
export type Undo = () => void;

export function cells(sheet: Sheet, { row, column, rows, columns }: Rectangle): Range {
  return sheet.getRange(row + 1, column + 1, rows, columns);
}

/**
 * Adds looks that follow a formula, after those that are there: Sheets takes a sheet's whole list at once.
 *
 * @param isNew  of a sheet that these edits have made nothing is read: what is asked after writing waits until it is done
 */
export function addLooks(sheet: Sheet, edits: ConditionalFormat[], isNew: boolean): Undo {
  const before = isNew ? [] : sheet.getConditionalFormatRules();
  const added = edits.map(edit => {
    const { background, color, bold, italic } = edit.format;
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(spelled(edit.when))
      .setRanges([cells(sheet, edit)]);
    if (background !== undefined) rule.setBackground(background);
    if (color !== undefined) rule.setFontColor(color);
    if (bold !== undefined) rule.setBold(bold);
    if (italic !== undefined) rule.setItalic(italic);
    return rule.build();
  });
  sheet.setConditionalFormatRules([...before, ...added]);
  return () => sheet.setConditionalFormatRules(before);
}

/** Says what may be typed into cells; all rules that are there are read before any is written. */
export function validate(sheet: Sheet, edits: Validate[], isNew: boolean): Undo {
  if (isNew) return validateAtOnce(sheet, edits);
  const ranges = edits.map(edit => cells(sheet, edit));
  const before = ranges.map(range => range.getDataValidations());
  ranges.forEach((range, index) => {
    range.setDataValidation(ruleFor(edits[index]!));
  });
  return () => {
    before.forEach((rules, index) => {
      ranges[index]!.setDataValidations(rules as DataValidation[][]);
    });
  };
}

/** The rules of a new sheet in one call, no rule where there is none. */
function validateAtOnce(sheet: Sheet, edits: Validate[]): Undo {
  const span = rectangleAround(edits);
  const rules = Array.from({ length: span.rows }, () => Array<DataValidation | null>(span.columns).fill(null));
  for (const edit of edits) {
    const rule = ruleFor(edit);
    for (let r = 0; r < edit.rows; r++)
      rules[edit.row - span.row + r]!.fill(rule, edit.column - span.column, edit.column - span.column + edit.columns);
  }
  cells(sheet, span).setDataValidations(rules as DataValidation[][]);
  return () => undefined;
}

/** The smallest rectangle that holds others. */
function rectangleAround(parts: Rectangle[]): Rectangle {
  const row = Math.min(...parts.map(part => part.row));
  const column = Math.min(...parts.map(part => part.column));
  return {
    row,
    column,
    rows: Math.max(...parts.map(part => part.row + part.rows)) - row,
    columns: Math.max(...parts.map(part => part.column + part.columns)) - column,
  };
}

function ruleFor(edit: Validate): DataValidation {
  const { accepts, message, otherwise } = entryRule(edit);
  const rule = SpreadsheetApp.newDataValidation()
    .setHelpText(message)
    .setAllowInvalid(otherwise === 'warn');
  if (accepts.kind === 'list') return rule.requireValueInList(accepts.choices, true).build();
  if (accepts.kind === 'date') return rule.requireDate().build();
  if (accepts.kind === 'formula') return rule.requireFormulaSatisfied(spelled(accepts.formula)).build();
  const { from, to } = accepts;
  if (from === undefined) return rule.requireNumberLessThanOrEqualTo(to!).build();
  return (
    to === undefined ? rule.requireNumberGreaterThanOrEqualTo(from) : rule.requireNumberBetween(from, to)
  ).build();
}

/** Puts notes on cells: one rectangle is read and written that holds them all, whatever notes of others it has. */
export function addNotes(sheet: Sheet, edits: AddNote[], isNew: boolean): Undo {
  const span = rectangleAround(edits.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })));
  const { row: top, column: left, rows, columns } = span;
  const range = cells(sheet, span);
  const before = isNew ? Array.from({ length: rows }, () => Array<string>(columns).fill('')) : range.getNotes();
  const after = before.map(line => [...line]);
  for (const { row, column, text } of edits) after[row - top]![column - left] = text;
  range.setNotes(after);
  return () => {
    range.setNotes(before);
  };
}

/** Warns whoever edits cells, and lets them: our own formulas are there to be understood and changed. */
export function warnBeforeEditing(sheet: Sheet, edits: WarnBeforeEditing[]): Undo {
  const protections = neighboursJoined(edits).map(edit => {
    const protection = cells(sheet, edit).protect().setDescription(edit.message);
    protection.setWarningOnly(true);
    return protection;
  });
  return () => {
    for (const protection of protections) protection.remove();
  };
}

/** Cells that warn in the same words, edge to edge, as one rectangle: each takes three calls. */
function neighboursJoined(edits: WarnBeforeEditing[]): WarnBeforeEditing[] {
  const joined: WarnBeforeEditing[] = [];
  for (const edit of edits) {
    const at = joined.findIndex(one => {
      if (one.message !== edit.message) return false;
      const span = rectangleAround([one, edit]);
      return span.rows * span.columns === one.rows * one.columns + edit.rows * edit.columns;
    });
    if (at < 0) joined.push(edit);
    else joined[at] = { ...edit, ...rectangleAround([joined[at]!, edit]) };
  }
  return joined.length < edits.length ? neighboursJoined(joined) : joined;
}

/** Draws small lines in cells: in Sheets that is a formula, so a cell that holds something is left alone. */
export function addSparklines(sheet: Sheet, edits: AddSparkline[]): Undo {
  const undos = columnsOf(edits).flatMap(column => drawColumn(sheet, column));
  return () => {
    for (const undo of undos) undo();
  };
}

/** Runs of neighbours, one below the other. */
function columnsOf(edits: AddSparkline[]): AddSparkline[][] {
  const runs: AddSparkline[][] = [];
  for (const edit of edits) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1];
    if (above && above.column === edit.column && above.row + 1 === edit.row) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

function drawColumn(sheet: Sheet, edits: AddSparkline[]): Undo[] {
  const { row, column } = edits[0]!;
  const range = cells(sheet, { row, column, rows: edits.length, columns: 1 });
  if (!range.isBlank()) return edits.length > 1 ? edits.flatMap(edit => drawColumn(sheet, [edit])) : [];
  range.setFormulas(edits.map(edit => [lineFormula(edit)]));
  return [() => void range.clearContent()];
}

/** Sheets' own function that draws a line. */
export function lineFormula({ values }: AddSparkline): string {
  return `=${printFormula({ call: 'SPARKLINE', arguments: [{ reference: values }] }, 'sheets')}`;
}
