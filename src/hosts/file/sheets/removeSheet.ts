import { sameSheet } from '../../../cells/address';
import type { RemoveSheet } from '../../../workbook/edit';
import { FileError } from '../package/errors';
import { forgetParts, removeSheet } from '../package/manifest';
import { needPart, readPart } from '../package/package';
import { readRelations, relationsOf } from '../package/workbook';
import type { Draft } from './draft';
import { mentions } from './insertion';
import { forgetPlaces } from './places';
import { sharedTextsOf } from './sharedTexts';
import { parseSheet, printSheet } from './sheet';

/**
 * Takes a sheet out of a package, with the parts that only it refers to; formulas elsewhere that spoke of it point nowhere.
 *
 * @throws FileError where the workbook has no such sheet, or no other one
 */
export function removeSheetFrom(draft: Draft, { sheet: name }: RemoveSheet): void {
  const { workbook, manifest, sheets, others, pack } = draft;
  const entry = workbook.sheets.find(sheet => sameSheet(sheet.name, name));
  const opened = sheets.get(name.toLowerCase());
  const part = opened?.part ?? entry?.part;
  if (!part) throw new FileError('wrong edit', `The workbook has no sheet '${name}' with cells.`);
  if (pack.entries.has(part.toLowerCase())) draft.goneTexts.push(...sharedTextsOf(needPart(pack, part)));
  removeSheet(manifest, workbook, name);
  sheets.delete(name.toLowerCase());
  workbook.sheets = workbook.sheets.filter(sheet => !sameSheet(sheet.name, name));
  const gone = [part, ...ownParts(draft, part)];
  for (const each of gone) {
    for (const file of [each, relationsOf(each)]) {
      others.delete(file);
      if (pack.entries.has(file.toLowerCase())) others.set(file, null);
    }
  }
  forgetParts(manifest, gone);
  draft.formulasMoved = true;
  forgetElsewhere(draft, name);
}

/** The parts that a sheet refers to and no other sheet does, with theirs: drawings, charts, comments. */
function ownParts(draft: Draft, part: string): string[] {
  const relationsFrom = (source: string): string[] => {
    const xml = draft.others.get(relationsOf(source)) ?? readPart(draft.pack, relationsOf(source));
    return typeof xml === 'string' ? readRelations(source, xml).map(({ target }) => target) : [];
  };
  const reachable = (from: string, found: Set<string>): Set<string> => {
    for (const target of relationsFrom(from)) {
      if (found.has(target)) continue;
      found.add(target);
      reachable(target, found);
    }
    return found;
  };
  const kept = new Set<string>([draft.workbook.part]);
  for (const { part: other } of draft.workbook.sheets) if (other) reachable(other, kept);
  for (const { part: other } of draft.sheets.values()) reachable(other, kept);
  const shared = new Set(draft.workbook.sheets.map(({ part: other }) => other));
  return [...reachable(part, new Set())].filter(each => !kept.has(each) && !shared.has(each));
}

function forgetElsewhere(draft: Draft, name: string): void {
  const { workbook, manifest, sheets, others, pack } = draft;
  manifest.workbook = forgetPlaces(manifest.workbook, name);
  for (const sheet of sheets.values()) {
    const before = printSheet(sheet.xml);
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after === before) continue;
    sheet.xml = parseSheet(after);
    sheet.keepsResults = false;
  }
  for (const { name: other, part } of workbook.sheets) {
    if (!part || sheets.has(other.toLowerCase())) continue;
    const before = needPart(pack, part);
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after !== before) sheets.set(other.toLowerCase(), { name: other, part, xml: parseSheet(after), numbers: [] });
  }
  for (const { name: file } of pack.entries.values()) {
    if (others.get(file) === null || !/\/(charts|tables)\/[^/]+\.xml$/.test(file)) continue;
    const before = String(others.get(file) ?? readPart(pack, file));
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after !== before) others.set(file, after);
  }
}
