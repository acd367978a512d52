import type { Dialect } from '../cells/formula';
import { printFormula } from '../cells/printFormula';
import { type Cell, type ErrorCode, isError } from '../cells/value';
import { isCellFunction } from '../functions/evaluate';
import { type Content, isFormula } from '../workbook/edit';

/** The words for true and false in the languages of Sheets, in small letters: typed alone they become truth values. */
const truthWords = new Set(
  (
    'true false wahr falsch vrai faux verdadero falso vero waar onwaar sant falskt sann usann sand falsk tosi epätosi ' +
    'prawda fałsz pravda nepravda igaz hamis adevărat fals verdadeiro verdader истина ложь істина хибність doğru yanlış benar salah'
  ).split(' '),
);

/**
 * Text as it has to be handed to a spreadsheet that reads what a program writes as if a person had typed it: behind an
 * apostrophe, which the spreadsheet takes off again, wherever it could see a formula, a number, a date, a truth value or
 * an apostrophe of its own in it. Words without a figure in them stay as they are, so that a header looks typed by hand.
 *
 * Both `Range.setValues` of Sheets and `Range.values` of Excel read that way; a text format (`@`) set before would do
 * the same, but would stay with the cell and turn what its owner types into it later into text as well.
 *
 * @param text  what the cell is to show
 * @returns     what to write
 */
export function typedText(text: string): string {
  const words = /^\p{L}\P{Nd}*$/u.test(text) && !truthWords.has(text.trim().toLowerCase());
  return words || text === '' ? text : `'${text}`;
}

/**
 * What to write so that a cell holds a value.
 *
 * @param cell  a blank clears the cell: both hosts do that for empty text, while Excel overlooks null
 */
export function typedCell(cell: Cell): number | string | boolean {
  if (cell === null) return '';
  if (isError(cell)) return cell.error;
  return typeof cell === 'string' ? typedText(cell) : cell;
}

/**
 * What to write so that a cell holds some content, a formula in the host's dialect.
 *
 * @param content  text is text, whatever it looks like
 * @param dialect  of the host
 */
export function typed(content: Content, dialect: Dialect): number | string | boolean {
  return isFormula(content) ? `=${printFormula(content.formula, dialect, isCellFunction)}` : typedCell(content);
}

/** How hosts spell errors, with the one of the core it amounts to where they know more. */
const errorTexts: Record<string, ErrorCode> = {
  '#N/A': '#N/A',
  '#DIV/0!': '#DIV/0!',
  '#VALUE!': '#VALUE!',
  '#REF!': '#REF!',
  '#NAME?': '#NAME?',
  '#NUM!': '#NUM!',
  '#NULL!': '#NULL!',
  // A formula that Sheets cannot read.
  '#ERROR!': '#NAME?',
  '#SPILL!': '#VALUE!',
  '#CALC!': '#VALUE!',
  '#FIELD!': '#VALUE!',
  '#BLOCKED!': '#VALUE!',
  '#CONNECT!': '#N/A',
  '#BUSY!': '#N/A',
  '#GETTING_DATA': '#N/A',
  // In the language of the spreadsheet: German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Danish, Norwegian.
  ...spelledErrors('#N/A', '#NV #N/D #N/B #SAKNAS! #N/D! #IKKE.TILGÆNGELIG #I/T'),
  ...spelledErrors('#DIV/0!', '#¡DIV/0! #DEEL/0! #DIVISION/0! #DZIEL/0! #DIVISJON/0!'),
  ...spelledErrors('#VALUE!', '#WERT! #VALEUR! #¡VALOR! #VALOR! #VALORE! #WAARDE! #VÄRDEFEL! #ARG! #VÆRDI! #VERDI!'),
  ...spelledErrors('#REF!', '#BEZUG! #¡REF! #RIF! #VERW! #REFERENS! #ADR! #REFERENCE!'),
  ...spelledErrors('#NAME?', '#NOM? #¿NOMBRE? #NOME? #NAAM? #NAMN? #NAZWA? #NAVN?'),
  ...spelledErrors('#NUM!', '#ZAHL! #NOMBRE! #¡NUM! #NÚM! #GETAL! #OGILTIGT! #LICZBA! #TAL!'),
  ...spelledErrors('#NULL!', '#NUL! #¡NULO! #NULO! #NULLO! #LEEG! #SKÄRNING! #ZERO!'),
};

function spelledErrors(error: ErrorCode, texts: string): Record<string, ErrorCode> {
  return Object.fromEntries(texts.split(' ').map(text => [text, error]));
}

/**
 * A text that came out of a cell: an error where it spells one, blank where it is empty.
 *
 * @param text  as the host gives it
 */
export function cellText(text: string): Cell {
  if (text === '') return null;
  const error = text.startsWith('#') ? errorTexts[text] : undefined;
  return error ? { error } : text;
}
