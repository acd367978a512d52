import { columnName } from '../../cells/address';
import { counted } from '../../cells/english';
import { conversionEdits, discover, type Finding, farOff, planFindings, trackRequests } from '../../discover';
import { setTargets, type TargetProposal, targetProposals } from '../../review/kpi/targetProposals';
import { review } from '../../review/review';
import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import { BETTER, COMBINE, GAPS, MEASURES } from '../../workbook/sheets/measures';
import { didYouMean, sameName } from '../../workbook/sheets/names';
import { sheetNames } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { placesOf } from '../../workbook/sources/edges';
import { TrackError } from '../../workbook/sources/trackError';
import { planTrack } from '../../workbook/track/track';
import type { TrackPreview } from '../../workbook/track/trackedFigures';
import { placesToTrack, type TrackRequest } from '../../workbook/track/trackRequest';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { needed, placeOf, readNumber, readWord, UsageError } from '../usage';
import { onlyFile, READING, WRITING } from '../workbookOptions';

/** How often a workbook is reviewed. */
const CADENCES = ['week', 'month', 'quarter'] as const;

export const trackCommand: Command = {
  name: 'track',
  summary: 'track existing figures as a KPI',
  usage: 'track FILE.xlsx --kpi NAME --values SHEET!RANGE -o OUT.xlsx',
  details: [
    'Adds any Compass sheets that are missing, a row for the KPI, and a column of formulas that point at the figures. Nothing already in the workbook is changed.',
    'A .csv or .tsv file becomes a workbook with one sheet, named like the file: compass track sales.csv --all -o sales.xlsx.',
    'With --all: tracks every series that compass discover finds, in one go. Those that can’t be tracked are named with the reason.',
  ],
  options: {
    all: { help: 'track every series that is found in the workbook' },
    sheet: { value: 'NAME', help: 'with --all: those of this sheet only' },
    only: { value: 'NAMES', help: 'with --all: those of these names only, like "Tickets, Waste"' },
    targets: {
      help: 'with --all: set a target from its own past for each KPI that has none, one for each period where it has a season',
    },
    convert: { help: 'with --all: first turn numbers and dates stored as text into real ones, in place' },
    kpi: { value: 'NAME', help: 'what the KPI is called' },
    values: { value: 'SHEET!RANGE', help: 'its figures: one column or row, or a whole column of a ledger' },
    periods: { value: 'SHEET!RANGE', help: 'the dates of the figures; by default those beside them' },
    function: { value: 'NAME', help: 'the business function: Marketing, Sales, Operations …' },
    goal: { value: 'NAME', help: 'the goal that it serves' },
    better: { value: 'WORD', help: `${BETTER.join(', ')} (higher by default)` },
    target: {
      value: 'NUMBER',
      help: 'its target, like 420 or 35%; or the cells of a target for each period: Budget!B4:M4',
    },
    'target-periods': { value: 'SHEET!RANGE', help: 'the dates of those targets; by default those beside them' },
    low: { value: 'NUMBER', help: 'lower end of the acceptable range' },
    high: { value: 'NUMBER', help: 'upper end of the acceptable range' },
    floor: { value: 'NUMBER', help: 'the figure that scores 0' },
    weight: { value: 'NUMBER', help: 'weight within its function, 1 by default' },
    unit: { value: 'TEXT', help: 'the unit: tickets, days, €' },
    measure: { value: 'WORD', help: `what it measures: ${MEASURES.join(', ')}` },
    cadence: { value: 'WORD', help: `how often a new register is reviewed: ${CADENCES.join(', ')}` },
    'day-order': { value: 'WORD', help: 'which comes first in dates like 3/4/2026: day or month' },
    year: { value: 'YEAR', help: 'the year of the first month, where months are written without one' },
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
    'compass track client.xlsx --all --only "Revenue, Complaints" -o tracked.xlsx',
    'compass track client.xlsx --all --targets -o tracked.xlsx',
  ],
  run: trackFile,
};

async function trackFile(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, trackCommand.usage);
  if (args.flag('all')) return trackAll(file, args, io);
  if (args.flag('targets')) throw new UsageError('--targets goes with --all.');
  const request = requestOf(args);
  return changeWorkbook(file, args, io, async read => {
    const snapshot = await read(placesOf(placesToTrack(request)));
    const { edits, preview } = planTrack(snapshot, request);
    return { edits, said: path => saidOf(path, request.kpi, preview) };
  });
}

/** Options that choose one KPI: with --all each series has its own. */
const ONE_ONLY = [
  'kpi',
  'values',
  'periods',
  'target',
  'target-periods',
  'low',
  'high',
  'floor',
  'unit',
  'measure',
  'better',
  'year',
];

