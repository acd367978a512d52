import { inCadence } from '../../templates/install/inCadence';
import { calendarFor, type InstallOptions, type Mapping } from '../../templates/install/layout';
import { type InstallPreview, planInstall } from '../../templates/install/planInstall';
import { checkMapping, type MappingProblem } from '../../templates/mapping/checkMapping';
import { inputsOf } from '../../templates/schema/parts';
import type { Template } from '../../templates/template';
import { readTables } from '../../workbook/register/readTracked';
import { placesOf } from '../../workbook/sources/edges';
import { TrackError } from '../../workbook/sources/trackError';
import { placesToTrack } from '../../workbook/track/trackRequest';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { templateNamed } from '../templateNamed';
import { placeOf, readNumber, readWord, UsageError } from '../usage';
import { READING, WRITING } from '../workbookOptions';

export const installCommand: Command = {
  name: 'install',
  summary: 'install a template in a workbook, or in a new one',
  usage: 'install TEMPLATE FILE.xlsx -o OUT.xlsx',
  details: [
    'Adds the template’s sheets, under names that no sheet has yet, and its goals, functions and KPIs. Nothing already in the workbook is changed. compass templates lists the templates.',
  ],
  options: {
    sample: { help: 'with sample figures, to look around' },
    empty: { help: 'with blank cells to type into (the default)' },
    map: {
      value: 'INPUT=SHEET!RANGE',
      multiple: true,
      help: 'cells that fill an input instead of typing; repeat for each input',
    },
    cadence: {
      value: 'WORD',
      help: 'how often figures are typed: week, month or quarter; a workbook that already has one keeps it',
    },
    periods: { value: 'NUMBER', help: 'how many periods the sheets have rows for' },
    currency: { value: 'SIGN', help: "the workbook's currency, if not set yet: €, USD" },
    'fiscal-year-start': { value: 'MONTH', help: 'the first month of the fiscal year, 1 to 12' },
    separate: { help: 'track KPIs beside existing ones of the same name instead of joining them' },
    new: { help: 'into a new workbook, without FILE.xlsx' },
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
  const chosen = templateNamed(name);
  const mapping = mappingOf(chosen, args.texts('map'));
  const options = { ...optionsOf(args), mapping };
  const further = Object.values(mapping).flatMap(cells => placesOf(placesToTrack(cells)));
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read(further);
    const template = inCadence(chosen, calendarFor(readTables(snapshot), chosen, snapshot, options).cadence);
    const found = checkMapping(chosen, snapshot, mapping, options);
    const said = (severity: MappingProblem['severity']) =>
      found.flatMap(one => (one.severity === severity ? one.message : []));
    if (said('error').length > 0) throw new TrackError(said('error').join(' '));
    if (args.flag('dry-run')) for (const note of said('note')) io.err(note);
    const answers = args.flag('separate')
      ? Object.fromEntries(template.kpis.map(kpi => [`kpi ${kpi.name}`, 'both']))
      : undefined;
    const { edits, preview } = planInstall(chosen, snapshot, { ...options, ...(answers && { answers }) });
    return { edits, said: path => [...saidOf(path, template, preview), ...unsaid(said('note'), preview)] };
  });
}

function optionsOf(args: Args): InstallOptions {
  const year = readNumber('fiscal-year-start', args.text('fiscal-year-start'));
  const periods = readNumber('periods', args.text('periods'));
  const cadence = readWord('cadence', args.text('cadence'), ['week', 'month', 'quarter'] as const);
  return {
    mode: modeOf(args),
    ...(cadence && { cadence }),
    ...(periods !== undefined && { periods }),
    ...(args.text('currency') !== undefined && { currency: args.text('currency') }),
    ...(year !== undefined && { fiscalYearStart: year }),
    ...(args.text('locale') !== undefined && { locale: args.text('locale') }),
  };
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

function modeOf(args: Args): InstallOptions['mode'] {
  if (args.flag('sample') && args.flag('empty')) throw new UsageError('Give either --sample or --empty, not both.');
  return args.flag('sample') ? 'sample' : 'empty';
}

/** Cells by the id of the input that they fill; an input is named by its id or by its header. */
function mappingOf(template: Template, texts: string[]): Mapping {
  const inputs = inputsOf(template).map(({ column }) => column);
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

/** Notes on a mapping that the installation does not give itself: ranges of different periods, the same cells twice. */
function unsaid(notes: string[], { notes: said }: InstallPreview): string[] {
  return notes.filter(note => !said.some(other => note.endsWith(other)));
}

function saidOf(path: string, template: Template, { sheets, kpis, joined, notes }: InstallPreview): string[] {
  const made = `${path}: ${template.name} is installed. New sheets: ${sheets.join(', ')}.`;
  const tracked = kpis.length > 0 ? [`KPIs: ${kpis.join(', ')}.`] : [];
  const shared =
    joined.length > 0 ? [`The workbook's own ${joined.join(', ')} ${joined.length === 1 ? 'is' : 'are'} kept.`] : [];
  return [made, ...tracked, ...shared, ...notes, ...template.sheets.map(({ name, note }) => `${name}: ${note}`)];
}
