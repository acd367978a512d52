import type { Content } from '../../workbook/edit';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { asInstalled } from '../install/inCadence';
import { type Installed, type InstalledSheet, installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template } from '../template';
import { changesIn, isAsInstalled, type Remark } from '../upkeep/changes';
import { bareName, type ContentsOf, installedContents, shareOfTexts, typedCells } from './templateContents';

/** A sheet that a template made, under whatever name it has now. */
export interface TemplateSheetFound {
  view: SheetView;
  /** The template's name, as its owner read it in the gallery. */
  template: string;
  /** Its name when it was installed, if it was renamed since. */
  was: string | null;
  /** What was typed or changed in it since. */
  own: Remark[];
}

/** The share of a template's texts by which its sheet is recognised: under its own name, and under any other. */
const ENOUGH = { named: 0.5, renamed: 0.8 };

/** The row of `Compass Templates` of a sheet that is not listed there. */
const UNLISTED = { range: null, fingerprint: '', mapping: '', row: -1 };

/**
 * The sheets that templates made: those that `Compass Templates` lists, also if they were renamed since, and unlisted ones
 * that can be recognised by their names and texts.
 *
 * @param snapshot   every sheet whole
 * @param catalogue  the templates there are
 * @param taken      sheets known to be others
 * @returns          the template sheets, and listed sheets that were filled with something else
 */
export function templateSheetsIn(
  snapshot: Snapshot,
  catalogue: Template[],
  taken: string[],
): { ours: TemplateSheetFound[]; others: Remark[] } {
  const ours: TemplateSheetFound[] = [];
  const others: Remark[] = [];
  const contents = installedContents(snapshot);
  const free = () => {
    const used = [...taken, ...ours.map(({ view }) => view.name), ...others.map(({ place }) => place.sheet)];
    return sheetNames(snapshot)
      .filter(name => !used.some(other => sameName(other, name)))
      .map(name => viewSheet(snapshot, name)!);
  };
  const share = (view: SheetView, template: Template | undefined, sheet: string) =>
    template ? shareOfTexts(view, contents(template, sheet)) : 0;
  const add = (view: SheetView, template: Template | undefined, installed: Installed, sheet: InstalledSheet) =>
    ours.push({
      view,
      template: template?.name ?? installed.id,
      was: sameName(view.name, sheet.name) ? null : sheet.name,
      own: ownIn(snapshot, view, template, installed, sheet, contents),
    });
  for (const installed of installedTemplates(snapshot)) {
    if (installed.id === MADE_BY_PRODUCT) continue;
    const template = catalogue.find(({ id }) => id === installed.id);
    for (const sheet of installed.sheets) {
      const named = free().find(view => sameName(view.name, sheet.name));
      const isOurs = (view: SheetView, enough: number) =>
        isAsInstalled(view, sheet) || share(view, template, sheet.name) >= enough;
      if (named && (!template || isOurs(named, ENOUGH.named))) add(named, template, installed, sheet);
      else {
        if (named) others.push(filledAnew(named.name, template!));
        const renamed = free().find(view => isOurs(view, ENOUGH.renamed));
        if (renamed) add(renamed, template, installed, sheet);
      }
    }
  }
  for (const template of catalogue) {
    for (const { name } of template.sheets) {
      for (const view of free().filter(each => sameName(bareName(each.name), name))) {
        if (share(view, template, name) < ENOUGH.named) continue;
        const sheet = { name: view.name, ...UNLISTED };
        add(
          view,
          template,
          { id: template.id, version: template.version, on: null, sample: false, sheets: [sheet] },
          sheet,
        );
      }
    }
  }
  return { ours, others };
}

function filledAnew(sheet: string, { name }: Template): Remark {
  return {
    place: { sheet },
    message: `The sheet '${sheet}' no longer holds what ${name} put there. It is yours and is kept.`,
  };
}

/** What was typed or changed in a template's sheet since it was installed. */
function ownIn(
  snapshot: Snapshot,
  view: SheetView,
  template: Template | undefined,
  installed: Installed,
  sheet: InstalledSheet,
  contents: ContentsOf,
): Remark[] {
  if (isAsInstalled(view, sheet)) return [];
  if (!template) return [{ place: { sheet: view.name }, message: `${view.name} was changed since it was installed.` }];
  const own = { ...installed, sheets: [{ ...sheet, name: view.name }] };
  const changed = changesIn(snapshot, asInstalled(template, snapshot), own);
  if (changed.length > 0) return changed;
  const { all } = contents(template, sheet.name);
  const typed = typedCells(view).filter(
    // The first column of a sheet holds its periods.
    ({ row, column, cell }) =>
      !all.has(cell as Content) && !(column === 0 && typeof cell === 'number' && isDay(view.format(row, column))),
  );
  if (typed.length === 0) return [];
  const place = cellPlace(view, typed[0]!.row, typed[0]!.column);
  const what =
    typed.length === 1
      ? `1 cell typed since, ${place.range}`
      : `${typed.length} cells typed since, from ${place.range} on`;
  return [{ place, message: `${view.name}: ${what}.` }];
}

function isDay(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
