import { templates } from '../templates/catalogue';
import type { Args, Command } from './command';
import type { Io } from './io';
import { columns } from './text';

export const templatesCommand: Command = {
  name: 'templates',
  summary: 'list the templates that can be installed',
  usage: 'templates',
  details: [
    'A template makes a sheet to type figures into and the KPIs that read it; compass install puts one into a workbook.',
  ],
  options: {},
  examples: ['compass templates'],
  run: listTemplates,
};

async function listTemplates(_: Args, io: Io): Promise<number> {
  const rows = templates.flatMap(({ id, name, summary, cadence, kpis, trades, functions, minutes }) => [
    [id, `${name}: ${summary}`],
    ['', `KPIs: ${kpis.map(kpi => kpi.name).join(', ')}.`],
    ['', `For ${trades.join(', ')}; ${functions.join(', ')}. To be typed each ${cadence}, ${minutes} minutes.`],
  ]);
  io.out(columns(rows, io.width, ''));
  return 0;
}
