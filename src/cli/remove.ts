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
  summary: 'take a template, or all of Strategic Compass, out of a workbook again',
  usage: 'remove TEMPLATE|--all FILE.xlsx -o OUT.xlsx',
  details: [
    'Takes out the sheets that the template made, its KPIs, and the Compass sheets with the last template; a Compass Log with rows stays.',
    'Where figures were typed since, or other cells read its sheets, it says so and writes nothing unless told --anyway.',
    'With --all everything goes that Strategic Compass made. Cells of yours that read its sheets or call its functions get the values that they show; a sheet of a template into which something was typed stays, unless told --anyway.',
  ],
  options: {
    anyway: { help: 'also what was typed since, and although other cells read it' },
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
      throw new UsageError(`${found.join(' ')} Add --anyway to take ${template.name} out all the same.`);
    }
    return { edits: removal.edits, said: path => saidOf(path, template, removal) };
  });
}

function saidOf(path: string, template: Template, { sheets, stays, changed, referring }: Removal): string[] {
  return [
    `${path}: ${template.name} is taken out. Sheets that went: ${sheets.join(', ')}.`,
    ...stays,
    ...[...changed, ...referring].map(({ message }) => message),
  ];
}
