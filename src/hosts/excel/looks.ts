import { printRange, type Range, wholeRow } from '../../cells/address';
import type { Formula } from '../../cells/formula';
import { printFormula } from '../../cells/printFormula';
import type { Rectangle } from '../../cells/rectangle';
import { isCellFunction } from '../../functions/evaluate';
import type { ConditionalFormat, PageSetup, Validate, WarnBeforeEditing } from '../../workbook/edit';
import { type Accepted, entryRule, FIRST_DAY } from '../../workbook/edits/entryRule';
import type { LookEdit } from '../batches';
import { addChart } from './chart';

const spelled = (formula: Formula) => `=${printFormula(formula, 'excel', isCellFunction)}`;

/**
 * Puts looks of one kind into the batch that the next sync sends.
 *
 * @param worksheets  all sheets: a chart may show cells of another
 * @param sheet       theirs
 * @param edits       of one kind
 */
export function addLooks(worksheets: Excel.WorksheetCollection, sheet: Excel.Worksheet, edits: LookEdit[]): void {
  // Excel puts each new conditional format before the others; the first that was said is to win.
  const ordered = edits[0]!.kind === 'conditional format' ? [...edits].reverse() : edits;
  for (const edit of ordered) addLook(worksheets, sheet, edit);
}

function addLook(worksheets: Excel.WorksheetCollection, sheet: Excel.Worksheet, edit: LookEdit): void {
  switch (edit.kind) {
    case 'conditional format':
      followFormula(cells(sheet, edit), edit);
      break;
    case 'validation':
    case 'protect':
      validate(cells(sheet, edit), edit);
      break;
    case 'note':
      sheet.notes.add(sheet.getRangeByIndexes(edit.row, edit.column, 1, 1), edit.text);
      break;
    case 'page':
      setPage(sheet.pageLayout, edit);
      break;
    case 'chart':
      addChart(sheet, edit, ({ sheet: name, ...range }: Range) =>
        (name === undefined ? sheet : worksheets.getItem(name)).getRange(printRange(range)),
      );
      break;
    case 'sparkline':
      break;
  }
}

function cells(sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

function followFormula(range: Excel.Range, { when, format }: ConditionalFormat): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = spelled(when);
  if (format.background !== undefined) custom.format.fill.color = format.background;
  if (format.color !== undefined) custom.format.font.color = format.color;
  if (format.bold !== undefined) custom.format.font.bold = format.bold;
  if (format.italic !== undefined) custom.format.font.italic = format.italic;
}

/** An input rule, also for protected cells: Excel can only forbid what is typed into these, a rule can warn. */
function validate({ dataValidation }: Excel.Range, edit: Validate | WarnBeforeEditing): void {
  const { accepts, message, otherwise } = entryRule(edit);
  dataValidation.rule = ruleFor(accepts);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    message,
    showAlert: true,
    style: otherwise === 'warn' ? 'Warning' : 'Stop',
    title: 'Strategic Compass',
  };
}

function ruleFor(accepts: Accepted): Excel.DataValidationRule {
  if (accepts.kind === 'list') return { list: { inCellDropDown: true, source: accepts.choices.join(',') } };
  if (accepts.kind === 'date') return { date: { formula1: FIRST_DAY.iso, operator: 'GreaterThanOrEqualTo' } };
  if (accepts.kind === 'formula') return { custom: { formula: spelled(accepts.formula) } };
  const { from, to } = accepts;
  if (from === undefined) return { decimal: { formula1: to!, operator: 'LessThanOrEqualTo' } };
  if (to === undefined) return { decimal: { formula1: from, operator: 'GreaterThanOrEqualTo' } };
  return { decimal: { formula1: from, formula2: to, operator: 'Between' } };
}

function setPage(layout: Excel.PageLayout, { landscape, onePage, area, headerRow }: PageSetup): void {
  layout.orientation = landscape ? 'Landscape' : 'Portrait';
  layout.zoom = { horizontalFitToPages: 1, ...(onePage && { verticalFitToPages: 1 }) };
  if (area) layout.setPrintArea(printRange({ ...area, sheet: undefined }));
  if (headerRow !== undefined) layout.setPrintTitleRows(wholeRow(headerRow));
}
