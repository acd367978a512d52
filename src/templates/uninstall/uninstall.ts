import { sameSheet } from '../../cells/address';
import { type Cell, isBlank } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { joinWrites } from '../../workbook/edits/joinWrites';
import type { Place } from '../../workbook/register';
import { DASHBOARD, DATA, KPIS, LOG, STRATEGY, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { freeName } from '../install/layout';
import type { Template } from '../template';
import type { Finding } from '../upkeep/changes';
import { besideTables, type CompassSheetFound, compassSheetsIn } from './compassSheets';
import { keepValues, type NeedyCell, needyCells, needyFinding, type Reading, readsAny } from './ownersCells';
import { plainCopy, plainName } from './plainCopy';
import { templateSheetsIn } from './templateSheets';

/** What a person chooses before the product goes. */
export interface UninstallChoices extends Reading {
  /** Cells of theirs that call our functions: to be values from now on, unless the formulas are to stay. */
  formulas?: 'values' | 'stay';
  /** By a sheet's name, whether what it holds is kept; unless told, where its owner typed something into a template's sheet. */
  keep?: Record<string, boolean>;
}

/** A sheet that the product made. */
export interface LeavingSheet {
  name: string;
  /** In an owner's words: "the KPIs that are tracked: 5". */
  holds: string;
  /** What was typed or changed in it. */
  own: Finding[];
  /** What it is called once it is kept: itself, or a plain sheet of this name with its values; null where there is nothing to keep. */
  keptAs: string | null;
  isKept: boolean;
}

/** What taking the product out of a workbook would do. */
export interface UninstallPlan {
  edits: Edit[];
  /** The sheets that the product made, in the order of their tabs. */
  sheets: LeavingSheet[];
  /** Cells of the owner that call our functions, and whether they become values. */
  calling: Finding[];
  /** Cells of the owner that read a sheet which goes: they become values. */
  reading: Finding[];
  /** What stays as it is although it looks like ours, or will not work any more, with why. */
  left: Finding[];
}

/** What a host has to read before: every sheet whole, and the names that the workbook defines. */
export function placesToUninstall(snapshot: Snapshot): Place[] {
  return sheetNames(snapshot).map(sheet => ({ sheet }));
}

/**
 * Takes the product out of a workbook: the sheets that it made, with all that stands on them, go; cells of the owner that
 * read these, or call our functions, get the values that they show. What the product did not make stays as it is.
 *
 * @param snapshot   with the places of `placesToUninstall`, and its defined names where the host knows them
 * @param catalogue  the templates there are
 * @returns          no edits where the workbook has nothing of the product's
 */
export function planUninstall(snapshot: Snapshot, catalogue: Template[], choices: UninstallChoices): UninstallPlan {
  const compass = compassSheetsIn(snapshot);
  const known = [...compass.ours.map(({ view }) => view.name), ...compass.others.map(({ sheet }) => sheet)];
  // Without any sheet of ours a sheet that looks like a template's is its owner's.
  const made = compass.ours.length > 0 ? templateSheetsIn(snapshot, catalogue, known) : { ours: [], others: [] };
  const isKept = (name: string, usual: boolean) =>
    Object.entries(choices.keep ?? {}).find(([other]) => sameSheet(other, name))?.[1] ?? usual;
  const sheets: LeavingSheet[] = [
    ...compass.ours.map(sheet => {
      const keptAs = contentsOf(sheet) > 0 ? plainName(sheet.made) : null;
      const { name } = sheet.view;
      return {
        name,
        holds: holdsInWords(sheet),
        own: ownOn(sheet),
        keptAs,
        isKept: keptAs !== null && isKept(name, false),
      };
    }),
    ...made.ours.map(({ view: { name }, template, was, own }) => ({
      name,
      holds: `a sheet of ${template}${was === null ? '' : `, made as '${was}'`}`,
      own,
      keptAs: name,
      isKept: isKept(name, own.length > 0),
    })),
  ].sort((a, b) => orderOf(snapshot, a.name) - orderOf(snapshot, b.name));

  const going = sheets.filter(({ isKept, keptAs, name }) => !isKept || keptAs !== name).map(({ name }) => name);
  const needy = needyCells(snapshot, going, choices);
  const isChosen = ({ why }: NeedyCell) => why === 'reads' || choices.formulas !== 'stay';
  const findings = (cells: NeedyCell[]) => cells.map(cell => needyFinding(cell, viewSheet(snapshot, cell.sheet)!));
  const withResult = needy.filter(({ isKnown }) => isKnown);
  const copies = copiesOf(snapshot, compass.ours, sheets);
  const edits: Edit[] = [...copies, ...keepValues(withResult.filter(isChosen))];
  const stay = sheetNames(snapshot).length - going.length;
  if (stay === 0 && copies.length === 0)
    edits.unshift({ kind: 'add sheet', sheet: freeName('Sheet1', sheetNames(snapshot)) });
  for (const name of going)
    edits.push({ kind: 'remove sheet', sheet: name, expected: cellsOf(viewSheet(snapshot, name)!) });
  return {
    edits: joinWrites(edits),
    sheets,
    calling: findings(withResult.filter(({ why }) => why === 'calls')),
    reading: findings(withResult.filter(({ why }) => why === 'reads')),
    left: [
      ...compass.others.map(({ sheet }) => ({
        place: { sheet },
        message: `The sheet '${sheet}' has none of the product's headers: it is yours and stays.`,
      })),
      ...made.others.map(({ place, message }) => ({ place, message: `${message.replace(/\.$/, '')}: it stays.` })),
      ...needy.filter(cell => !cell.isKnown && isChosen(cell)).map(cell => unknownResult(snapshot, cell)),
      ...goneNames(snapshot, going),
    ],
  };
}

/** Plain sheets of what is kept of the product's own. */
function copiesOf(snapshot: Snapshot, ours: CompassSheetFound[], sheets: LeavingSheet[]): Edit[] {
  const names = [...sheetNames(snapshot)];
  return ours.flatMap(found => {
    if (!sheets.some(({ name, isKept }) => isKept && name === found.view.name)) return [];
    const copy = plainCopy(found, names);
    names.push(...copy.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet] : [])));
    return copy;
  });
}

