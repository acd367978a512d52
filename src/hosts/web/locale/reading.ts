import { formulasIn } from '../../../cells/localFormulas';
import { today } from '../today';
import { type Conventions, conventionsOf } from './conventions';
import { readTyped, type Typed } from './typed';

let conventions: Conventions | undefined;
let spelling = formulasIn('en');

/**
 * From now on, what is typed and pasted into the grid is read in this locale.
 *
 * @param tag  BCP 47 tag
 */
export function readIn(tag: string): void {
  conventions = conventionsOf(tag);
  spelling = formulasIn(conventions.decimal === ',' ? tag.replace('-', '_') : 'en');
}

/** A formula as the engine reads it, from how it was typed here. */
export function formulaFromHere(typed: string): string {
  return spelling.english(typed);
}

/** A formula as it is typed here; Univer's help on functions asks too. */
export function formulaHere(formula: string): string {
  return spelling.local(formula);
}

/** What is between two arguments here. */
export function separatorHere(): string {
  return conventions?.decimal === ',' ? ';' : ',';
}

/**
 * What Univer asks of each text that comes into a cell; the build puts it before Univer's own reading
 * (`scripts/univer/localTyping.mjs`).
 *
 * @returns  null for text; undefined where no locale was set, as in the worker that calculates
 */
export function readHere(text: string): Typed | null | undefined {
  return conventions && readTyped(String(text), conventions, today());
}
