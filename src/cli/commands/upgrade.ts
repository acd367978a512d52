import { placesToRemove } from '../../templates/upkeep/removeTemplate';
import { upgradeTemplate } from '../../templates/upkeep/upgradeTemplate';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { templateAndFile } from '../templateNamed';
import { READING, WRITING } from '../workbookOptions';

export const upgradeCommand: Command = {
  name: 'upgrade',
  summary: 'bring an installed template to its newest version',
  usage: 'upgrade TEMPLATE FILE.xlsx -o OUT.xlsx',
  details: ['Keeps every figure you typed and every formula you changed; --dry-run shows the differences first.'],
  options: { ...WRITING, ...READING },
  examples: ['compass upgrade bakery client.xlsx --dry-run', 'compass upgrade bakery client.xlsx --in-place'],
  run: upgrade,
};

async function upgrade(args: Args, io: Io): Promise<number> {
  const [template, file] = templateAndFile(args.words, upgradeCommand.usage);
  return changeWorkbook(file, args, io, async read => {
    const { edits, from, to, differences } = upgradeTemplate(await read([], placesToRemove(await read())), template);
    const made = edits.length > 0 ? [`${template.name}, version ${from}, is now version ${to}.`] : [];
    return { edits, said: path => [`${path}: ${[...made, ...differences].join(' ')}`] };
  });
}
