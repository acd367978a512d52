import type { Range } from '../../../cells/address';
import type { AddChart, AddNote } from '../../../workbook/edit';
import { KIND } from '../package/contentTypes';
import { read } from '../package/errors';
import { declarePart, OFFICE, withRelation } from '../package/manifest';
import { hasPart, needPart, readPart } from '../package/package';
import { type Relation, readRelations, relationsOf } from '../package/workbook';
import { attributes, root, withLastInside } from '../package/xml';
import { type Draft, type DraftSheet, openSheet } from '../sheets/draft';
import { findCell } from '../sheets/sheet';
import { elementIn, withElement } from '../sheets/sheetOrder';
import { anchorXml, chartXml, EMPTY_DRAWING } from './drawing';
import { EMPTY_BOXES, EMPTY_COMMENTS, withBox, withComment, withoutBox, withoutComment } from './notes';

/** A chart on a sheet; a sheet that has drawings keeps them. */
export function addChart(draft: Draft, edit: AddChart): void {
  const sheet = openSheet(draft, edit.sheet);
  const drawing = attachedPart(draft, sheet, 'drawing', 'drawing', EMPTY_DRAWING);
  const part = freePart(draft, `${draft.folder}charts/chart`, '.xml');
  draft.others.set(
    part,
    chartXml({ ...edit, sheet: sheet.name }, range => holdsNumber(draft, range)),
  );
  declarePart(draft.manifest, part, KIND.chart);
  const relation = relate(draft, drawing, 'chart', part);
  const xml = partText(draft, drawing);
  const number = [...xml.matchAll(/<(?:\w+:)?(?:one|two)CellAnchor\b|<(?:\w+:)?absoluteAnchor\b/g)].length + 1;
  draft.others.set(
    drawing,
    read(drawing, () => withLastInside(xml, root(xml), anchorXml(edit, relation, number))),
  );
}

/** A note on a cell; a cell that has one keeps it. */
export function addNote(draft: Draft, { sheet: name, row, column, text }: AddNote): void {
  const sheet = openSheet(draft, name);
  const comments = attachedPart(draft, sheet, 'comments', null, EMPTY_COMMENTS);
  const xml = read(comments, () => withComment(partText(draft, comments), row, column, text));
  if (xml === null) return;
  draft.others.set(comments, xml);
  const boxes = attachedPart(draft, sheet, 'vmlDrawing', 'legacyDrawing', EMPTY_BOXES);
  draft.others.set(boxes, withBox(partText(draft, boxes), row, column, text));
}

/**
 * Takes the note off a cell.
 *
 * @returns  false where it is a conversation, which is kept in parts of its own: it stays
 */
export function removeNote(draft: Draft, name: string, row: number, column: number): boolean {
  const sheet = openSheet(draft, name);
  const known = relationsFrom(draft, sheet.part);
  if (known.some(({ type }) => type === 'threadedComment')) return false;
  for (const { type, target } of known) {
    if (type !== 'comments' && type !== 'vmlDrawing') continue;
    const without = type === 'comments' ? withoutComment : withoutBox;
    draft.others.set(
      target,
      read(target, () => without(partText(draft, target), row, column)),
    );
  }
  return true;
}

/** The relationships of a part as they are now. */
function relationsFrom(draft: Draft, part: string): Relation[] {
  const xml = draft.others.get(relationsOf(part)) ?? readPart(draft.pack, relationsOf(part));
  return typeof xml === 'string' ? readRelations(part, xml, draft.pack) : [];
}

/** Whether a range begins with a number, as far as it was written or opened. */
function holdsNumber(draft: Draft, { sheet: name, top, left }: Range): boolean {
  const sheet = openSheet(draft, name!);
  const cell = findCell(sheet.xml, top, left);
  const { t } = attributes(cell?.tag ?? '<c>');
  return cell !== undefined && cell.inner !== '' && (t === undefined || t === 'n');
}

/** A part that a sheet refers to by a relationship and, mostly, an element; made where it has none. */
function attachedPart(
  draft: Draft,
  sheet: DraftSheet,
  type: 'drawing' | 'comments' | 'vmlDrawing',
  element: 'drawing' | 'legacyDrawing' | null,
  empty: string,
): string {
  const known = relationsFrom(draft, sheet.part);
  const own = element === null ? '' : (elementIn(sheet.xml.tail, element) ?? '');
  const found = known.find(
    relation => relation.type === type && (element === null || own.includes(`"${relation.id}"`)),
  );
  if (found) return found.target;
  const stem = { drawing: 'drawings/drawing', comments: 'comments', vmlDrawing: 'drawings/vmlDrawing' }[type];
  const extension = type === 'vmlDrawing' ? '.vml' : '.xml';
  const part = freePart(draft, draft.folder + stem, extension);
  draft.others.set(part, empty);
  declarePart(draft.manifest, part, KIND[type]);
  const id = relate(draft, sheet.part, type, part);
  if (element) {
    const text = `<${sheet.xml.prefix}${element} xmlns:r="${OFFICE}" r:id="${id}"/>`;
    sheet.xml.tail = withElement(sheet.xml.tail, element, text);
  }
  return part;
}

/** Adds a relationship from one part to another and gives its id. */
function relate(draft: Draft, source: string, type: string, target: string): string {
  const name = relationsOf(source);
  const before = draft.others.get(name) ?? readPart(draft.pack, name);
  const { xml, id } = withRelation(typeof before === 'string' ? before : undefined, type, `/${target}`);
  draft.others.set(name, xml);
  declarePart(draft.manifest, name, KIND.relationships);
  return id;
}

function freePart(draft: Draft, stem: string, extension: string): string {
  let number = 1;
  const taken = (name: string) => hasPart(draft.pack, name) || draft.others.has(name);
  while (taken(`${stem}${number}${extension}`)) number += 1;
  return `${stem}${number}${extension}`;
}

function partText(draft: Draft, part: string): string {
  const own = draft.others.get(part);
  return typeof own === 'string' ? own : needPart(draft.pack, part);
}
