import { sameSheet } from '../../cells/address';
import type { Cell } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { joinWrites } from '../../workbook/edits/joinWrites';
import type { Place } from '../../workbook/register';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { freeName } from '../install/layout';
import type { Template } from '../template';
import type { Remark } from '../upkeep/changes';
import { type CompassSheetFound, compassSheetsIn } from './compassSheets';
import {
  cellRemark,
  type DependentCell,
  dependentCells,
  keepValueEdits,
  refersTo,
  type WorkbookTraits,
} from './dependentCells';
import { plainCopy, plainSheetName } from './plainCopy';
import { contentsInWords, ownOnSheet, rowCount } from './sheetContents';
import { type TemplateSheetFound, templateSheetsIn } from './templateSheets';

/** What an owner chooses before the product is uninstalled. */
export interface UninstallChoices extends WorkbookTraits {
  /** Whether their cells that call our functions become values, which is the default, or keep their formulas. */
  formulas?: 'values' | 'keep';
  /** By a sheet's name, whether to keep what it holds. By default only template sheets are kept that somebody typed into. */
  keep?: Record<string, boolean>;
}

/** A sheet that the product made. */
export interface MadeSheet {
  name: string;
  /** In an owner's words: "5 KPIs". */
  contents: string;
  /** What was typed or changed in it. */
  own: Remark[];
  /** Its name if it is kept: its own, or that of a plain sheet with its values; null if there is nothing to keep. */
  keptAs: string | null;
  isKept: boolean;
}

/** What uninstalling the product would change. */
export interface UninstallPlan {
  edits: Edit[];
  /** The sheets that the product made, in the order of their tabs. */
  sheets: MadeSheet[];
  /** The names of those that are removed. */
  removed: string[];
  /** The owner's cells that refer to removed sheets: they keep the values they show. */
  references: Remark[];
  /** The owner's cells that call our functions. */
  calls: Remark[];
  /** What is left as it is although it looks like ours, and what will no longer work, with the reason. */
  notes: Remark[];
}

/** What a host has to read before: every sheet whole, and the workbook's defined names. */
export function placesToUninstall(snapshot: Snapshot): Place[] {
  return sheetNames(snapshot).map(sheet => ({ sheet }));
}

/**
 * Uninstalls the product from a workbook: the sheets that it made are removed with everything on them; the owner's cells
 * that refer to these or call our functions keep the values they show. Nothing else is changed.
 *
 * @param snapshot   with the places of `placesToUninstall`
 * @param catalogue  the templates there are
 * @returns          no edits if the workbook has nothing of the product
 */
export function planUninstall(snapshot: Snapshot, catalogue: Template[], choices: UninstallChoices): UninstallPlan {
  const compass = compassSheetsIn(snapshot);
  const known = [
    ...compass.ours.flatMap(({ view, made }) => [view.name, made]),
    ...compass.others.map(({ sheet }) => sheet),
  ];
  // In a workbook without Compass sheets a sheet that looks like a template's is the owner's.
  const templates =
    compass.ours.length > 0
      ? templateSheetsIn(underMadeNames(snapshot, compass.ours), catalogue, known)
      : { ours: [], others: [] };
  const sheets = madeSheets(snapshot, compass.ours, templates.ours, choices);
  const removed = sheets.filter(({ isKept, keptAs, name }) => !isKept || keptAs !== name).map(({ name }) => name);
  const dependents = dependentCells(snapshot, removed, choices);
  const isReplaced = ({ why }: DependentCell) => why === 'refers' || choices.formulas !== 'keep';
  const calculated = dependents.filter(({ isCalculated }) => isCalculated);
  const copies = plainCopies(snapshot, compass.ours, sheets);
  const edits: Edit[] = [...copies, ...keepValueEdits(calculated.filter(isReplaced))];
  // No workbook can be without a sheet.
  if (removed.length === sheetNames(snapshot).length && copies.length === 0)
    edits.unshift({ kind: 'add sheet', sheet: freeName('Sheet1', sheetNames(snapshot)) });
  for (const name of removed)
    edits.push({ kind: 'remove sheet', sheet: name, expected: cellsOf(viewSheet(snapshot, name)!) });
  const kept = sheets.filter(({ name }) => !removed.includes(name)).map(({ name }) => name);
  const findings = (why: DependentCell['why']) =>
    cellRemarks(
      snapshot,
      calculated.filter(cell => cell.why === why),
      kept,
    );
  return {
    edits: joinWrites(edits),
    sheets,
    removed,
    references: findings('refers'),
    calls: findings('calls'),
    notes: [
      ...compass.others.map(({ sheet }) => ({
        place: { sheet },
        message: `The sheet '${sheet}' has none of the headers of Strategic Compass. It is yours and is kept.`,
      })),
      ...templates.others,
      ...dependents
        .filter(cell => !cell.isCalculated && isReplaced(cell))
        .map(cell => withoutResult(cell, viewSheet(snapshot, cell.sheet)!)),
      ...brokenNames(snapshot, removed),
    ],
  };
}

