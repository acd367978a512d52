import { placesOf } from '../../workbook/sources/edges';
import { linkAgain } from '../../workbook/track/linkAgain';
import { previewTrack } from '../../workbook/track/trackedFigures';
import { placesToTrack, type TrackedCells } from '../../workbook/track/trackRequest';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { needed, placeOf } from '../usage';
import { onlyFile, READING, WRITING } from '../workbookOptions';

export const linkCommand: Command = {
  name: 'link',
  summary: 'read a KPI from different cells',
  usage: 'link FILE.xlsx --kpi NAME --values SHEET!RANGE -o OUT.xlsx',
  details: [
    'For a KPI whose cells were deleted or whose figures have moved. Its name, target, decisions and history stay.',
    'A period that the new cells do not have keeps its figure, as a plain number.',
  ],
  options: {
    kpi: { value: 'NAME', help: 'the KPI' },
    values: {
      value: 'SHEET!RANGE',
      help: 'where its figures are now: one column or row, or a whole column of a ledger',
    },
    periods: { value: 'SHEET!RANGE', help: 'the dates of the figures; by default those beside them' },
    ...WRITING,
    ...READING,
  },
  examples: ['compass link tracked.xlsx --kpi Tickets --values Weekly!C4:C26 --in-place'],
  run: linkFile,
};

async function linkFile(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, linkCommand.usage);
  const kpi = needed('kpi', args.text('kpi'), '--kpi Tickets');
  const periods = args.text('periods');
  const cells: TrackedCells = {
    values: placeOf('values', needed('values', args.text('values'), '--values Weekly!B4:B26')),
    ...(periods !== undefined && { periods: placeOf('periods', periods) }),
  };
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read(placesOf(placesToTrack(cells)));
    const edits = linkAgain(snapshot, kpi, cells);
    const { source, count, notes } = previewTrack(snapshot, cells);
    return { edits, said: path => [`${path}: ${kpi} is read from ${source}, ${count} figures.`, ...notes] };
  });
}