function orderOf(snapshot: Snapshot, name: string): number {
  return sheetNames(snapshot).findIndex(other => sameSheet(other, name));
}

/** How many rows a sheet of ours has that mean something to its owner. */
function contentsOf({ tables }: CompassSheetFound): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

function holdsInWords(sheet: CompassSheetFound): string {
  const { made, view } = sheet;
  const count = contentsOf(sheet);
  const words: Record<string, string> = {
    [STRATEGY.name]: 'vision, goals and business functions',
    [KPIS.name]: `the KPIs that are tracked: ${count}`,
    [DATA.name]: `their figures: ${count === 1 ? '1 period' : `${count} periods`}`,
    [LOG.name]: `decisions and other entries: ${count}`,
    [TEMPLATES.name]: 'the list of installed templates',
    [DASHBOARD.name]: 'the page to print',
  };
  return `${words[made]}${sameSheet(made, view.name) ? '' : `, made as '${made}'`}`;
}

/** What an owner put on a sheet of ours that is not asked for there: figures typed into the data, cells beside a table. */
function ownOn(sheet: CompassSheetFound): Finding[] {
  const { made, view, tables } = sheet;
  const beside = besideTables(sheet);
  const typed = made === DATA.name ? typedFigures(sheet) : [];
  const said = (places: Place[], what: string, many: string): Finding[] =>
    places.length === 0
      ? []
      : [
          {
            place: places[0]!,
            message: `${view.name}: ${places.length === 1 ? `1 ${what}` : `${places.length} ${many}`}, from ${places[0]!.range} on.`,
          },
        ];
  return [
    ...said(typed, 'figure typed into it', 'figures typed into it'),
    ...said(beside, `cell beside its ${tables.length === 1 ? 'table' : 'tables'}`, 'cells beside its table'),
  ];
}

function typedFigures({ view, tables }: CompassSheetFound): Place[] {
  const [table] = tables;
  if (!table) return [];
  const found: Place[] = [];
  for (let row = table.headerRow + 1; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const isFigure = column !== table.columns.get('Period') && !isBlank(view.cell(row, column));
      if (isFigure && view.formula(row, column) === null) found.push(cellPlace(view, row, column));
    }
  }
  return found;
}

function unknownResult(snapshot: Snapshot, cell: NeedyCell): Finding {
  const { place } = needyFinding(cell, viewSheet(snapshot, cell.sheet)!);
  const why =
    cell.why === 'reads'
      ? 'it reads a sheet that goes and shows no result; it will point nowhere'
      : 'it shows no result that could be kept, and stays a formula';
  return { place, message: `${cell.sheet} ${place.range}: ${why}. ${cell.formula}` };
}

/** Names that the owner defined for cells of a sheet that goes. */
function goneNames({ names = [] }: Snapshot, going: string[]): Finding[] {
  return names.flatMap(({ name, formula }) =>
    readsAny(formula, going, [])
      ? [
          {
            place: { sheet: going[0]! },
            message: `The name '${name}' stands for ${formula.slice(1)}; it will point nowhere.`,
          },
        ]
      : [],
  );
}

/** What a sheet holds, from A1 on. */
function cellsOf(view: SheetView): Cell[][] {
  return Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}
