import { read } from '../package/errors';
import { needPart, readPart } from '../package/package';
import { readRelations } from '../package/workbook';
import { attributes, children, root, spliced, startTag, withAttribute } from '../package/xml';
import type { Draft } from './draft';
import { printSheet } from './sheet';

/** A cell with its attributes, and the number that it holds; a formula may be before that. */
const CELL =
  /<(?:\w+:)?c(\s[^>]*[^/])>\s*(?:<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?<(?:\w+:)?v(?:\s[^>]*)?>\s*(\d+)\s*</g;
const NUMBER = /<(?:\w+:)?v(?:\s[^>]*)?>\s*(\d+)\s*</g;
const IS_SHARED = /\st\s*=\s*["']s["']/g;

/**
 * Which of the workbook's shared texts a sheet shows, by their numbers; more than these where its cells are written in a way
 * that is not known here.
 */
export function sharedTextsOf(xml: string): number[] {
  const shown = [...xml.matchAll(CELL)].filter(([, of]) => of!.search(IS_SHARED) >= 0).map(match => Number(match[2]));
  const isWhole = shown.length === (xml.match(IS_SHARED)?.length ?? 0);
  return isWhole ? shown : [...xml.matchAll(NUMBER)].map(match => Number(match[1]));
}

/**
 * Takes the texts of sheets that are gone out of the list that all sheets share: what was in a cell is not to be found in
 * the file any more. The others keep their numbers.
 */
export function forgetSharedTexts(draft: Draft): void {
  const { goneTexts, workbook, pack, sheets, others } = draft;
  const part = readRelations(workbook.part, workbook.relationsXml, pack).find(
    ({ type }) => type === 'sharedStrings',
  )?.target;
  const xml = part === undefined ? undefined : readPart(pack, part);
  if (part === undefined || typeof xml !== 'string' || goneTexts.length === 0) return;
  const left = workbook.sheets.flatMap(({ name, part: other }) => {
    const opened = sheets.get(name.toLowerCase());
    if (opened) return printSheet(opened.xml);
    return other ? needPart(pack, other) : [];
  });
  const shown = new Set(left.flatMap(sharedTextsOf));
  const gone = new Set(goneTexts.filter(number => !shown.has(number)));
  if (gone.size > 0)
    others.set(
      part,
      read(part, () => withoutTexts(xml, gone, goneTexts.length)),
    );
}

function withoutTexts(xml: string, gone: Set<number>, fewer: number): string {
  const list = root(xml);
  const texts = [...children(xml, list.inner, list.innerEnd)].filter(({ local }) => local === 'si');
  let end = texts.length;
  while (end > 0 && gone.has(end - 1)) end -= 1;
  const prefix = list.name.slice(0, -list.local.length);
  const splices = [...gone].flatMap(number => {
    const text = texts[number];
    if (!text) return [];
    const blank = number >= end ? '' : `<${prefix}si><${prefix}t/></${prefix}si>`;
    return [{ start: text.start, end: text.end, text: blank }];
  });
  let tag = startTag(xml, list);
  const { count, uniqueCount } = attributes(tag);
  if (count !== undefined) tag = withAttribute(tag, 'count', String(Math.max(0, Number(count) - fewer)));
  if (uniqueCount !== undefined)
    tag = withAttribute(tag, 'uniqueCount', String(Number(uniqueCount) - (texts.length - end)));
  return spliced(xml, [{ start: list.start, end: list.inner, text: tag }, ...splices]);
}