/** The workbook with renamed Compass sheets under the names by which the installer looks for them. */
function underMadeNames(snapshot: Snapshot, compass: CompassSheetFound[]): Snapshot {
  const madeName = (name: string) => {
    const made = compass.find(({ view }) => sameSheet(view.name, name))?.made;
    return made === undefined || viewSheet(snapshot, made) ? name : made;
  };
  return { ...snapshot, sheets: snapshot.sheets.map(block => ({ ...block, name: madeName(block.name) })) };
}

function madeSheets(
  snapshot: Snapshot,
  compass: CompassSheetFound[],
  templates: TemplateSheetFound[],
  { keep = {} }: UninstallChoices,
): MadeSheet[] {
  const isKept = (name: string, byDefault: boolean) =>
    Object.entries(keep).find(([other]) => sameSheet(other, name))?.[1] ?? byDefault;
  const order = (name: string) => sheetNames(snapshot).findIndex(other => sameSheet(other, name));
  return [
    ...compass.map(sheet => {
      const { name } = sheet.view;
      const keptAs = rowCount(sheet) > 0 ? plainSheetName(sheet.made) : null;
      const chosen = keptAs !== null && isKept(name, false);
      return { name, contents: contentsInWords(sheet), own: ownOnSheet(sheet), keptAs, isKept: chosen };
    }),
    ...templates.map(({ view: { name }, template, was, own }) => ({
      name,
      contents: `a sheet of ${template}${was === null ? '' : `, created as '${was}'`}`,
      own,
      keptAs: name,
      isKept: isKept(name, own.length > 0),
    })),
  ].sort((a, b) => order(a.name) - order(b.name));
}

/** Plain sheets with the values of the Compass sheets that are kept. */
function plainCopies(snapshot: Snapshot, compass: CompassSheetFound[], sheets: MadeSheet[]): Edit[] {
  const names = [...sheetNames(snapshot)];
  return compass.flatMap(found => {
    if (!sheets.some(({ name, isKept }) => isKept && name === found.view.name)) return [];
    const copy = plainCopy(found, names);
    names.push(...copy.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet] : [])));
    return copy;
  });
}

/** Cells with their formulas, the owner's sheets first; those of a template's sheet that is kept as one. */
function cellRemarks(snapshot: Snapshot, cells: DependentCell[], kept: string[]): Remark[] {
  const view = (name: string) => viewSheet(snapshot, name)!;
  const own = cells.filter(({ sheet }) => !kept.includes(sheet)).map(cell => cellRemark(cell, view(cell.sheet)));
  const ofTemplates = kept.flatMap((name): Remark[] => {
    const [first, ...others] = cells.filter(({ sheet }) => sheet === name);
    if (!first) return [];
    const one = cellRemark(first, view(name));
    if (others.length === 0) return [one];
    return [{ place: one.place, message: `${name}: ${others.length + 1} formulas, from ${one.place.range} on` }];
  });
  return [...own, ...ofTemplates];
}

/** A formula that cannot be replaced by its value. */
function withoutResult(cell: DependentCell, view: SheetView): Remark {
  const { place, message } = cellRemark(cell, view);
  const what =
    cell.why === 'refers'
      ? 'shows no result and refers to a sheet that is removed; it will show #REF!.'
      : 'shows no result to keep, so its formula is left.';
  return { place, message: `${message} ${what}` };
}

/** Names that the owner defined for cells of a removed sheet. */
function brokenNames({ names = [] }: Snapshot, removed: string[]): Remark[] {
  return names
    .filter(({ formula }) => refersTo(formula, removed))
    .map(({ name, formula }) => ({
      place: { sheet: removed.find(sheet => refersTo(formula, [sheet]))! },
      message: `The name '${name}' refers to a sheet that is removed (${formula.slice(1)}); it will show #REF!.`,
    }));
}

/** What a sheet holds, from A1 on. */
function cellsOf(view: SheetView): Cell[][] {
  return Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}
