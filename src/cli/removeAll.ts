import { templates } from '../templates/catalogue';
import {
  type LeavingSheet,
  placesToUninstall,
  planUninstall,
  type UninstallPlan,
} from '../templates/uninstall/uninstall';
import { LOG } from '../workbook/sheets/compassSheets';
import { sameName } from '../workbook/sheets/names';
import { changeWorkbook, type Reader } from './changeWorkbook';
import type { Args, Option } from './command';
import type { Io } from './io';
import { UsageError } from './usage';
import { onlyFile } from './workbookOptions';

/** Options of `compass remove --all`. */
export const REMOVING_ALL: Record<string, Option> = {
  all: { help: 'take out all of Strategic Compass; what it did not make stays as it is' },
  'keep-log': { help: "with --all: keep the log as a plain sheet, 'Decisions'" },
  keep: {
    value: 'SHEET',
    multiple: true,
    help: "with --all: keep a template's sheet, or the values of a Compass sheet as a plain one",
  },
  'keep-formulas': { help: 'with --all: leave formulas that call our functions, instead of turning them into values' },
};

/** Takes the product out of a workbook, and says sheet by sheet what went and what stayed. */
export async function removeAll(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, 'remove --all FILE.xlsx -o OUT.xlsx');
  const plan = async (read: Reader) => {
    const snapshot = await read([], placesToUninstall(await read()));
    const choices = {
      saved: true,
      // A workbook with macros may have functions of its own by these names.
      bare: !/\.xlsm$/i.test(file),
      formulas: args.flag('keep-formulas') ? ('stay' as const) : ('values' as const),
    };
    const usual = planUninstall(snapshot, templates, choices);
    const keep = keptBy(args, usual.sheets);
    const planned = Object.keys(keep).length > 0 ? planUninstall(snapshot, templates, { ...choices, keep }) : usual;
    return {
      edits: planned.edits,
      said: (path: string) => saidOf(path, planned, choices.formulas === 'stay'),
      noted: notedOf(planned),
    };
  };
  return changeWorkbook(file, args, io, plan, { calculatedOnly: false });
}

/** What is kept, or goes although something was typed into it, as the options say. */
function keptBy(args: Args, sheets: LeavingSheet[]): Record<string, boolean> {
  const anyway = args.flag('anyway') ? sheets.map(({ name }) => [name, false] as const) : [];
  const named = args.texts('keep').map(name => {
    const sheet = sheets.find(each => sameName(each.name, name));
    if (sheet?.keptAs) return [sheet.name, true] as const;
    const known = sheets.filter(({ keptAs }) => keptAs !== null).map(each => each.name);
    const there = known.length > 0 ? `; there are ${known.join(', ')}` : '';
    throw new UsageError(`--keep: '${name}' is no sheet of ours that can be kept${there}.`);
  });
  const logs = sheets.filter(({ name, keptAs }) => keptAs !== null && sameName(name, LOG.name));
  return Object.fromEntries([
    ...anyway,
    ...named,
    ...(args.flag('keep-log') ? logs.map(({ name }) => [name, true] as const) : []),
  ]);
}

function saidOf(path: string, { edits, sheets, calling, reading, left }: UninstallPlan, stay: boolean): string[] {
  const rest = left.map(({ message }) => message);
  if (edits.length === 0 && sheets.length === 0)
    return [`${path}: there is nothing of Strategic Compass in this workbook. Nothing was written.`, ...rest];
  const gone = sheets.filter(({ isKept, keptAs, name }) => !isKept || keptAs !== name).map(({ name }) => name);
  const turned = stay ? reading : [...reading, ...calling];
  return [
    `${path}: ${gone.length > 0 ? `Strategic Compass is taken out. Sheets that went: ${gone.join(', ')}.` : 'no sheet was taken out.'}`,
    ...sheets.flatMap(sheetSaid),
    ...(turned.length > 0
      ? [`Formulas of yours that are values now: ${turned.map(({ message }) => message).join('; ')}.`]
      : []),
    ...(stay && calling.length > 0
      ? [`Formulas that stay and call our functions: ${calling.map(({ message }) => message).join('; ')}.`]
      : []),
    ...rest,
  ];
}

/** What a person should know of the plan besides its edits: which sheets stay, what goes with others, what will not work. */
function notedOf({ sheets, left }: UninstallPlan): string[] {
  const kept = sheets.filter(({ isKept }) => isKept).flatMap(sheetSaid);
  const own = sheets.filter(({ isKept }) => !isKept).flatMap(each => each.own);
  return [...kept, ...own.map(({ message }) => `Goes as well: ${message}`), ...left.map(({ message }) => message)];
}

/** What became of a sheet that is not simply gone. */
function sheetSaid({ name, keptAs, isKept, own }: LeavingSheet): string[] {
  const found = own.map(({ message }) => message).join(' ');
  if (isKept && keptAs !== name) return [`What ${name} shows is kept as a plain sheet, '${keptAs}'.`];
  if (isKept && own.length > 0)
    return [`${name} stays, since something was typed into it. ${found} --anyway takes it out all the same.`];
  if (isKept) return [`${name} stays.`];
  if (sameName(name, LOG.name) && keptAs !== null)
    return [`The entries of ${name} went with it; --keep-log keeps them as a plain sheet.`];
  return own.length > 0 ? [`Went as well: ${found}`] : [];
}
