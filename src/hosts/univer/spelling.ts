import { storedName, storedOurName } from '../../cells/storedNames';
import { isCellFunction } from '../../functions/evaluate';

/** Text in quotes, then sheet names in quotes: nothing inside them is a function. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/;

/**
 * Ours, however a file spells it: stored by Excel with or without the damage that other add-ins are known to do
 * (`[2]!`, `Other.xla!`), as Excel shows it, or as it is typed here.
 */
const call =
  /(?:(?:\[\d+\]|[\w.$\\:]+|'(?:[^']|'')*')!(?=_xldudf_))?(?:_xldudf_COMPASS_|COMPASS\.)?(?:_xlfn\.|_xlws\.|_xludf\.)*([A-Z_][A-Z0-9_.]*)\(/gi;

const foreign = new RegExp(`${call.source}|${quoted.source}`, 'gi');

/** Sheets wraps what Excel does not know when it is downloaded as .xlsx; the formula itself is the text inside. */
const wrappedBySheets = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\),.*\)$/s;

/**
 * A formula of an .xlsx file as it is typed into the grid.
 *
 * @param stored  without a leading `=`, as the file holds it
 * @returns       with its leading `=`; our functions under their plain names, newer functions without their prefix
 */
export function fromFileSpelling(stored: string): string {
  const inner = wrappedBySheets.exec(stored)?.[1];
  const formula = inner === undefined ? stored : inner.replace(/""/g, '"');
  const plain = formula.replace(foreign, (match, name: string | undefined) => (name ? `${name}(` : match));
  return `=${plain.replace(/^=/, '')}`;
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
