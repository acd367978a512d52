import { type Cell, isBlank } from '../../cells/value';
import type { Content } from '../../workbook/edit';
import { readTables } from '../../workbook/register/readTracked';
import { plainName, sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace } from '../../workbook/sheets/tables';
import { emptySnapshot, type Snapshot } from '../../workbook/snapshot';
import { asInstalled } from '../install/inCadence';
import { planInstall } from '../install/planInstall';
import { type Installed, type InstalledSheet, installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template } from '../template';
import { changesIn, type Finding, isAsInstalled } from '../upkeep/changes';

/** A sheet that a template made, under whatever name it has now. */
export interface TemplateSheetFound {
  view: SheetView;
  /** The template's name, as its owner read it in the gallery. */
  template: string;
  /** What it was called when it was installed, where it has another name now. */
  was: string | null;
  /** What was typed or changed in it since. */
  own: Finding[];
}

/** A template's texts on one of its sheets, and all figures and texts that an installation can write there. */
interface Written {
  texts: Set<string>;
  contents: Set<Content>;
}

/** How much of a template's texts have to stand on a sheet for it to be that template's: under its name, or any other. */
const ENOUGH = { named: 0.5, renamed: 0.8 };

/**
 * The sheets that templates made: those that `Compass Templates` lists, also where they were renamed since, and those that
 * it no longer lists and that can be told by their name and texts.
 *
 * @param snapshot   every sheet whole
 * @param catalogue  the templates there are
 * @param taken      sheets that are known as others
 * @returns          theirs, and sheets that are listed and hold something else now
 */
export function templateSheetsIn(
  snapshot: Snapshot,
  catalogue: Template[],
  taken: string[],
): { ours: TemplateSheetFound[]; others: Finding[] } {
  const ours: TemplateSheetFound[] = [];
  const others: Finding[] = [];
  const free = () =>
    sheetNames(snapshot)
      .filter(name => ![...taken, ...ours.map(({ view }) => view.name)].some(other => sameName(other, name)))
      .map(name => viewSheet(snapshot, name)!);
  const written = writtenBy(snapshot);
  const share = (view: SheetView, template: Template, sheet: string) => {
    const { texts } = written(template, sheet);
    return texts.size === 0 ? 0 : textsOn(view).filter(text => texts.has(text)).length / texts.size;
  };
  const listed = installedTemplates(snapshot).filter(({ id }) => id !== MADE_BY_PRODUCT);
  const found = (view: SheetView, template: Template | undefined, installed: Installed, sheet: InstalledSheet) => {
    const was = sameName(view.name, sheet.name) ? null : sheet.name;
    const own = template
      ? ownIn(snapshot, view, template, installed, sheet, written(template, sheet.name))
      : isAsInstalled(view, sheet)
        ? []
        : [{ place: { sheet: view.name }, message: `${view.name} was changed since it was installed.` }];
    ours.push({ view, template: template?.name ?? installed.id, was, own });
  };
  for (const installed of listed) {
    const template = catalogue.find(({ id }) => id === installed.id);
    for (const sheet of installed.sheets) {
      const named = free().find(view => sameName(view.name, sheet.name));
      if (named && (isAsInstalled(named, sheet) || !template || share(named, template, sheet.name) >= ENOUGH.named)) {
        found(named, template, installed, sheet);
        continue;
      }
      if (named) {
        const message = `The sheet '${named.name}' no longer holds what ${template!.name} made there.`;
        others.push({ place: { sheet: named.name }, message });
      }
      const renamed = free().find(
        view =>
          view !== named &&
          (isAsInstalled(view, sheet) || (template && share(view, template, sheet.name) >= ENOUGH.renamed)),
      );
      if (renamed) found(renamed, template, installed, sheet);
    }
  }
  for (const template of catalogue) {
    for (const { name } of template.sheets) {
      for (const view of free()) {
        if (!sameName(bareName(view.name), name) || others.some(({ place }) => place.sheet === view.name)) continue;
        if (share(view, template, name) < ENOUGH.named) continue;
        const sheet = { name: view.name, range: null, fingerprint: '', mapping: '', row: -1 };
        found(view, template, { id: template.id, version: template.version, on: null, sheets: [sheet] }, sheet);
      }
    }
  }
  return { ours, others };
}

/** A sheet's name without the number that was put behind it because another had the name: `Shop (2)`. */
function bareName(name: string): string {
  return name.replace(/ \(\d+\)$/, '');
}

/** What an installation writes on each sheet of a template, worked out once. */
function writtenBy(snapshot: Snapshot): (template: Template, sheet: string) => Written {
  const known = new Map<Template, Map<string, Written>>();
  const { strategy, data } = readTables(snapshot);
  const options = {
    ...(data && { cadence: data.calendar.cadence }),
    ...(strategy.currency !== '' && { currency: strategy.currency }),
  };
  return (template, sheet) => {
    if (!known.has(template)) {
      const sheets = new Map<string, Written>();
      known.set(template, sheets);
      for (const mode of ['sample', 'empty'] as const) {
        const empty = emptySnapshot(snapshot.today, snapshot.locale);
        for (const edit of planInstall(template, empty, { ...options, mode }).edits) {
          if (edit.kind !== 'write') continue;
          const of = sheets.get(plainName(edit.sheet)) ?? { texts: new Set<string>(), contents: new Set<Content>() };
          sheets.set(plainName(edit.sheet), of);
          for (const content of edit.cells.flat()) {
            if (typeof content === 'object') continue;
            of.contents.add(content);
            if (typeof content === 'string' && mode === 'empty') of.texts.add(content);
          }
        }
      }
    }
    return known.get(template)!.get(plainName(bareName(sheet))) ?? { texts: new Set(), contents: new Set() };
  };
}

function textsOn(view: SheetView): string[] {
  const texts = new Set<string>();
  for (const { cell } of typedCells(view)) if (typeof cell === 'string') texts.add(cell);
  return [...texts];
}

/** The cells that hold something which no formula gives. */
function typedCells(view: SheetView): { row: number; column: number; cell: Cell }[] {
  const cells: { row: number; column: number; cell: Cell }[] = [];
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const cell = view.cell(row, column);
      if (!isBlank(cell) && view.formula(row, column) === null) cells.push({ row, column, cell });
    }
  }
  return cells;
}

function ownIn(
  snapshot: Snapshot,
  view: SheetView,
  template: Template,
  installed: Installed,
  sheet: InstalledSheet,
  { contents }: Written,
): Finding[] {
  if (isAsInstalled(view, sheet)) return [];
  const changed = changesIn(snapshot, asInstalled(template, snapshot), {
    ...installed,
    sheets: [{ ...sheet, name: view.name }],
  });
  if (changed.length > 0) return changed;
  const typed = typedCells(view).filter(
    ({ row, column, cell }) =>
      !contents.has(cell as Content) && !(column === 0 && typeof cell === 'number' && isDay(view.format(row, column))),
  );
  if (typed.length === 0) return [];
  const place = cellPlace(view, typed[0]!.row, typed[0]!.column);
  const count = typed.length === 1 ? '1 cell' : `${typed.length} cells`;
  return [{ place, message: `${view.name}: ${count} typed since it was installed, from ${place.range} on.` }];
}

/** Whether a number format shows a day: the periods of a sheet stand in its first column. */
function isDay(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
