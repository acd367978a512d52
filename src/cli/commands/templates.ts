import { templates } from '../../templates/catalogue';
import { typedInto } from '../../templates/schema/parts';
import { FUNCTION_TAGS, type Template, TRADES } from '../../templates/template';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { columns } from '../text';
import { readWord } from '../usage';

export const templatesCommand: Command = {
  name: 'templates',
  summary: 'list the templates that can be installed',
  usage: 'templates [--trade TRADE] [--about FUNCTION]',
  details: ['A template adds sheets to type figures into and the KPIs that read them; compass install installs one.'],
  options: {
    trade: { value: 'TRADE', help: `only those for a trade: ${TRADES.join(', ')}` },
    about: { value: 'FUNCTION', help: `only those about a business function: ${FUNCTION_TAGS.join(', ')}` },
  },
  examples: ['compass templates', 'compass templates --trade retail', 'compass templates --about finance'],
  run: listTemplates,
};

async function listTemplates(args: Args, io: Io): Promise<number> {
  const trade = readWord('trade', args.text('trade'), TRADES);
  const about = readWord('about', args.text('about'), FUNCTION_TAGS);
  const shown = templates.filter(
    ({ trades, functions }) => (!trade || trades.includes(trade)) && (!about || functions.includes(about)),
  );
  io.out(shown.length === 0 ? 'No template matches.' : columns(shown.flatMap(entry), io.width, ''));
  return 0;
}

function entry(template: Template): string[][] {
  const { id, name, summary, cadence, kpis, trades, functions, minutes } = template;
  const typed = template.sheets.flatMap(typedInto);
  return [
    [id, `${name}: ${summary}`],
    ['', `KPIs: ${kpis.map(kpi => kpi.name).join(', ')}.`],
    ['', `For ${trades.join(', ')}; ${functions.join(', ')}.`],
    ['', `To type each ${cadence}, about ${minutes} minutes: ${typed.join(', ')}.`],
  ];
}
