import { didYouMean } from '../../workbook/sheets/names';

/** Words of a formula outside of texts, sheet names, whole columns and errors; `called` where an opening bracket follows. */
const WORDS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|#[\w/]+[!?]?|\b[a-z]{1,3}:[a-z]{1,3}\b|[\p{L}_][\p{L}\p{N}_.]*!|(?<word>[\p{L}_\\][\p{L}\p{N}_.]*)(?<called>\s*\()?/giu;
const NO_NAME = /^(?:[a-z]{1,3}\$?\d+|true|false)$/i;

/**
 * Says which name of a formula is unknown, and the one that was probably meant.
 *
 * @param formula    in English, with or without its `=`
 * @param functions  all functions there are, in capitals
 * @param names      the workbook's own names
 * @returns          "There is no function CHURNRATE; did you mean CHURN_RATE?", or null where every name is known
 */
export function unknownNameIn(formula: string, functions: string[], names: string[]): string | null {
  for (const { groups } of formula.replaceAll('$', '').matchAll(WORDS)) {
    const { word, called } = groups ?? {};
    if (word === undefined || (!called && NO_NAME.test(word))) continue;
    const known = called ? functions : names;
    if (known.some(name => name.toUpperCase() === word.toUpperCase())) continue;
    const near = didYouMean(word, known);
    return `There is no ${called ? 'function' : 'name'} ${word}${near || '.'}`;
  }
  return null;
}
