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

/**
 * Functions that came after the file format was fixed; files store them behind `_xlfn.`.
 *
 * @source  Microsoft, [MS-XLSX] 2.2.2, future functions, as far as the grid calculates them
 */
const future = new Set(
  (
    'ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT ' +
    'BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST ' +
    'CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH ' +
    'DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST ' +
    'FILTER FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK ' +
    'HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST ' +
    'LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST ' +
    'NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI ' +
    'POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS ' +
    'SKEW.P SORT SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER ' +
    'TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEIBULL.DIST ' +
    'WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);

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
    if (isCellFunction(upper)) return `_xldudf_COMPASS_${upper}(`;
    return future.has(upper) ? `${prefix(upper)}${upper}(` : match;
  });
}

/** FILTER and SORT belong to a later batch than the others, with a prefix of its own. */
function prefix(name: string): string {
  return name === 'FILTER' || name === 'SORT' ? '_xlfn._xlws.' : '_xlfn.';
}
