import { templates } from '../../templates/catalogue';
import {
  type MadeSheet,
  placesToUninstall,
  planUninstall,
  type UninstallPlan,
} from '../../templates/uninstall/uninstall';
import { LOG } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Option } from '../command';
import type { Io } from '../io';
import { UsageError } from '../usage';
import { onlyFile } from '../workbookOptions';

/** Options of `compass remove --all`. */
export const REMOVING_ALL: Record<string, Option> = {
  all: { help: 'remove all of Strategic Compass' },
  'keep-log': { help: "with --all: keep the log's entries on a plain sheet, 'Decisions'" },
  keep: {
    value: 'SHEET',
    multiple: true,
    help: "with --all: keep a template's sheet, or a Compass sheet's values on a plain sheet",
  },
  'keep-formulas': {
    help: 'with --all: keep formulas that call our functions instead of replacing them by their values',
  },
};

/** Removes the product from a workbook, and says sheet by sheet what was removed and what was kept. */
export async function removeAll(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, 'remove --all FILE.xlsx -o OUT.xlsx');
  const keepsFormulas = args.flag('keep-formulas');
  return changeWorkbook(
    file,
    args,
    io,
    async read => {
      const snapshot = await read([], placesToUninstall(await read()));
      const choices = {
        isFile: true,
        // A workbook with macros may have functions of its own with these names.
        hasBareNames: !/\.xlsm$/i.test(file),
        formulas: keepsFormulas ? ('keep' as const) : ('values' as const),
      };
      const byDefault = planUninstall(snapshot, templates, choices);
      const keep = keptBy(args, byDefault.sheets);
      const plan = Object.keys(keep).length > 0 ? planUninstall(snapshot, templates, { ...choices, keep }) : byDefault;
      return { edits: plan.edits, said: path => saidOf(path, plan, keepsFormulas), notes: notesOf(plan) };
    },
    { calculatedOnly: false },
  );
}

/** By a sheet's name, whether the options keep it. */
function keptBy(args: Args, sheets: MadeSheet[]): Record<string, boolean> {
  const anyway = args.flag('anyway') ? sheets.map(({ name }) => [name, false] as const) : [];
  const named = args.texts('keep').map(name => {
    const sheet = sheets.find(each => sameName(each.name, name));
    if (sheet && sheet.keptAs !== null) return [sheet.name, true] as const;
    const known = sheets.filter(({ keptAs }) => keptAs !== null).map(each => each.name);
    const choices = known.length > 0 ? `; choose from ${known.join(', ')}` : '';
    throw new UsageError(`--keep: Strategic Compass made no sheet '${name}' that could be kept${choices}.`);
  });
  const logs = sheets.filter(({ name, keptAs }) => keptAs !== null && sameName(name, LOG.name));
  return Object.fromEntries([
    ...anyway,
    ...named,
    ...(args.flag('keep-log') ? logs.map(({ name }) => [name, true] as const) : []),
  ]);
}

function saidOf(path: string, plan: UninstallPlan, keepsFormulas: boolean): string[] {
  const { edits, sheets, removed, references, calls } = plan;
  const notes = plan.notes.map(({ message }) => message);
  if (edits.length === 0 && sheets.length === 0)
    return [`${path}: this workbook has nothing of Strategic Compass. Nothing was written.`, ...notes];
  const replaced = keepsFormulas ? references : [...references, ...calls];
  return [
    `${path}: Strategic Compass was removed. Sheets removed: ${removed.length > 0 ? removed.join(', ') : 'none'}.`,
    ...sheets.flatMap(sheetSaid),
    ...cellsSaid('Formulas replaced by their values', replaced),
    ...cellsSaid('Formulas kept that call our functions', keepsFormulas ? calls : []),
    ...notes,
  ];
}

function cellsSaid(what: string, cells: UninstallPlan['calls']): string[] {
  return cells.length > 0 ? [`${what}: ${cells.map(({ message }) => message).join('; ')}.`] : [];
}

/** What a preview says besides its edits: which sheets are kept, what of the owner's is removed, what will no longer work. */
function notesOf({ sheets, notes }: UninstallPlan): string[] {
  return [...sheets.flatMap(sheetSaid), ...notes.map(({ message }) => message)];
}

/** What a person should know of a sheet: how it is kept, or what of theirs is removed with it. */
function sheetSaid({ name, keptAs, isKept, own }: MadeSheet): string[] {
  const found = own.map(({ message }) => ` ${message}`).join('');
  if (isKept && keptAs !== name) return [`The values of ${name} are kept on a plain sheet, '${keptAs}'.`];
  if (isKept && own.length === 0) return [`${name} is kept.`];
  if (isKept) return [`${name} is kept because somebody typed into it.${found} --anyway removes it too.`];
  if (sameName(name, LOG.name) && keptAs !== null)
    return [`The entries of ${name} are removed with it. --keep-log keeps them on a plain sheet.`];
  return own.length > 0 ? [`Removed with ${name}:${found}`] : [];
}
