import { call, type Formula, reference } from '../../cells/formula';
import type { Validate, WarnBeforeEditing } from '../edit';

/** What cells accept, in terms that every host can print. A formula counts from the top left cell of the rule. */
export type Accepted =
  | { kind: 'list'; choices: string[] }
  | { kind: 'number'; from?: number; to?: number }
  | { kind: 'date' }
  | { kind: 'formula'; formula: Formula };

/** A rule for what may be typed into cells, the same for every host. */
export interface EntryRule {
  accepts: Accepted;
  /** What is shown when something else is typed; at most 255 characters, as in Excel. */
  message: string;
  /** What happens when something else is typed. */
  otherwise: 'refuse' | 'warn';
}

/** The first day that Excel knows, for hosts in which "any date" needs a first one. */
export const FIRST_DAY = { serial: 1, iso: '1900-01-01' };

/** As much as Excel takes for a list of choices and for a message. */
const LONGEST = 255;

/**
 * What an edit says about the entries of its cells: any number is one for which ISNUMBER is true, and a protected cell
 * is one that still holds a formula.
 *
 * @param edit  an input rule, or a warning before editing
 */
export function entryRule(edit: Validate | WarnBeforeEditing): EntryRule {
  const otherwise = edit.kind === 'protect' || edit.warn ? 'warn' : 'refuse';
  return { accepts: accepted(edit), message: shortened(edit.message), otherwise };
}

function accepted(edit: Validate | WarnBeforeEditing): Accepted {
  if (edit.kind === 'protect') return { kind: 'formula', formula: aboutCell('ISFORMULA', edit.row, edit.column) };
  const { allow, row, column } = edit;
  if ('list' in allow) return { kind: 'list', choices: allow.list };
  if ('date' in allow) return { kind: 'date' };
  const { from, to } = allow.number;
  if (from === undefined && to === undefined) return { kind: 'formula', formula: anyNumber(row, column) };
  return { kind: 'number', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/**
 * The formula that is true while a cell holds a number.
 *
 * @param row     of the rule's top left cell, 0-based
 * @param column  likewise
 */
export function anyNumber(row: number, column: number): Formula {
  return aboutCell('ISNUMBER', row, column);
}

function aboutCell(name: string, row: number, column: number): Formula {
  return call(name, reference({ top: row, left: column, bottom: row, right: column }));
}

function shortened(message: string): string {
  return message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message;
}

/**
 * Why a list of choices cannot be offered in every host: Excel, files and the web workbook join it with commas.
 *
 * @param choices  in order
 * @returns        the reason, to follow a name: "has a comma in 'Yes, soon'"; null where there is none
 */
export function listProblem(choices: string[]): string | null {
  if (choices.length === 0) return 'has no choices';
  const comma = choices.find(choice => choice.includes(','));
  if (comma !== undefined) return `has a comma in '${comma}'; commas separate the choices`;
  if (choices.some(choice => choice.trim() === '')) return 'has an empty choice';
  if (choices[0]!.startsWith('=')) return `begins with '${choices[0]}', which Excel reads as a formula`;
  const { length } = choices.join(',');
  return length > LONGEST ? `has ${length} characters; Excel allows ${LONGEST} for all choices together` : null;
}
