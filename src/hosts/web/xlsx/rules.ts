import type { IRange, ISheetDataValidationRule, IStyleBase } from '@univerjs/core';
import type { ConditionalRule as FileLook, DataValidation as FileValidation, Sheet, ValidationOperator } from 'hucre';
import { parseRange, printRange } from '../../../cells/address';
import { printFormula } from '../../../cells/printFormula';
import { serialOf } from '../../../cells/serial';
import { anyNumber, FIRST_DAY } from '../../../workbook/edits/entryRule';
import { fromFileSpelling, toFileSpelling } from '../../univer/calculation/spelling';
import { type ConditionalRule, noteOn, type SheetRules } from '../../univer/looks/rules';
import { toFileStyle, toGridStyle } from './styles';

/** What a wrong entry meets, in the files' words, at Univer's numbers for it. */
const meets = ['information', 'stop', 'warning'] as const;

/** The last row and column of Excel's sheets. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Comparisons that look at a cell's number; files and grid name them alike. */
const comparison = /^(between|notBetween|equal|notEqual|greaterThan|greaterThanOrEqual|lessThan|lessThanOrEqual)$/;

/**
 * What a file has beside a sheet's cells, as the grid keeps it. What the grid has no form for, colour scales and the like,
 * is left out; `isCarried` tells.
 *
 * @param sheet  as hucre reads it
 * @param theme  the file's theme colours
 */
export function rulesFromFile(sheet: Sheet, theme: string[]): SheetRules {
  const looks = (sheet.conditionalRules ?? []).filter(isCarried).sort((one, other) => one.priority - other.priority);
  return {
    formats: looks.map((look, index) => ({
      // Its number in the file, by which saving finds it again.
      cfId:
        looks.findIndex(({ priority }) => priority === look.priority) === index
          ? `look-${look.priority}`
          : `look-x${index}`,
      ranges: rangesOf(look.range),
      stopIfTrue: look.stopIfTrue ?? false,
      rule: lookFromFile(look, theme),
    })),
    validations: (sheet.dataValidations ?? []).map((rule, index) => ({
      uid: `rule-${index + 1}`,
      ranges: rangesOf(rule.range),
      ...validationFromFile(rule),
    })),
    notes: [...(sheet.cells ?? [])].flatMap(([key, { comment }], index) => {
      if (!comment) return [];
      const [row, column] = key.split(',').map(Number) as [number, number];
      return [{ ...noteOn({ row, column, text: comment.text }), id: `note-${index + 1}` }];
    }),
  };
}

/** Whether the grid has a form for a look of a file. */
export function isCarried({ type, formula, operator }: FileLook): boolean {
  if (type === 'expression') return formulasOf(formula).length === 1;
  return type === 'cellIs' && comparison.test(operator ?? '') && !formulasOf(formula).some(isFormulaText);
}

function lookFromFile({ type, formula, operator, style = {} }: FileLook, theme: string[]): ConditionalRule['rule'] {
  const look = (toGridStyle(style, theme) ?? {}) as IStyleBase;
  const [first = '', second = ''] = formulasOf(formula);
  if (type === 'expression')
    return { type: 'highlightCell', subType: 'formula', value: fromFileSpelling(first), style: look };
  const value = second === '' ? Number(first) : [Number(first), Number(second)];
  return { type: 'highlightCell', subType: 'number', operator, value, style: look };
}

function validationFromFile(rule: FileValidation): Omit<ISheetDataValidationRule, 'uid' | 'ranges'> {
  const { type, values, operator, allowBlank, errorMessage, errorTitle, errorStyle = 'stop' } = rule;
  const formula = (text: string) => (type === 'custom' || isFormulaText(text) ? fromFileSpelling(text) : text);
  const formula1 = values ? values.join(',') : rule.formula1;
  return {
    type,
    // Without one a file means "between".
    ...(type !== 'custom' && type !== 'list' && { operator: toGridWord(operator ?? 'between') }),
    ...(formula1 !== undefined && { formula1: values ? formula1 : formula(formula1) }),
    ...(rule.formula2 !== undefined && { formula2: formula(rule.formula2) }),
    ...(errorMessage && { error: errorMessage }),
    ...(errorTitle && { errorTitle }),
    allowBlank: allowBlank ?? false,
    showErrorMessage: true,
    errorStyle: meets.indexOf(errorStyle),
  };
}

/**
 * What a sheet has beside its cells, as a file stores it: looks and input rules, and notes by `row,column`.
 *
 * @param rules  as the grid keeps them
 */
