import type { Range } from '../../../cells/address';
import type { AddChart, AddNote } from '../../../workbook/edit';
import { declarePart, OFFICE, withRelation } from '../package/manifest';
import { needPart, readPart } from '../package/package';
import { readRelations, relationsOf } from '../package/workbook';
import { attributes } from '../package/xml';
import { type Draft, type DraftSheet, openSheet } from '../sheets/draft';
import { findCell } from '../sheets/sheet';
import { elementIn, withElement } from '../sheets/sheetOrder';
import { anchorXml, chartXml, EMPTY_DRAWING } from './drawing';
import { boxXml, commentXml, EMPTY_BOXES, EMPTY_COMMENTS } from './notes';

const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};

/** A chart on a sheet; a sheet that has drawings keeps them. */
export function addChart(draft: Draft, edit: AddChart): void {
  const sheet = openSheet(draft, edit.sheet);
  const drawing = attachedPart(draft, sheet, 'drawing', 'drawing', EMPTY_DRAWING);
  const part = freePart(draft, `${draft.folder}charts/chart`, '.xml');
  draft.others.set(
    part,
    chartXml({ ...edit, sheet: sheet.name }, range => holdsNumber(draft, range)),
  );
  declarePart(draft.manifest, part, TYPES.chart);
  const relation = relate(draft, drawing, 'chart', part);
  const xml = partText(draft, drawing);
  const number = [...xml.matchAll(/<(?:\w+:)?(?:one|two)CellAnchor\b|<(?:\w+:)?absoluteAnchor\b/g)].length + 1;
  draft.others.set(drawing, withLast(xml, anchorXml(edit, relation, number)));
}

/** A note on a cell; a cell that has one keeps it. */
export function addNote(draft: Draft, { sheet: name, row, column, text }: AddNote): void {
  const sheet = openSheet(draft, name);
  const comments = attachedPart(draft, sheet, 'comments', null, EMPTY_COMMENTS);
  const boxes = attachedPart(draft, sheet, 'vmlDrawing', 'legacyDrawing', EMPTY_BOXES);
  const xml = partText(draft, comments);
  const comment = commentXml(row, column, text);
  if (xml.includes(comment.slice(0, comment.indexOf(' authorId')))) return;
  const list = xml.lastIndexOf('</commentList>');
  draft.others.set(comments, xml.slice(0, list) + comment + xml.slice(list));
  const drawn = partText(draft, boxes);
  draft.others.set(boxes, withLast(drawn, boxXml(row, column, text, (drawn.match(/<v:shape /g)?.length ?? 0) + 1)));
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
  const xml = draft.others.get(relationsOf(sheet.part)) ?? readPart(draft.pack, relationsOf(sheet.part));
  const known = typeof xml === 'string' ? readRelations(sheet.part, xml) : [];
  const own = element === null ? '' : (elementIn(sheet.xml.tail, element) ?? '');
  const found = known.find(
    relation => relation.type === type && (element === null || own.includes(`"${relation.id}"`)),
  );
  if (found) return found.target;
  const stem = { drawing: 'drawings/drawing', comments: 'comments', vmlDrawing: 'drawings/vmlDrawing' }[type];
  const extension = type === 'vmlDrawing' ? '.vml' : '.xml';
  const part = freePart(draft, draft.folder + stem, extension);
  draft.others.set(part, empty);
  declarePart(draft.manifest, type === 'vmlDrawing' ? extension : part, TYPES[type]);
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
  return id;
}

function freePart(draft: Draft, stem: string, extension: string): string {
  let number = 1;
  const taken = (name: string) => draft.pack.entries.has(name.toLowerCase()) || draft.others.has(name);
  while (taken(`${stem}${number}${extension}`)) number += 1;
  return `${stem}${number}${extension}`;
}

function partText(draft: Draft, part: string): string {
  const own = draft.others.get(part);
  return typeof own === 'string' ? own : needPart(draft.pack, part);
}

/** A document with something more at the end of its root. */
function withLast(xml: string, text: string): string {
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + text + xml.slice(end);
}
