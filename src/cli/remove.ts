import { templates } from '../templates/catalogue';
import type { Template } from '../templates/template';
import { placesToRemove, type Removal, removeTemplate } from '../templates/upkeep/removeTemplate';
import { changeWorkbook } from './changeWorkbook';
import type { Args, Command } from './command';
import type { Io } from './io';
import { REMOVING_ALL, removeAll } from './removeAll';
import { templateAndFile } from './templateNamed';
import { UsageError } from './usage';
import { READING, WRITING } from './workbookOptions';

export const removeCommand: Command = {
  name: 'remove',
  summary: 'remove a template, or all of Strategic Compass, from a workbook',
  usage: 'remove TEMPLATE|--all FILE.xlsx -o OUT.xlsx',
  details: [
    'Removes the sheets and KPIs that the template made, and the Compass sheets with the last template; a Compass Log with entries is kept.',
    'If figures were typed since, or other cells refer to its sheets, it says so and writes nothing unless you add --anyway.',
    'With --all it removes everything that Strategic Compass made. Your cells that refer to its sheets or call its functions keep the values they show. A template sheet that you typed into is kept unless you add --anyway.',
  ],
  options: {
    anyway: { help: 'also what was typed since, and even if other cells refer to it' },
    ...REMOVING_ALL,
    ...WRITING,
    ...READING,
  },
  examples: [
    'compass remove bakery client.xlsx -o client-without.xlsx',
    'compass remove --all client.xlsx --keep-log -o client-without.xlsx',
  ],
  run: remove,
};

async function remove(args: Args, io: Io): Promise<number> {
  if (args.flag('all')) return removeAll(args, io);
  const [template, file] = templateAndFile(args.words, removeCommand.usage);
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read([], placesToRemove(await read()));
    const removal = removeTemplate(snapshot, template, templates);
    const found = [...removal.changed, ...removal.referring].map(({ message }) => message);
    if (found.length > 0 && !args.flag('anyway') && !args.flag('dry-run')) {
      throw new UsageError(`${found.join(' ')} Add --anyway to remove ${template.name} all the same.`);
    }
    return { edits: removal.edits, said: path => saidOf(path, template, removal) };
  });
}

function saidOf(path: string, template: Template, { sheets, stays, changed, referring }: Removal): string[] {
  return [
    `${path}: ${template.name} was removed. Sheets removed: ${sheets.join(', ')}.`,
    ...stays,
    ...[...changed, ...referring].map(({ message }) => message),
  ];
}
