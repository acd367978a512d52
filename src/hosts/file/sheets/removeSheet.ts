import { sameSheet } from '../../../cells/address';
import type { RemoveSheet } from '../../../workbook/edit';
import { FileError } from '../package/errors';
import { forgetParts, removeSheet } from '../package/manifest';
import { hasPart, needPart, partNames, readPart } from '../package/package';
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
  if (hasPart(pack, part)) draft.goneTexts.push(...sharedTextsOf(needPart(pack, part)));
  removeSheet(manifest, workbook, pack, name);
  if (entry) draft.removed.push(entry);
  sheets.delete(name.toLowerCase());
  workbook.sheets = workbook.sheets.filter(sheet => !sameSheet(sheet.name, name));
  const gone = [part, ...ownParts(draft, part)].flatMap(each => [each, relationsOf(each)]);
  for (const file of gone) {
    others.delete(file);
    if (hasPart(pack, file)) others.set(file, null);
  }
  forgetParts(manifest, gone);
  draft.formulasMoved = true;
  forgetElsewhere(draft, name);
}

/** The parts that a sheet refers to and no other part does, with theirs: drawings, charts, comments. */
function ownParts(draft: Draft, part: string): string[] {
  const { pack, workbook, manifest } = draft;
  const relationsFrom = (source: string): string[] => {
    const xml =
      source === workbook.part
        ? manifest.relations
        : (draft.others.get(relationsOf(source)) ?? readPart(pack, relationsOf(source)));
    return typeof xml === 'string' ? readRelations(source, xml, pack).map(({ target }) => target) : [];
  };
  const reachable = (from: string, found: Set<string>): Set<string> => {
    for (const target of relationsFrom(from)) {
      if (found.has(target) || target === part) continue;
      found.add(target);
      reachable(target, found);
    }
    return found;
  };
  const kept = reachable(workbook.part, new Set([workbook.part]));
  return [...reachable(part, new Set())].filter(each => !kept.has(each));
}

function forgetElsewhere(draft: Draft, name: string): void {
  const { workbook, manifest, sheets, others, pack, going } = draft;
  manifest.workbook = forgetPlaces(manifest.workbook, name);
  for (const [key, sheet] of sheets) {
    if (going.has(key)) continue;
    const before = printSheet(sheet.xml);
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after === before) continue;
    sheet.xml = parseSheet(after);
    sheet.keepsResults = false;
  }
  for (const { name: other, part } of workbook.sheets) {
    if (!part || sheets.has(other.toLowerCase()) || going.has(other.toLowerCase())) continue;
    const before = needPart(pack, part);
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after !== before) sheets.set(other.toLowerCase(), { name: other, part, xml: parseSheet(after), numbers: [] });
  }
  for (const file of partNames(pack)) {
    if (others.get(file) === null || !/\/(charts|tables)\/[^/]+\.xml$/.test(file)) continue;
    const before = String(others.get(file) ?? readPart(pack, file));
    const after = mentions(before, name) ? forgetPlaces(before, name) : before;
    if (after !== before) others.set(file, after);
  }
}
