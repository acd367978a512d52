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

function cells(sheet: Sheet, { row, column, rows, columns }: Rectangle): Range {
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
  const ranges = edits.map(edit => cells(sheet, edit));
  const before = isNew ? [] : ranges.map(range => range.getDataValidations());
  ranges.forEach((range, index) => {
    range.setDataValidation(ruleFor(edits[index]!));
  });
  return () => {
    before.forEach((rules, index) => {
      ranges[index]!.setDataValidations(rules as DataValidation[][]);
    });
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
  const top = Math.min(...edits.map(({ row }) => row));
  const left = Math.min(...edits.map(({ column }) => column));
  const rows = Math.max(...edits.map(({ row }) => row)) - top + 1;
  const columns = Math.max(...edits.map(({ column }) => column)) - left + 1;
  const range = cells(sheet, { row: top, column: left, rows, columns });
  const before = isNew ? Array.from({ length: rows }, () => Array<string>(columns).fill('')) : range.getNotes();
  const after = before.map(line => [...line]);
  for (const { row, column, text } of edits) after[row - top]![column - left] = text;
  range.setNotes(after);
  return () => {
    range.setNotes(before);
  };
}

/** Warns whoever edits cells, and lets them: our own formulas are there to be understood and changed. */
export function warnBeforeEditing(sheet: Sheet, edit: WarnBeforeEditing): Undo {
  const protection = cells(sheet, edit).protect().setDescription(edit.message);
  protection.setWarningOnly(true);
  return () => protection.remove();
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

function lineFormula({ values }: AddSparkline): string {
  return `=${printFormula({ call: 'SPARKLINE', arguments: [{ reference: values }] }, 'sheets')}`;
}
