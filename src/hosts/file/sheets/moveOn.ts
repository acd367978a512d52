import { type Move, movedSpan } from '../../../cells/references';
import { read } from '../package/errors';
import { needPart, partNames, readPart } from '../package/package';
import { type Draft, type DraftSheet, openSheet } from './draft';
import { anchoredParts, followMove, movedAnchors, refuseWhatWouldNotMove } from './insertion';
import { shiftPlaces } from './places';
import { moveCells, parseSheet, printSheet } from './sheet';

/** Puts rows or columns into a sheet, or takes them out; all that speaks of what moved follows. */
export function moveOn(draft: Draft, move: Move): void {
  const sheet = openSheet(draft, move.sheet);
  const textOf = (part: string) => {
    const own = draft.others.get(part);
    return typeof own === 'string' ? own : readPart(draft.pack, part);
  };
  refuseWhatWouldNotMove(draft.pack, sheet.part, move, textOf);
  read(sheet.part, () => moveCells(sheet.xml, move));
  draft.formulasMoved = true;
  sheet.numbers = sheet.numbers.flatMap(number => {
    const span = movedSpan(number[move.axis], number[move.axis], move);
    return span ? [{ ...number, [move.axis]: span[0] }] : [];
  });
  for (const part of anchoredParts(draft.pack, sheet.part)) {
    const before = textOf(part) ?? '';
    const moved = read(part, () => shiftPlaces(movedAnchors(before, move), sheet.name, move));
    if (moved !== before) draft.others.set(part, moved);
  }
  followElsewhere(draft, sheet, move);
}

/** Everything outside a sheet that speaks of cells which moved on it: other sheets, names, charts, tables. */
function followElsewhere(draft: Draft, moved: DraftSheet, move: Move): void {
  const { manifest, workbook, pack, sheets, others } = draft;
  manifest.workbook = followMove(workbook.part, manifest.workbook, '', move) ?? manifest.workbook;
  for (const sheet of sheets.values()) {
    if (sheet === moved) continue;
    const followed = followMove(sheet.part, printSheet(sheet.xml), sheet.name, move);
    if (followed) sheet.xml = parseSheet(followed);
  }
  // What is anchored to the sheet has moved with it.
  const done = new Set([...[...sheets.values()].map(({ part }) => part), ...anchoredParts(pack, moved.part)]);
  for (const { name, part } of workbook.sheets) {
    if (!part || done.has(part)) continue;
    done.add(part);
    const followed = read(part, () => followMove(part, needPart(pack, part), name, move));
    if (followed) sheets.set(name.toLowerCase(), { name, part, xml: parseSheet(followed), numbers: [] });
  }
  for (const name of partNames(pack)) {
    if (done.has(name) || others.get(name) === null || !/\/(charts|tables|pivotCache)\/[^/]+\.xml$/.test(name))
      continue;
    const before = others.get(name) ?? readPart(pack, name);
    const followed = read(name, () => followMove(name, String(before), '', move));
    if (followed) others.set(name, followed);
  }
}
