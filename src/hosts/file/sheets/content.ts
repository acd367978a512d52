import { printFormula } from '../../../cells/printFormula';
import { type Cell, isError } from '../../../cells/value';
import { isCellFunction } from '../../../functions/evaluate';
import type { Content } from '../../../workbook/edit';
import { FileError } from '../package/errors';
import { child, escapeText, withAttribute } from '../package/xml';
import type { CellXml } from './sheet';

/** What Excel takes in one cell. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/**
 * Puts a content into a cell; its style stays.
 *
 * @param cell     the cell
 * @param content  a text is stored as text, whatever it begins with
 * @param prefix   what elements of the sheet are prefixed with
 * @throws         FileError for what no cell can hold
 */
export function setContent(cell: CellXml, content: Content, prefix: string): void {
  const { type, inner } = contentXml(content, prefix);
  // `cm`, `vm` and `ph` speak of what the cell held before.
  let tag = cell.tag;
  for (const name of ['cm', 'vm', 'ph']) tag = withAttribute(tag, name, null);
  cell.tag = withAttribute(tag, 't', type);
  cell.inner = inner;
}

/**
 * Puts a formula into a cell by its text; its style stays.
 *
 * @param formula  as files spell it, without `=`
 * @param value    its result; null where it is not known
 * @param fills    the cells that its results fill, where it is more than its own
 */
export function setFormula(cell: CellXml, formula: string, value: Cell, prefix: string, fills?: string): void {
  setContent(cell, null, prefix);
  const { type, inner } = value === null ? { type: null, inner: '' } : resultXml(value, prefix);
  cell.tag = withAttribute(cell.tag, 't', type);
  cell.inner = formulaXml(formula, prefix, fills) + inner;
}

/** Puts another result beside the formula of a cell, which stays as it was written. */
export function setResult(cell: CellXml, value: Cell, prefix: string): void {
  const element = child(cell.inner, 'f');
  if (!element) {
    setValue(cell, value, prefix);
    return;
  }
  const { type, inner } = resultXml(value, prefix);
  cell.tag = withAttribute(cell.tag, 't', type);
  cell.inner = cell.inner.slice(element.start, element.end) + inner;
}

/** Puts a value into a cell that has no formula: an error too, as a spreadsheet stores one that a formula left. */
export function setValue(cell: CellXml, value: Cell, prefix: string): void {
  if (!isError(value)) {
    setContent(cell, value, prefix);
    return;
  }
  setContent(cell, null, prefix);
  const { type, inner } = resultXml(value, prefix);
  cell.tag = withAttribute(cell.tag, 't', type);
  cell.inner = inner;
}

function formulaXml(formula: string, prefix: string, fills?: string): string {
  if (formula.length > LONGEST_FORMULA)
    throw new FileError('wrong edit', `A formula is longer than Excel allows: ${formula.slice(0, 40)}…`);
  const tag = fills ? `<${prefix}f t="array" ref="${fills}">` : `<${prefix}f>`;
  return `${tag}${escapeText(formula)}</${prefix}f>`;
}

/** Whether a text would be read as a formula if its owner entered it again. */
export function looksLikeFormula(content: Content): boolean {
  return typeof content === 'string' && /^[=+\-@]/.test(content);
}

function contentXml(content: Content, prefix: string): { type: string | null; inner: string } {
  if (content === null) return { type: null, inner: '' };
  if (typeof content === 'string')
    return { type: 'inlineStr', inner: `<${prefix}is>${textXml('t', content, prefix)}</${prefix}is>` };
  if (typeof content !== 'object') return resultXml(content, prefix);
  const formula = formulaXml(printFormula(content.formula, 'file', isCellFunction), prefix);
  const { type, inner } = content.value === undefined ? { type: null, inner: '' } : resultXml(content.value, prefix);
  return { type, inner: formula + inner };
}

/** A value, or a formula's result: an empty text is a result too, and not the same as none. */
function resultXml(value: Cell, prefix: string): { type: string | null; inner: string } {
  if (value === null || typeof value === 'string') return { type: 'str', inner: textXml('v', value ?? '', prefix) };
  if (typeof value === 'boolean') return { type: 'b', inner: `<${prefix}v>${value ? 1 : 0}</${prefix}v>` };
  const error = isError(value) ? value.error : Number.isFinite(value) ? null : '#NUM!';
  if (error !== null) return { type: 'e', inner: `<${prefix}v>${error}</${prefix}v>` };
  return { type: null, inner: `<${prefix}v>${value}</${prefix}v>` };
}

function textXml(local: string, text: string, prefix: string): string {
  if (text.length > LONGEST_TEXT)
    throw new FileError('wrong edit', `A text is longer than a cell can hold: ${text.slice(0, 40)}…`);
  const space = text === text.trim() ? '' : ' xml:space="preserve"';
  return `<${prefix}${local}${space}>${escapeText(escapeControls(text))}</${prefix}${local}>`;
}

/**
 * Characters that XML cannot hold, in the format's own spelling `_x0007_`; a text that looks like one is spelled out.
 *
 * @source ECMA-376 part 1, 22.9.2.19 ST_Xstring
 */
function escapeControls(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu,
      c => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
