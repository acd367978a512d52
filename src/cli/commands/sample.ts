import { FIRMS, type SampleFirm } from '../../samples/firms';
import { sampleEdits } from '../../samples/sampleEdits';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { columns } from '../text';
import { UsageError } from '../usage';
import { READING, WRITING } from '../workbookOptions';

const { 'in-place': _, ...NEW_FILE } = WRITING;

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'make the workbook of an invented firm, to look around in',
  usage: 'sample [FIRM -o OUT.xlsx]',
  details: [
    'Two years of invented figures, a review a month ago with what was decided in it, and today’s, which somebody has begun and left: open the workbook in Sheets, Excel or the page and go on with it. Without a name the firms are listed.',
  ],
  options: { ...NEW_FILE, ...READING },
  examples: ['compass sample', 'compass sample workshop -o workshop.xlsx'],
  run: sample,
};

async function sample(args: Args, io: Io): Promise<number> {
  const [name, ...others] = args.words;
  if (name === undefined) {
    io.out(
      columns(
        FIRMS.map(({ id, summary }) => [id, summary]),
        io.width,
        '',
      ),
    );
    return 0;
  }
  if (others.length > 0) throw new UsageError(`One firm is needed: compass ${sampleCommand.usage}`);
  const firm = firmNamed(name);
  return changeWorkbook(null, args, io, async read => ({
    edits: sampleEdits(firm, await read()),
    said: path => [`${path}: ${firm.name}. ${firm.summary}`],
  }));
}

function firmNamed(name: string): SampleFirm {
  const firm = FIRMS.find(({ id }) => id === name.toLowerCase());
  if (!firm) throw new UsageError(`There is no firm '${name}'; there are ${FIRMS.map(({ id }) => id).join(', ')}.`);
  return firm;
}
