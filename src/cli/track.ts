import { BETTER, COMBINE, GAPS, MEASURES } from '../workbook/sheets/measures';
import { placesOf } from '../workbook/sources/edges';
import { planTrack } from '../workbook/track/track';
import type { TrackPreview } from '../workbook/track/trackedFigures';
import { placesToTrack, type TrackRequest } from '../workbook/track/trackRequest';
import { changeWorkbook } from './changeWorkbook';
import type { Args, Command } from './command';
import type { Io } from './io';
import { needed, placeOf, readNumber, readWord } from './usage';
import { onlyFile, READING, WRITING } from './workbookOptions';

/** How often a workbook is reviewed. */
const CADENCES = ['week', 'month', 'quarter'] as const;

export const trackCommand: Command = {
  name: 'track',
  summary: 'track existing figures as a KPI',
  usage: 'track FILE.xlsx --kpi NAME --values SHEET!RANGE -o OUT.xlsx',
  details: [
    'Adds the Compass sheets that the workbook lacks, a row for the KPI, and a column of formulas that point at the figures. Nothing already in the workbook is changed.',
  ],
  options: {
    kpi: { value: 'NAME', help: 'what the KPI is called' },
    values: { value: 'SHEET!RANGE', help: 'its figures: one column or row, or a whole column of a ledger' },
    periods: { value: 'SHEET!RANGE', help: 'the dates of the figures; by default those beside them' },
    function: { value: 'NAME', help: 'the business function: Marketing, Sales, Operations …' },
    goal: { value: 'NAME', help: 'the goal that it serves' },
    better: { value: 'WORD', help: `${BETTER.join(', ')} (higher by default)` },
    target: { value: 'NUMBER', help: 'its target, like 420 or 35%' },
    low: { value: 'NUMBER', help: 'lower end of the range that is fine' },
    high: { value: 'NUMBER', help: 'upper end of the range that is fine' },
    floor: { value: 'NUMBER', help: 'what scores nothing' },
    weight: { value: 'NUMBER', help: 'weight within its function, 1 by default' },
    unit: { value: 'TEXT', help: 'the unit: tickets, days, €' },
    measure: { value: 'WORD', help: `what it measures: ${MEASURES.join(', ')}` },
    cadence: { value: 'WORD', help: `how often a new register is reviewed: ${CADENCES.join(', ')}` },
    combine: { value: 'WORD', help: `how to combine figures within a period: ${COMBINE.join(', ')}` },
    gaps: {
      value: 'WORD',
      help: 'what the sum of a ledger is in a period without lines: zero (by default) or unknown',
    },
    ...WRITING,
    ...READING,
  },
  examples: [
    'compass track bakery.xlsx --kpi Tickets --values Weekly!B4:B26 --function Sales --target 420 -o tracked.xlsx',
    "compass track shop.xlsx --kpi Returns --values 'Orders 2026'!F:F --periods 'Orders 2026'!A:A --better lower --in-place",
  ],
  run: trackFile,
};

async function trackFile(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, trackCommand.usage);
  const request = requestOf(args);
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read(placesOf(placesToTrack(request)));
    const { edits, preview } = planTrack(snapshot, request);
    return { edits, said: path => saidOf(path, request.kpi, preview) };
  });
}

function requestOf(args: Args): TrackRequest {
  const number = (option: string) => readNumber(option, args.text(option));
  const periods = args.text('periods');
  return {
    kpi: needed('kpi', args.text('kpi'), '--kpi Tickets'),
    values: placeOf('values', needed('values', args.text('values'), '--values Weekly!B4:B26')),
    ...(periods !== undefined && { periods: placeOf('periods', periods) }),
    function: args.text('function'),
    goal: args.text('goal'),
    better: readWord('better', args.text('better'), BETTER),
    target: number('target'),
    low: number('low'),
    high: number('high'),
    floor: number('floor'),
    weight: number('weight'),
    unit: args.text('unit'),
    measure: readWord('measure', args.text('measure'), MEASURES),
    combine: readWord('combine', args.text('combine'), COMBINE),
    gaps: readWord('gaps', args.text('gaps'), GAPS),
    cadence: readWord('cadence', args.text('cadence'), CADENCES),
  };
}

function saidOf(path: string, kpi: string, { source, cadence, count, newest, notes }: TrackPreview): string[] {
  const figures = `${count} figures, the newest for ${newest.label}`;
  return [`${path}: ${kpi} is tracked from ${source}, ${figures}; reviewed every ${cadence}.`, ...notes];
}
