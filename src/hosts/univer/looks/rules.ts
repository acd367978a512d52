import type { IRange, ISheetDataValidationRule, IStyleBase } from '@univerjs/core';
import type { Formula } from '../../../cells/formula';
import { printFormula } from '../../../cells/printFormula';
import type { Rectangle } from '../../../cells/rectangle';
import { isCellFunction } from '../../../functions/evaluate';
import type { AddNote, ConditionalFormat, Edit, Validate, WarnBeforeEditing } from '../../../workbook/edit';
import { type Accepted, entryRule } from '../../../workbook/edits/entryRule';
import { styleFor } from '../reading/contents';

/** Names under which Univer's plugins keep what belongs to cells beside a workbook's sheets. */
export const CONDITIONAL_FORMATS = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';
export const VALIDATIONS = 'SHEET_DATA_VALIDATION_PLUGIN';
export const NOTES = 'SHEET_NOTE_PLUGIN';

/** Edits that put something beside the cells of a sheet. */
export type RuleEdit = ConditionalFormat | Validate | WarnBeforeEditing | AddNote;

/** A look that depends on a formula, as Univer's plugin keeps it; the first of a sheet's list wins. */
export interface ConditionalRule {
  cfId: string;
  ranges: IRange[];
  stopIfTrue: boolean;
  rule: { type: string; subType?: string; value?: unknown; operator?: string; style?: IStyleBase };
}

/** A note, as Univer's plugin keeps it. */
export interface Note {
  id: string;
  row: number;
  col: number;
  width: number;
  height: number;
  note: string;
}

/** What a sheet has beside its cells. */
export interface SheetRules {
  formats: ConditionalRule[];
  validations: ISheetDataValidationRule[];
  notes: Note[];
}

/** Univer's numbers for what a wrong entry meets. */
const entry = { refused: 1, warned: 2 } as const;

function rangeOf({ row, column, rows, columns }: Rectangle): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

const spelled = (formula: Formula) => `=${printFormula(formula, 'univer', isCellFunction)}`;

/** A look that depends on a formula, for Univer. */
export function conditionalRule(edit: ConditionalFormat): ConditionalRule {
  const style = styleFor(edit.format) as IStyleBase;
  const rule = { type: 'highlightCell', subType: 'formula', value: spelled(edit.when), style };
  return { cfId: crypto.randomUUID(), ranges: [rangeOf(edit)], stopIfTrue: false, rule };
}

/** What may be typed into cells, for Univer. */
export function validationRule(edit: Validate | WarnBeforeEditing): ISheetDataValidationRule {
  const { accepts, message, otherwise } = entryRule(edit);
  return {
    uid: crypto.randomUUID(),
    ranges: [rangeOf(edit)],
    ...printed(accepts),
    allowBlank: true,
    showErrorMessage: true,
    error: message,
    errorStyle: otherwise === 'warn' ? entry.warned : entry.refused,
  };
}

function printed(accepts: Accepted): Pick<ISheetDataValidationRule, 'type' | 'formula1' | 'formula2' | 'operator'> {
  if (accepts.kind === 'list') return { type: 'list', formula1: accepts.choices.join(',') };
  if (accepts.kind === 'date') return { type: 'date' };
  if (accepts.kind === 'formula') return { type: 'custom', formula1: spelled(accepts.formula) };
  const { from, to } = accepts;
  const operator = (name: string) => name as ISheetDataValidationRule['operator'];
  if (from === undefined) return { type: 'decimal', operator: operator('lessThanOrEqual'), formula1: String(to) };
  if (to === undefined) return { type: 'decimal', operator: operator('greaterThanOrEqual'), formula1: String(from) };
  return { type: 'decimal', operator: operator('between'), formula1: String(from), formula2: String(to) };
}

/** Pixels of a note's box: as wide as a sidebar's paragraph, as high as its text needs. */
const noteWidth = 240;
const charactersALine = 34;
const lineHeight = 18;

/** A note, for Univer. */
export function noteOn({ row, column, text }: Pick<AddNote, 'row' | 'column' | 'text'>): Note {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersALine)), 0);
  const height = (lines + 1) * lineHeight;
  return { id: crypto.randomUUID(), row, col: column, width: noteWidth, height, note: text };
}

/** A sheet with nothing beside its cells. */
export function noRules(): SheetRules {
  return { formats: [], validations: [], notes: [] };
}

/** Whether an edit puts something beside the cells of a sheet. */
export function isRule(edit: Edit): edit is RuleEdit {
  return ['conditional format', 'validation', 'protect', 'note'].includes(edit.kind);
}

/** Adds what an edit puts beside a sheet's cells. */
export function addRule(rules: SheetRules, edit: RuleEdit): void {
  if (edit.kind === 'conditional format') rules.formats.push(conditionalRule(edit));
  else if (edit.kind === 'note') rules.notes.push(noteOn(edit));
  else rules.validations.push(validationRule(edit));
}

/** Plugins' data as a workbook keeps it. */
type Resources = { name: string; data: string }[];

/**
 * What sheets have beside their cells, in the form in which a workbook brings it along.
 *
 * @param sheets  by the id of the sheet
 */
export function resourcesOf(sheets: Record<string, SheetRules>): Resources {
  const kept: Record<string, Record<string, object>> = {};
  const keep = (name: string, id: string, list: object[], data: object) => {
    if (list.length > 0) kept[name] = { ...kept[name], [id]: data };
  };
  for (const [id, { formats, validations, notes }] of Object.entries(sheets)) {
    keep(CONDITIONAL_FORMATS, id, formats, formats);
    keep(VALIDATIONS, id, validations, validations);
    keep(NOTES, id, notes, byCell(notes));
  }
  return Object.entries(kept).map(([name, data]) => ({ name, data: JSON.stringify(data) }));
}

function byCell(notes: Note[]): Record<number, Record<number, Note>> {
  const cells: Record<number, Record<number, Note>> = {};
  for (const note of notes) cells[note.row] = { ...cells[note.row], [note.col]: note };
  return cells;
}

/**
 * What a sheet has beside its cells, out of what a workbook brings along.
 *
 * @param resources  as the workbook keeps them
 * @param id         of the sheet
 */
export function rulesOf(resources: Resources | undefined, id: string): SheetRules {
  const of = (name: string): unknown => {
    const data = resources?.find(resource => resource.name === name)?.data;
    return data ? (JSON.parse(data) as Record<string, unknown>)[id] : undefined;
  };
  const notes = (of(NOTES) ?? {}) as Record<number, Record<number, Note>>;
  return {
    formats: (of(CONDITIONAL_FORMATS) ?? []) as ConditionalRule[],
    validations: (of(VALIDATIONS) ?? []) as ISheetDataValidationRule[],
    notes: Object.values(notes).flatMap(line => Object.values(line)),
  };
}
