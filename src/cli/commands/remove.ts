import { listed } from '../../cells/english';
import { templates } from '../../templates/catalogue';
import type { Template } from '../../templates/template';
import type { Remark } from '../../templates/upkeep/changes';
import { removeSamples } from '../../templates/upkeep/removeSamples';
import { placesToRemove, type Removal, removeTemplate } from '../../templates/upkeep/removeTemplate';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { templateAndFile } from '../templateNamed';
import { UsageError } from '../usage';
import { onlyFile, READING, WRITING } from '../workbookOptions';
import { REMOVING_ALL, removeAll } from './removeAll';

export const removeCommand: Command = {
  name: 'remove',
  summary: 'remove a template, or all of Strategic Compass, from a workbook',
  usage: 'remove TEMPLATE|--samples|--all FILE.xlsx -o OUT.xlsx',
  details: [
    'Removes the sheets and KPIs that the template made, and the Compass sheets with the last template; a Compass Log with entries is kept.',
    'If figures were typed since, or other cells refer to its sheets, it says so and writes nothing unless you add --anyway.',
    'With --samples it removes every template that was installed with sample data.',
    'With --all it removes everything that Strategic Compass made. Your cells that refer to its sheets or call its functions keep the values they show. A template sheet that you typed into is kept unless you add --anyway.',
  ],
  options: {
    anyway: { help: 'also what was typed since, and even if other cells refer to it' },
    samples: { help: 'remove every template that was installed with sample data' },
    ...REMOVING_ALL,
    ...WRITING,
    ...READING,
  },
  examples: [
    'compass remove bakery client.xlsx -o client-without.xlsx',
    'compass remove --samples client.xlsx -o client-own.xlsx',
    'compass remove --all client.xlsx --keep-log -o client-without.xlsx',
  ],
  run: remove,
};

async function remove(args: Args, io: Io): Promise<number> {
  if (args.flag('all')) return removeAll(args, io);
  if (args.flag('samples')) return removeAllSamples(args, io);
  const [template, file] = templateAndFile(args.words, removeCommand.usage);
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read([], placesToRemove(await read()));
    const removal = removeTemplate(snapshot, template, templates);
    askFirst([...removal.changed, ...removal.referring], template.name, args);
    return { edits: removal.edits, said: path => saidOf(path, template, removal) };
  });
}

async function removeAllSamples(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, 'remove --samples FILE.xlsx -o OUT.xlsx');
  return changeWorkbook(file, args, io, async read => {
    const removal = removeSamples(await read([], placesToRemove(await read())), templates);
    if (removal.templates.length === 0)
      throw new UsageError(`${file} has no template that was installed with sample data.`);
    askFirst(removal.found, listed(removal.templates), args);
    const said = (path: string) => [
      `${path}: the sample data of ${listed(removal.templates)} was removed. Sheets removed: ${removal.sheets.join(', ')}.`,
      ...removal.stays,
      ...removal.found.map(({ message }) => message),
    ];
    return { edits: removal.edits, said };
  });
}

/** Refuses to remove what somebody should look at first, unless they have said that they did. */
function askFirst(found: Remark[], name: string, args: Args): void {
  if (found.length === 0 || args.flag('anyway') || args.flag('dry-run')) return;
  const messages = found.map(({ message }) => message).join(' ');
  throw new UsageError(`${messages} Add --anyway to remove ${name} all the same.`);
}

function saidOf(path: string, template: Template, { sheets, stays, changed, referring }: Removal): string[] {
  return [
    `${path}: ${template.name} was removed. Sheets removed: ${sheets.join(', ')}.`,
    ...stays,
    ...[...changed, ...referring].map(({ message }) => message),
  ];
}
