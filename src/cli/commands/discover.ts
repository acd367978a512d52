import { cellAt, parseRange, printRange } from '../../cells/address';
import { counted } from '../../cells/english';
import {
  type Discovery,
  discover,
  type Finding,
  type GuessedField,
  periodsInWords,
  unreadCellsInWords,
} from '../../discover';
import { readSnapshot } from '../../hosts/file/read';
import { sheetNames } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import type { Args, Command } from '../command';
import { readWorkbookFile } from '../files';
import type { Io } from '../io';
import { columns, painted, wrapped } from '../text';
import { onlyFile, READING, type ReadingOptions, readingOptions } from '../workbookOptions';
import { about } from './explain';

export const discoverCommand: Command = {
  name: 'discover',
  summary: 'list the figures in a workbook that can be tracked',
  usage: 'discover FILE.xlsx|FILE.csv [--sheet S] [--json]',
  details: [
    'Finds every series of figures with periods beside it, in columns or rows, and says what would be made of it: unit, direction, business function, how figures are combined, target. What is a guess has a question mark. Nothing is written.',
    'compass track FILE.xlsx --all tracks what is found. A .csv or .tsv file, such as a report of a bookkeeping program, is read as a workbook of one sheet.',
    'With --json: a list of { sheet, name, values, periods, cadence, count, first, last, figures, look, unit, better, function, measure, combine, target, targets, unread, guessed, … }; what could not be read goes to the error output.',
  ],
  options: {
    sheet: { value: 'NAME', help: 'look at this sheet only' },
    json: { help: 'print what was found as JSON' },
    ...READING,
  },
  examples: [
    'compass discover bakery.xlsx',
    'compass discover "Profit and Loss.csv"',
    'compass discover client.xlsx --sheet Overview --json',
  ],
  run: discoverFile,
};

async function discoverFile(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, discoverCommand.usage);
  const reading = readingOptions(args, io);
  const bytes = await about(file, () => readWorkbookFile(file, reading.locale));
  const snapshot = await about(file, () => wholeWorkbook(bytes, reading));
  const sheet = args.text('sheet');
  const found = discover(snapshot, { ...(sheet !== undefined && { sheet }) });
  if (args.flag('json')) {
    io.out(JSON.stringify(found.findings.map(asJson), null, 2));
    for (const line of unreadText(found)) io.err(line);
  } else io.out(discoveryText(file, found, io));
  return 0;
}

/** Every sheet of a file, read whole. */
async function wholeWorkbook(bytes: Uint8Array, reading: ReadingOptions): Promise<Snapshot> {
  const names = sheetNames(await readSnapshot(bytes, reading));
  return readSnapshot(bytes, { ...reading, further: names.map(sheet => ({ sheet })) });
}

/** A finding with its cells as the command line takes them. */
function asJson({ values, periods, targets, targetPeriods, unread, ...rest }: Finding) {
  return {
    ...rest,
    values: spelled(values),
    periods: spelled(periods),
    targets: targets && spelled(targets),
    unread: unread.map(({ sheet, row, column, text }) => ({ cell: printRange(cellAt(row, column, sheet)), text })),
    ...(targetPeriods && { targetPeriods: spelled(targetPeriods) }),
  };
}

function spelled({ sheet, range }: { sheet: string; range: string }): string {
  return printRange({ ...parseRange(range), sheet });
}

function discoveryText(file: string, found: Discovery, io: Io): string {
  const { findings } = found;
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const [all, guesses] = [counted(findings.length, 'series', 'series'), '? marks a guess'];
  return [
    `${file}: ${all} found${findings.length > 0 ? ` on ${counted(sheets.length, 'sheet')}; ${guesses}` : ''}.`,
    ...sheets.flatMap(sheet => [
      '',
      painted(sheet, 'bold', io.color),
      ...linesOf(
        findings.filter(each => each.sheet === sheet),
        io,
      ),
    ]),
    ...unreadText(found).flatMap(line => ['', wrapped(line, io.width, '  ', '')]),
  ].join('\n');
}

/** Each finding in two lines: what is there, and below it what would be made of it. */
function linesOf(findings: Finding[], io: Io): string[] {
  const heads = columns(
    findings.map(finding => {
      const { name, values, last, figures, guessed } = finding;
      const periods = `${periodsInWords(finding)} to ${last}${guessed.includes('cadence') ? '?' : ''}`;
      return [name, values.range, periods, sparkline(figures)];
    }),
    Number.POSITIVE_INFINITY,
  ).split('\n');
  return findings.flatMap((finding, index) => [heads[index]!, wrapped(made(finding), io.width, '      ', '    ')]);
}

/** What would be made of a finding, its guesses marked, and what is worth knowing of it. */
function made(finding: Finding): string {
  const { unit, better, combine, target, targets, measure, look, asText, trackedAs, dayOrder } = finding;
  const mark = (text: string, field: GuessedField) => (finding.guessed.includes(field) ? `${text}?` : text);
  const parts = [
    ...(look ? [lookText(look)] : []),
    mark(unit === '' ? 'no unit' : unit, 'unit'),
    mark(`${better} is better`, 'better'),
    mark(finding.function === '' ? 'no function' : finding.function, 'function'),
    mark(measure, 'measure'),
    mark(combine, 'combine'),
    ...(target === null ? [] : [`target ${mark(String(target), 'target')}`]),
    ...(targets ? [`targets in ${spelled(targets)}`] : []),
    ...(asText.length > 0 ? [`${counted(asText.length, 'cell')} stored as text (--convert)`] : []),
    ...(finding.unread.length > 0 ? [unreadCellsInWords(finding)] : []),
    ...(dayOrder ? [`dates read ${dayOrder} first? (else --day-order ${dayOrder === 'day' ? 'month' : 'day'})`] : []),
    ...(trackedAs === null ? [] : [`tracked already as ${trackedAs}`]),
  ];
  return parts.join(', ');
}

function lookText({ verdict, since }: NonNullable<Finding['look']>): string {
  const words = {
    steady: 'steady',
    worse: 'worse',
    better: 'improved',
    changed: 'changed',
    'too early to tell': 'not yet known',
  };
  return since === null ? words[verdict] : `${words[verdict]} since ${since}`;
}

const BARS = '▁▂▃▄▅▆▇█';

/** The newest twelve figures as bars. */
function sparkline(figures: readonly (number | null)[]): string {
  const shown = figures.slice(-12);
  const known = shown.flatMap(figure => figure ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const bar = (figure: number) =>
    BARS[most === least ? 3 : Math.round(((figure - least) / (most - least)) * (BARS.length - 1))]!;
  return shown.map(figure => (figure === null ? ' ' : bar(figure))).join('');
}

function unreadText({ unreadable, sampled }: Discovery): string[] {
  return [
    ...unreadable.map(({ place, saw, help }) => `${spelled(place)}: ${saw} ${help}`),
    ...sampled.map(
      ({ sheet, rows, columns: wide }) =>
        `${sheet} is large: new tables were looked for in its first ${rows} rows and ${wide} columns; those found were followed to their end.`,
    ),
  ];
}