export function rulesToFile({ formats, validations, notes }: SheetRules): {
  looks: FileLook[];
  validations: FileValidation[];
  notes: Map<string, string>;
} {
  return {
    looks: formats.flatMap((rule, index) => lookToFile(rule, index + 1)),
    validations: validations.flatMap(validationToFile),
    notes: new Map(notes.map(({ row, col, note }) => [`${row},${col}`, note])),
  };
}

/** What the grid's own editor makes and a file has another form for, data bars and the like, is not stored. */
function lookToFile({ ranges, stopIfTrue, rule }: ConditionalRule, priority: number): FileLook[] {
  const { subType, value, operator, style } = rule;
  const look = {
    priority,
    range: printRanges(ranges),
    style: toFileStyle(style ?? {}),
    ...(stopIfTrue && { stopIfTrue }),
  };
  if (subType === 'formula') return [{ ...look, type: 'expression', formula: toFileSpelling(String(value)) }];
  if (subType !== 'number' || !comparison.test(operator ?? '')) return [];
  const formula = Array.isArray(value) ? value.map(String) : String(value);
  return [{ ...look, type: 'cellIs', operator: operator as ValidationOperator, formula }];
}

const stored = /^(list|whole|decimal|date|time|textLength|custom)$/;

function validationToFile(rule: ISheetDataValidationRule): FileValidation[] {
  const { type, formula1, formula2, operator, ranges, allowBlank, showErrorMessage, error, errorTitle } = rule;
  if (!stored.test(type)) return [];
  const isList = type === 'list';
  const formula = (text: string | undefined) =>
    text?.startsWith('=') ? toFileSpelling(text) : dateAsSerial(type, text);
  const choices = isList && formula1 && !formula1.startsWith('=');
  // A file has neither "any number", for which it has a formula, nor "any date", which is one from the first on.
  if (type === 'decimal' && !operator) return validationToFile({ ...rule, type: 'custom', formula1: isNumber(ranges) });
  const anyDate = type === 'date' && !operator;
  return [
    {
      type: type as FileValidation['type'],
      range: printRanges(ranges),
      allowBlank: allowBlank ?? true,
      showErrorMessage: showErrorMessage ?? true,
      ...(anyDate && { operator: 'greaterThanOrEqual' as const, formula1: String(FIRST_DAY.serial) }),
      ...(operator && type !== 'custom' && { operator: operator as ValidationOperator }),
      ...(choices && { values: formula1.split(',') }),
      ...(!anyDate && !choices && formula1 !== undefined && { formula1: formula(formula1) }),
      ...(!anyDate && formula2 !== undefined && { formula2: formula(formula2) }),
      ...(error && { errorMessage: error }),
      ...(errorTitle && { errorTitle }),
      errorStyle: meets[rule.errorStyle ?? 1] ?? 'stop',
    },
  ];
}

/** The formula that is true while the first cell of a rule holds a number. */
function isNumber([first]: IRange[]): string {
  return `=${printFormula(anyNumber(first!.startRow, first!.startColumn), 'univer')}`;
}

/** The grid keeps a date that bounds what may be typed as text (`2026-01-31`); a file, as its serial number. */
function dateAsSerial(type: string, text: string | undefined): string | undefined {
  const day = type === 'date' ? /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') : null;
  return day ? String(serialOf(Number(day[1]), Number(day[2]), Number(day[3]))) : text;
}

/** Whether a bound of a file is a formula, not a plain number. */
function isFormulaText(text: string): boolean {
  return text.trim() === '' || Number.isNaN(Number(text));
}

function toGridWord(operator: ValidationOperator): ISheetDataValidationRule['operator'] {
  return operator as string as ISheetDataValidationRule['operator'];
}

function formulasOf(formula: FileLook['formula']): string[] {
  return formula === undefined ? [] : [formula].flat();
}

function rangesOf(text: string): IRange[] {
  return text.split(' ').map(part => {
    const { top, left, bottom, right } = parseRange(part);
    return {
      startRow: top,
      startColumn: left,
      endRow: bottom ?? LAST_ROW,
      endColumn: right ?? LAST_COLUMN,
    };
  });
}

function printRanges(ranges: IRange[]): string {
  return ranges
    .map(({ startRow, startColumn, endRow, endColumn }) =>
      printRange({ top: startRow, left: startColumn, bottom: endRow, right: endColumn }),
    )
    .join(' ');
}
