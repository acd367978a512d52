import type { Template } from '../../templates/template';
import { placesToRemove } from '../../templates/upkeep/removeTemplate';
import { rollForward } from '../../templates/upkeep/rollForward';
import type { Unread } from '../../workbook/register';
import { readRegister } from '../../workbook/register/readRegister';
import { sameName } from '../../workbook/sheets/names';
import { addUnread } from '../../workbook/track/addUnread';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { templateNamed } from '../templateNamed';
import { readNumber, UsageError } from '../usage';
import { onlyFile, READING, WRITING } from '../workbookOptions';

export const extendCommand: Command = {
  name: 'extend',
  summary: 'add newly typed figures to tracked KPIs',
  usage: 'extend FILE.xlsx [--kpi NAME | --template NAME] -o OUT.xlsx',
  details: [
    'Looks past the end of each source for new periods and adds them to Compass Data. If there is nothing to add, no file is written.',
    'With --template it adds another year to an installed template; formulas, charts and KPIs follow.',
  ],
  options: {
    kpi: { value: 'NAME', help: 'this KPI only' },
    template: { value: 'NAME', help: 'make room for another year in this template' },
    periods: { value: 'NUMBER', help: 'with --template: this many periods instead of a year' },
    ...WRITING,
    ...READING,
  },
  examples: ['compass extend tracked.xlsx --in-place', 'compass extend client.xlsx --template bakery --in-place'],
  run: extendFile,
};

async function extendFile(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, extendCommand.usage);
  const kpi = args.text('kpi');
  const template = args.text('template');
  if (template !== undefined) return rollFileForward(file, templateNamed(template), args, io);
  return changeWorkbook(file, args, io, async read => {
    const { kpis } = readRegister(await read());
    if (kpi !== undefined && !kpis.some(({ name }) => sameName(name, kpi))) {
      throw new UsageError(
        `There is no KPI '${kpi}'; the workbook has ${kpis.map(({ name }) => name).join(', ') || 'none'}.`,
      );
    }
    // A file is written with its results, and the result of a sum is known once its whole source is.
    const sheets = new Set(kpis.flatMap(({ source }) => [source?.values.sheet, source?.periods.sheet]));
    const further = [...sheets].flatMap(sheet => (sheet === undefined ? [] : [{ sheet }]));
    const snapshot = await read(further);
    return { edits: addUnread(snapshot, kpi, true), said: path => saidOf(path, readRegister(snapshot).unread, kpi) };
  });
}

async function rollFileForward(file: string, template: Template, args: Args, io: Io): Promise<number> {
  const periods = readNumber('periods', args.text('periods'));
  if (args.text('kpi') !== undefined) throw new UsageError('Give either --kpi or --template, not both.');
  return changeWorkbook(file, args, io, async read => {
    const { edits, said } = rollForward(await read([], placesToRemove(await read())), template, periods);
    return { edits, said: path => said.map(text => `${path}: ${text}`) };
  });
}

function saidOf(path: string, unread: Unread[], kpi: string | undefined): string[] {
  const added = unread.filter(each => kpi === undefined || sameName(each.kpi, kpi));
  if (added.length === 0) return [`${path}: nothing to add; every period typed is already included.`];
  return added.map(each => `${path}: ${each.kpi}, ${each.periods} ${each.periods === 1 ? 'period' : 'periods'} added.`);
}