async function trackAll(file: string, args: Args, io: Io): Promise<number> {
  const wrong = ONE_ONLY.find(option => args.text(option) !== undefined);
  if (wrong !== undefined) throw new UsageError(`--${wrong} is for one KPI; leave it out with --all.`);
  return changeWorkbook(file, args, io, async read => {
    const sheets = sheetNames(await read()).map(sheet => ({ sheet }));
    const snapshot = await read([], sheets);
    const sheet = args.text('sheet');
    if (sheet !== undefined && !sheets.some(other => sameName(other.sheet, sheet)))
      throw new UsageError(`--sheet: the workbook has no sheet '${sheet}'.`);
    const { findings } = discover(snapshot, { looks: false, ...(sheet !== undefined && { sheet }) });
    const wanted = chosenOf(findings, args.text('only'));
    const dayOrder = readWord('day-order', args.text('day-order'), ['day', 'month'] as const);
    const cadence = readWord('cadence', args.text('cadence'), CADENCES);
    const requests = trackRequests(wanted, snapshot).map(request => ({
      ...request,
      ...(dayOrder && request.dayOrder && { dayOrder }),
      ...(cadence && { cadence }),
      ...(args.text('function') !== undefined && { function: args.text('function') }),
      ...(args.text('goal') !== undefined && { goal: args.text('goal') }),
    }));
    const before = args.flag('convert') ? conversionEdits(wanted) : [];
    const { edits, tracked, left } = planFindings(snapshot, requests, before);
    const why = left.map(({ request, why }) => `${request.kpi} is not tracked: ${why}`);
    if (tracked.length === 0) throw new TrackError(['Nothing was found that can be tracked.', ...why].join(' '));
    const names = tracked.map(({ request }) => request.kpi);
    const { proposals, ...targeted } = withTargets(snapshot, edits, names, args.flag('targets'));
    const doubted = before.length === 0 ? [] : wanted.flatMap(doubtsOf);
    const untaken = tracked.flatMap(({ preview }) =>
      preview.notes.filter(note => note.startsWith('The targets beside')),
    );
    const said = (path: string) => [
      `${path}: ${counted(tracked.length, 'KPI')} tracked: ${names.join(', ')}; reviewed every ${tracked[0]!.preview.cadence}.`,
      ...(before.length > 0
        ? [`${counted(before.length / 2, 'cell')} stored as text ${before.length === 2 ? 'was' : 'were'} converted.`]
        : []),
      ...targetsText(proposals, args.flag('targets')),
      ...why,
      ...untaken,
      ...doubted,
    ];
    return { edits: targeted.edits, said, notes: [...why, ...doubted] };
  });
}

/** Targets that the past of some KPIs justifies, and the edits with them where they are wanted. */
function withTargets(snapshot: Snapshot, edits: Edit[], kpis: string[], wanted: boolean) {
  const plan = planEdits(snapshot);
  plan.add(() => edits);
  const proposals = targetProposals(review(plan.now), plan.now).filter(({ kpi }) => kpis.includes(kpi));
  if (!wanted) return { proposals, edits };
  plan.add(now => setTargets(now, proposals));
  return { proposals, edits: plan.finish() };
}

function targetsText(proposals: TargetProposal[], areSet: boolean): string[] {
  if (proposals.length === 0)
    return areSet ? ['No target was set: no KPI without one has a past that justifies it.'] : [];
  if (!areSet) return [`--targets would set ${counted(proposals.length, 'target')} from their own past.`];
  return [
    `${counted(proposals.length, 'target')} set from their own past:`,
    ...proposals.map(({ kpi, says, why }) => `${kpi}: ${says}; ${why}`),
  ];
}

/** Texts that became numbers far from the others of their series. */
function doubtsOf(finding: Finding): string[] {
  return farOff(finding).map(({ sheet, row, column, before, after }) => {
    const cell = `${sheet} ${columnName(column)}${row + 1}`;
    return `${cell}: '${before}' was read as ${after}, far from the other figures of ${finding.name}; check it.`;
  });
}

/** The findings that are not tracked yet, or those of some names. */
function chosenOf(findings: Finding[], only: string | undefined): Finding[] {
  const free = findings.filter(({ trackedAs }) => trackedAs === null);
  if (only === undefined) return free;
  const names = only.split(',').map(name => name.trim());
  const unknown = names.find(name => !findings.some(finding => sameName(finding.name, name)));
  if (unknown !== undefined) {
    throw new UsageError(
      `--only: no series '${unknown}' was found${didYouMean(
        unknown,
        findings.map(({ name }) => name),
      )}.`,
    );
  }
  return free.filter(({ name }) => names.some(other => sameName(other, name)));
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
    ...targetOf(args),
    low: number('low'),
    high: number('high'),
    floor: number('floor'),
    weight: number('weight'),
    unit: args.text('unit'),
    measure: readWord('measure', args.text('measure'), MEASURES),
    combine: readWord('combine', args.text('combine'), COMBINE),
    gaps: readWord('gaps', args.text('gaps'), GAPS),
    cadence: readWord('cadence', args.text('cadence'), CADENCES),
    dayOrder: readWord('day-order', args.text('day-order'), ['day', 'month'] as const),
    year: number('year'),
  };
}

/** One target, or the cells of a target for each period. */
function targetOf(args: Args): Pick<TrackRequest, 'target' | 'targets' | 'targetPeriods'> {
  const text = args.text('target');
  const periods = args.text('target-periods');
  if (text === undefined || !/[:!]/.test(text)) {
    if (periods !== undefined) throw new UsageError('--target-periods goes with --target SHEET!RANGE.');
    return { target: readNumber('target', text) };
  }
  const targetPeriods = periods === undefined ? undefined : placeOf('target-periods', periods);
  return { targets: placeOf('target', text), ...(targetPeriods && { targetPeriods }) };
}

function saidOf(path: string, kpi: string, { source, cadence, count, newest, notes }: TrackPreview): string[] {
  const figures = `${count} figures, the newest for ${newest.label}`;
  return [`${path}: ${kpi} is tracked from ${source}, ${figures}; reviewed every ${cadence}.`, ...notes];
}
