import { templates } from '../templates/catalogue';
import { installTemplate } from '../templates/installTemplate';
import type { InstallOptions } from '../templates/layout';
import type { Template } from '../templates/template';
import { placesOf } from '../workbook/edges';
import type { Edit } from '../workbook/edit';
import { nearestName } from '../workbook/names';
import { placesToTrack } from '../workbook/trackRequest';
import { changeWorkbook } from './changeWorkbook';
import type { Args, Command } from './command';
import type { Io } from './io';
import { placeOf, UsageError } from './usage';
import { READING, WRITING } from './workbookOptions';

export const installCommand: Command = {
  name: 'install',
  summary: 'put a template into a workbook, or make a new workbook of it',
  usage: 'install TEMPLATE FILE.xlsx -o OUT.xlsx',
  details: [
    'Adds the sheets of the template under names that no sheet has, its goals, functions and KPIs. Nothing that stands in the workbook is changed. compass templates lists the templates.',
  ],
  options: {
    sample: { help: 'with the figures of a business as it might be, to look around' },
    empty: { help: 'with blank cells to type into (unless told otherwise)' },
    map: {
      value: 'INPUT=SHEET!RANGE',
      multiple: true,
      help: 'cells that fill an input instead of typing; once for each input',
    },
    new: { help: 'into a new workbook; no FILE.xlsx is given then' },
    ...WRITING,
    ...READING,
  },
  examples: [
    'compass install four-functions client.xlsx -o client-kpis.xlsx',
    'compass install four-functions --new --sample -o look.xlsx',
    'compass install four-functions client.xlsx --map "Orders placed=Orders!B2:B25" --dry-run',
  ],
  run: install,
};

async function install(args: Args, io: Io): Promise<number> {
  const [name, file] = wordsOf(args);
  const template = templateOf(name);
  const mode = modeOf(args);
  const mapping = mappingOf(template, args.texts('map'));
  const further = Object.values(mapping).flatMap(cells => placesOf(placesToTrack(cells)));
  return changeWorkbook(file, args, io, async read => {
    const edits = installTemplate(template, await read(further), { mode, mapping });
    return { edits, said: path => saidOf(path, template, edits) };
  });
}

/** The template and the file, null for a new one. */
function wordsOf(args: Args): [string, string | null] {
  const [name, file, ...others] = args.words;
  if (name === undefined) throw new UsageError(`A template is needed: compass ${installCommand.usage}`);
  if (args.flag('new') && file === undefined) return [name, null];
  if (args.flag('new')) throw new UsageError(`Give either --new or a file (${file}), not both.`);
  if (file === undefined || others.length > 0)
    throw new UsageError(`One file is needed: compass ${installCommand.usage}`);
  return [name, file];
}

function templateOf(name: string): Template {
  const found = templates.find(({ id, name: title }) =>
    [id, title].some(each => each.toLowerCase() === name.toLowerCase()),
  );
  if (found) return found;
  const ids = templates.map(({ id }) => id);
  const near = nearestName(name, ids);
  throw new UsageError(
    `There is no template '${name}'; ${near ? `did you mean ${near}?` : `there are ${ids.join(', ')}.`}`,
  );
}

function modeOf(args: Args): InstallOptions['mode'] {
  if (args.flag('sample') && args.flag('empty')) throw new UsageError('Give either --sample or --empty, not both.');
  return args.flag('sample') ? 'sample' : 'empty';
}

/** Cells by the id of the input that they fill; an input is named by its id or by its header. */
function mappingOf(template: Template, texts: string[]): NonNullable<InstallOptions['mapping']> {
  const inputs = template.sheets.flatMap(({ columns }) => columns.filter(({ formula }) => formula === undefined));
  return Object.fromEntries(
    texts.map(text => {
      const equals = text.indexOf('=');
      const name = text.slice(0, equals).trim();
      const input = inputs.find(({ id, header }) =>
        [id, header].some(each => each.toLowerCase() === name.toLowerCase()),
      );
      if (equals < 0)
        throw new UsageError(
          `--map: '${text}' has no equals sign; write it like "${inputs[0]!.header}=Orders!B2:B25".`,
        );
      if (!input)
        throw new UsageError(
          `--map: ${template.id} has no input '${name}'; it has ${inputs.map(({ header }) => header).join(', ')}.`,
        );
      return [input.id, { values: placeOf('map', text.slice(equals + 1).trim()) }];
    }),
  );
}

function saidOf(path: string, template: Template, edits: Edit[]): string[] {
  const sheets = edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet] : []));
  const made = `${path}: ${template.name} is installed. New sheets: ${sheets.join(', ')}.`;
  return [made, ...template.sheets.map(({ note }) => note)];
}
