import { storedName, storedOurName } from '../../../cells/storedNames';
import { isCellFunction } from '../../../functions/evaluate';
import { respelled, unwrapped } from '../../../functions/spellings';

/** Text in quotes, then sheet names in quotes: nothing inside them is a function. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/;

/** What a file stores before the names of newer functions. */
const newer = new RegExp(`${quoted.source}|(?<![\\w.!])(?:_xlfn\\.|_xlws\\.|_xludf\\.)+(?=[A-Z_])`, 'gi');

/**
 * A formula of an .xlsx file as it is typed into the grid.
 *
 * @param stored  without a leading `=`, as the file holds it
 * @returns       with its leading `=`; our functions under their plain names, newer functions without their prefix
 */
export function fromFileSpelling(stored: string): string {
  const formula = `=${stored.replace(/^=/, '')}`;
  const own = `=${unwrapped(formula)?.replace(/^=/, '') ?? formula.slice(1)}`;
  const ours = respelled(own, { isOurs: isCellFunction, spell: name => name }, true) ?? own;
  return ours.replace(newer, match => (/^["']/.test(match) ? match : ''));
}

const typed = new RegExp(`${quoted.source}|(?<![\\w.!])([A-Z_][A-Z0-9_.]*)\\(`, 'gi');

/**
 * A formula of the grid as an .xlsx file stores it.
 *
 * @param formula  with its leading `=`
 * @returns        without it; our functions as Excel stores those of an add-in, newer functions with their prefix
 */
export function toFileSpelling(formula: string): string {
  return formula.replace(/^=/, '').replace(typed, (match, name: string | undefined) => {
    if (!name) return match;
    const upper = name.toUpperCase();
    if (isCellFunction(upper)) return `${storedOurName(upper)}(`;
    const stored = storedName(upper);
    return stored === upper ? match : `${stored}(`;
  });
}
