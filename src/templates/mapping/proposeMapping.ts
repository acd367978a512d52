import { printRange, type Range } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Place } from '../../workbook/register';
import { readTables } from '../../workbook/register/readTracked';
import { PRODUCT_SHEETS } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { rangePlace } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { TrackError } from '../../workbook/sources/trackError';
import { previewTrack, type TrackPreview } from '../../workbook/track/trackedFigures';
import { calendarFor, type InstallOptions } from '../install/layout';
import { installedTemplates } from '../installed/installed';
import { inputsOf } from '../schema/parts';
import type { Template, TemplateColumn } from '../template';
import { likeness } from './commonWords';

/** A range of the workbook that may fill an input. */
export interface Candidate {
  place: Required<Place>;
  /** The periods beside it, where they look like days; found anew when it is read where not. */
  periods?: Required<Place>;
  /** The text above or before it. */
  header: string;
  /** The first figures that would be read, with their periods; none where it does not fit. */
  first: { label: string; value: number }[];
  count: number;
  /** Null where it fits, else why not, in an owner's words. */
  whyNot: string | null;
  /** What would be left out or added up. */
  notes: string[];
  /** How well its header fits, 0 to 1. */
  likeness: number;
}

/** An input of a template with what may fill it, the best first. */
export interface ProposedInput {
  /** Key of `InstallOptions.mapping`. */
  id: string;
  header: string;
  /** The sheet on which it is typed else. */
  sheet: string;
  candidates: Candidate[];
}

/** Rows and columns of a sheet that are looked through. */
const LOOKED_AT = 'A1:AZ600';
/** Figures that a range must have to be one. */
const FEWEST = 3;
const MOST_CANDIDATES = 5;
const LEAST_LIKENESS = 0.4;

/** What a host reads before a mapping can be proposed: the top of every sheet but the product's own. */
export function placesToMap(snapshot: Snapshot): Place[] {
  return ownersSheets(snapshot).map(sheet => ({ sheet, range: LOOKED_AT }));
}

function ownersSheets(snapshot: Snapshot): string[] {
  const made = installedTemplates(snapshot).flatMap(({ sheets }) => sheets.map(({ name }) => name));
  return sheetNames(snapshot).filter(name => ![...PRODUCT_SHEETS, ...made].some(other => sameName(other, name)));
}

/**
 * Proposes for each input of a template the ranges of the workbook that may fill it, from their headers in several
 * languages and from what is below or beside these.
 *
 * @param snapshot  with the places of `placesToMap`
 * @returns         every input; one without a candidate is to be typed
 */
export function proposeMapping(
  template: Template,
  snapshot: Snapshot,
  options: Partial<InstallOptions> = {},
): ProposedInput[] {
  const ranges = ownersSheets(snapshot).flatMap(name => {
    const view = viewSheet(snapshot, name);
    if (!view) return [];
    return [...rangesDown(view), ...rangesAcross(view)].map(found => ({
      ...found,
      periods: daysBeside(view, found.range),
    }));
  });
  const read = readOnce(template, snapshot, options);
  return mappableInputs(template).map(({ sheet, column }) => ({
    id: column.id,
    header: column.header,
    sheet: sheet.name,
    candidates: ranges
      .map(found => ({ ...found, likeness: closeness(found.header, column) }))
      .filter(found => found.likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_CANDIDATES)
      .map(found => candidateOf(found, read))
      .sort((a, b) => Number(a.whyNot !== null) - Number(b.whyNot !== null) || b.likeness - a.likeness),
  }));
}

/** Inputs in the workbook's own periods: periods of a block's own are no history that could be mapped. */
export function mappableInputs(template: Template) {
  return inputsOf(template).filter(({ block }) => block.own === undefined);
}

function closeness(header: string, { header: own, id, words = [] }: TemplateColumn): number {
  return Math.max(...[own, id.replace(/_/g, ' '), ...words].map(name => likeness(header, name)));
}

interface Found {
  range: Range;
  periods?: Range | undefined;
  header: string;
}

/** Columns of figures below a text. */
function rangesDown(view: SheetView): Found[] {
  return runsOf(view.columns, view.rows, (column, row) => view.cell(row, column)).map(({ line, from, to, header }) => ({
    range: { sheet: view.name, top: from, left: line, bottom: to, right: line },
    header,
  }));
}

/** Rows of figures to the right of a text. */
function rangesAcross(view: SheetView): Found[] {
  return runsOf(view.rows, view.columns, (row, column) => view.cell(row, column)).map(({ line, from, to, header }) => ({
    range: { sheet: view.name, top: line, left: from, bottom: line, right: to },
    header,
  }));
}

/** Runs of figures, single blanks among them, each behind a text. */
function runsOf(lines: number, length: number, cell: (line: number, place: number) => unknown) {
  const found: { line: number; from: number; to: number; header: string }[] = [];
  for (let line = 0; line < lines; line++) {
    for (let place = 0; place < length; place++) {
      const header = cell(line, place);
      if (typeof header !== 'string' || isBlank(header)) continue;
      let [to, figures, at] = [place, 0, place + 1];
      for (; at < length && at - to <= 2; at++) {
        const value = cell(line, at);
        if (typeof value === 'string' && !isBlank(value)) break;
        if (typeof value !== 'number') continue;
        figures++;
        to = at;
      }
      if (figures >= FEWEST) found.push({ line, from: place + 1, to, header: header.trim() });
    }
  }
  return found;
}

/** The first line of days before a range, by their format: amounts of tens of thousands could be days as well. */
function daysBeside(view: SheetView, { top, left, bottom, right }: Range): Range | undefined {
  const isDay = (row: number, column: number) =>
    typeof view.cell(row, column) === 'number' &&
    /[ymd]/i.test(view.format(row, column).replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  const across = top === bottom;
  const [lines, from, to] = across ? [top, left, right!] : [left, top, bottom!];
  for (let line = 0; line < lines; line++) {
    const places = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    if (!places.every(place => (across ? isDay(line, place) : isDay(place, line)))) continue;
    const cells = across
      ? { top: line, bottom: line, left: from, right: to }
      : { top: from, bottom: to, left: line, right: line };
    return { sheet: view.name, ...cells };
  }
  return undefined;
}

type Read = (range: Range, periods: Range | undefined) => TrackPreview | string;

/** Reads each range once, however many inputs it may fill. */
function readOnce(template: Template, snapshot: Snapshot, options: Partial<InstallOptions>): Read {
  const { cadence } = calendarFor(readTables(snapshot), template, snapshot, options);
  const known = new Map<string, TrackPreview | string>();
  return (range, periods) => {
    const key = printRange(range);
    if (!known.has(key)) known.set(key, previewOrWhy(snapshot, range, periods, cadence));
    return known.get(key)!;
  };
}

function previewOrWhy(
  snapshot: Snapshot,
  values: Range,
  periods: Range | undefined,
  cadence: Parameters<typeof previewTrack>[1]['cadence'],
): TrackPreview | string {
  try {
    return previewTrack(snapshot, { values, cadence, ...(periods && { periods }) });
  } catch (error) {
    if (error instanceof TrackError) return error.message;
    throw error;
  }
}

function candidateOf({ range, periods, header, likeness: like }: Found & { likeness: number }, read: Read): Candidate {
  const found = { place: rangePlace(range), ...(periods && { periods: rangePlace(periods) }), header, likeness: like };
  const preview = read(range, periods);
  if (typeof preview === 'string') return { ...found, first: [], count: 0, whyNot: preview, notes: [] };
  return { ...found, first: preview.first, count: preview.count, whyNot: null, notes: preview.notes };
}
