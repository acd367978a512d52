import { LAST_SERIAL } from '../../cells/serial';
import { type Cell, type Grid, isBlank } from '../../cells/value';
import { falseAlarmsEach } from '../../review/kpi/falseAlarms';
import { type Judged, judge, judgedPeriods } from '../../review/kpi/judged';
import { kpiVerdict } from '../../review/kpi/kpiVerdict';
import { variationInBrief } from '../../review/words/verdicts';
import { readSheets } from '../../workbook/register/readSheets';
import { DATA, KPIS, LOG } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { CellError } from '../cellError';
import type { CellFunction } from '../definition';
import { lastDayOf } from '../inTime';

/** The first of each month from July 2025 on. */
const MONTHS = [45_839, 45_870, 45_901, 45_931, 45_962, 45_992, 46_023, 46_054, 46_082, 46_113, 46_143, 46_174];

/** What the review says, in cells. */
export const verdicts: CellFunction[] = [
  {
    name: 'KPI_VERDICTS',
    family: 'drift',
    summary:
      'The review’s verdict on every tracked KPI, one row each: worse, better or steady, since when, normal range, score.',
    question: 'Which of my KPIs has changed, and which misses its target?',
    shape: 'table',
    parameters: [
      {
        name: 'kpis',
        type: 'any',
        description: "the sheet Compass KPIs with its headers, as 'Compass KPIs'!A1:R60",
        takes: 'table',
      },
      {
        name: 'data',
        type: 'any',
        description: 'the sheet Compass Data with its headers, one column per KPI',
        takes: 'table',
      },
      {
        name: 'log',
        type: 'any',
        description:
          'the sheet Compass Log with its headers: a level accepted in a review is the normal one from then on',
        optional: true,
        takes: 'table',
      },
      {
        name: 'until',
        type: 'any',
        description: 'the last period to judge, by its date or name, such as Nov 2025; later figures are left out',
        optional: true,
        takes: 'one',
      },
    ],
    result: {
      type: 'any',
      unit: 'one row per KPI: its name, its verdict, since when, its normal range in its own unit, its score from 0 to 100, and the share of its target that it reaches',
      columns: [
        { name: 'KPI' },
        { name: 'verdict' },
        { name: 'since' },
        { name: 'low', format: '#,##0.00' },
        { name: 'high', format: '#,##0.00' },
        { name: 'score', format: '0' },
        { name: 'of target', format: '0%' },
      ],
    },
    examples: [
      {
        title: 'A bakery that sold about 100 boxes a month, and since March about 70.',
        arguments: [
          [
            ['KPI', 'Better', 'Target'],
            ['Boxes', 'higher', 100],
          ],
          [
            ['Period', 'Boxes'],
            ...[100, 102, 98, 101, 99, 100, 103, 97, 70, 72, 69, 71].map((boxes, i) => [MONTHS[i]!, boxes]),
          ],
        ],
        result: [['Boxes', 'worse', 'Mar 2026', 98.5 - 3.145 * 3, 98.5 + 3.145 * 3, 71, 0.71]],
        origin:
          'by hand: March is the first of four figures beyond 98.5 ± 3.145 × 3, median and median moving range, since mean limits do not hold them; 71 of 100',
      },
      {
        title: 'A software subscription whose churn rose in January; in April the owners accepted the new level.',
        arguments: [
          [
            ['KPI', 'Better', 'Target'],
            ['Churn', 'lower', 0.03],
          ],
          [
            ['Period', 'Churn'],
            ...[0.031, 0.029, 0.03, 0.032, 0.028, 0.03, 0.048, 0.05, 0.049, 0.051, 0.05, 0.048].map((churn, i) => [
              MONTHS[i]!,
              churn,
            ]),
          ],
          [
            ['Date', 'Kind', 'Period', 'KPI'],
            [46_113, 'level', MONTHS[6]!, 'Churn'],
          ],
        ],
        result: [['Churn', 'steady', '', 0.296 / 6 - 2.66 * 0.0016, 0.296 / 6 + 2.66 * 0.0016, 40, 0.4]],
        origin:
          'by hand: since January mean 0.296 / 6 and mean moving range 0.0016; 4.8% is 1.6 times the target, and 2 − 1.6 = 0.4',
      },
    ],
    source: 'the review’s own verdicts: docs/drift.md',
    synonyms: ['dashboard', 'all KPIs', 'scorecard', 'status', 'traffic lights', 'overview'],
    mistakes: [
      'Use until to leave out a month that is not over: half a month of sales is not a bad month.',
      'Give whole sheets with their headers, not the figures alone; blank rows below them do no harm.',
    ],
    ordered: true,
    calculate: (kpis: Grid, data: Grid, log: Grid | null, until: Cell): Grid => {
      const workbook = workbookOf(kpis, data, log, lastDayOf(until, 'until'));
      if (kpis.every(line => line.every(isBlank))) throw new CellError('#N/A', 'KPI_VERDICTS finds no KPI in kpis.');
      refuseWithoutHeaders(workbook);
      const register = readSheets(workbook);
      const problem = register.problems.find(({ severity }) => severity === 'error')?.message;
      if (register.kpis.length + register.paused.length === 0)
        throw new CellError('#N/A', problem ?? 'KPI_VERDICTS finds no KPI in kpis.');
      const periods = judgedPeriods(register);
      const paused = register.paused.map(({ name }): Cell[] => [name, 'paused', '', '', '', '', '']);
      const falseAlarms = falseAlarmsEach(register);
      return [
        ...register.kpis.map(kpi => row(judge(kpi, periods, register, falseAlarms), register.strategy.cadence)),
        ...paused,
      ];
    },
  },
];

function row(judged: Judged, period: string): Cell[] {
  const { kpi, periods, values } = judged;
  const { variation, notJudged, onset, normal, attainment, overDelivery } = kpiVerdict(judged);
  return [
    kpi.name,
    variationInBrief({ variation, notJudged, values, step: period }),
    onset === null ? '' : periods[onset]!.label,
    normal?.low ?? '',
    normal?.high ?? '',
    attainment === null ? '' : 100 * attainment,
    overDelivery ?? attainment ?? '',
  ];
}

/** The ranges as the workbook that they are of; without a last day every figure counts. */
function workbookOf(kpis: Grid, data: Grid, log: Grid | null, until: number | null): Snapshot {
  return {
    today: until === null ? LAST_SERIAL : until + 1,
    locale: 'en',
    sheets: [
      { name: KPIS.name, values: kpis },
      { name: DATA.name, values: data },
      ...(log ? [{ name: LOG.name, values: log }] : []),
    ],
  };
}

/** A range that is not the sheet which it should be; empty ones hold nothing to judge. */
function refuseWithoutHeaders(workbook: Snapshot): void {
  const wanted = [
    { parameter: 'kpis', sheet: KPIS.name, header: 'KPI' },
    { parameter: 'data', sheet: DATA.name, header: 'Period' },
    { parameter: 'log', sheet: LOG.name, header: 'Kind' },
  ];
  for (const { parameter, sheet, header } of wanted) {
    const view = viewSheet(workbook, sheet);
    if (!view || view.rows === 0 || findTable(view, [header], [])) continue;
    const advice = `give the sheet ${sheet} with its headers.`;
    throw new CellError('#VALUE!', `${parameter}: there is no header ${header}; ${advice}`);
  }
}
