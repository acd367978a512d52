import { columnName } from '../../cells/address';
import { parseFormula } from '../../cells/parseFormula';
import type { Cadence } from '../../cells/period';
import type { Content } from '../../workbook/edit';
import type { CompassPlaces } from './compassPlaces';

/** How many KPIs, business functions and open actions it has rows for. */
export const KPI_ROWS = 24;
export const SIDE_ROWS = 8;
/** Log rows that are looked through for open actions. */
export const LOG_ROWS = 100;
/** Periods in a course. */
export const COURSE = 24;

/** 1-based rows. */
export const SCORE = 5;
export const SIDE = 8;
export const KPI_HEADER = SIDE + SIDE_ROWS + 3;
export const FIRST_KPI = KPI_HEADER + 1;

/** 0-based columns of the workings; those before are the page. */
export const WORK = {
  row: 12,
  better: 13,
  floor: 14,
  weight: 15,
  points: 16,
  newest: 17,
  values: 18,
  ranges: 18 + COURSE,
  sample: 65,
  action: 66,
  out: 67,
  verdicts: 68,
  missed: 76,
};
/** What `sample` holds: of a KPI of the owner's, of one of a sample. Nothing where the register has no such KPI. */
const [OWN, SAMPLE] = [1, 2];
/** What is above those columns of the workings. */
export const [SAMPLE_HEADER, OUT_HEADER, MISSED_HEADER] = ['Own 1, sample 2', 'Left out', 'Misses its target by'];
/** How many of the verdicts are looked through. */
const VERDICT_ROWS = 400;
export const VERDICTS = ['KPI', 'verdict', 'since', 'low', 'high', 'score', 'of target'] as const;
export const COLUMNS = [
  'KPI',
  'Business function',
  'Newest',
  'Target',
  'Reached',
  'Usual from',
  'Usual to',
  'Change',
  'Meets its target',
  'Course',
];
export const rows = <T>(count: number, make: (row: number) => T): T[] =>
  Array.from({ length: count }, (_, row) => make(row));
export const formula = (text: string): Content => ({ formula: parseFormula(text) });
export const at = (column: number, row: number) => `$${columnName(column)}$${row}`;
export const down = (column: number, row: number, count: number) => `${at(column, row)}:${at(column, row + count - 1)}`;
/** A number that another cell holds; some spreadsheets take a zero for an empty text. */
export const numberOr = (cell: string, otherwise: string) => `IF(ISNUMBER(${cell}),${cell},${otherwise})`;
export const blankOr = (cell: string) => `IF(${cell}="","",${cell})`;

/**
 * A KPI's row of the page.
 *
 * @param functions  whether its cells can call the add-in's functions
 * @param cadence    of the workbook: "not yet known: 3 more months"
 */
export function kpiRow(places: CompassPlaces, index: number, functions: boolean, cadence: Cadence): Content[] {
  const row = FIRST_KPI + index;
  const c = (column: number) => at(column, row);
  const [name, newest, target, from, to] = [c(0), c(2), c(3), c(5), c(6)];
  const [better, floor] = [c(WORK.better), c(WORK.floor)];
  const [low, high] = [attribute(places, row, 'Low'), attribute(places, row, 'High')];
  const header = places.data(index).header;
  const value = (back: number) => c(WORK.values + COURSE - 1 - back);
  const span = (first: number, last: number) => `${c(first)}:${c(last)}`;
  // Limits come from the periods before the one that is judged.
  const past = span(WORK.values, WORK.values + COURSE - 2);
  const ranges = span(WORK.ranges, WORK.ranges + COURSE - 3);
  // A level that has moved lies beyond its own limits; the median form is that of the level before, which it can't widen.
  const mean = (sign: string) => `AVERAGE(${past})${sign}2.66*AVERAGE(${ranges})`;
  const moved = `AND(MEDIAN(${ranges})>0,OR(MAX(${past})>${mean('+')},MIN(${past})<${mean('-')}))`;
  const limit = (sign: string) =>
    `IF(OR(COUNT(${past})<6,COUNT(${ranges})=0),"",` +
    `IF(${moved},MEDIAN(${past})${sign}3.145*MEDIAN(${ranges}),${mean(sign)}))`;
  const eight = span(WORK.values + COURSE - 8, WORK.values + COURSE - 1);
  const centre = `AVERAGE(${from},${to})`;
  const up = `OR(${newest}>${to},AND(COUNT(${eight})=8,MIN(${eight})>${centre}))`;
  const downward = `OR(${newest}<${from},AND(COUNT(${eight})=8,MAX(${eight})<${centre}))`;
  const [good, bad] = [`IF(${better}="lower","worse","better")`, `IF(${better}="lower","better","worse")`];
  const inBand = `IF(AND(${newest}>=${low},${newest}<=${high}),"better","worse")`;
  const change =
    `IF(${better}="in range",IF(OR(${up},${downward}),${inBand},"steady"),` +
    `IF(${up},${good},IF(${downward},${bad},"steady")))`;
  // Limits need six figures before the one that is judged.
  const figures = `COUNT(${span(WORK.values, WORK.values + COURSE - 1)})`;
  const missing = `IF(${figures}<7,": "&(7-${figures})&IF(${figures}=6," more ${cadence}"," more ${cadence}s"),"")`;
  const plain = `IF(COUNT(${newest},${from})<2,"not yet known"&${missing},${change})`;
  // Not every spreadsheet tells a score of 0 from none by comparing it with an empty text.
  const score = `IF(ISNUMBER(${verdict(row, 'of target')}),${verdict(row, 'of target')},"")`;
  const since = `IF(${verdict(row, 'since')}="",""," since "&${verdict(row, 'since')})`;
  // Plain limits are those of the periods before: what a level that has just moved will do they do not know.
  const rests = `AND(ISNUMBER(${from}),${c(7)}="steady")`;
  const known = functions ? `IF(ISNUMBER(${verdictRow(row)}),ISNUMBER(${from}),${rests})` : rests;
  const meets = (always: string, never: string) =>
    `IF(${known},IF(${always},"always meets it",IF(${never},"always misses it","hit or miss")),"not yet known")`;
  const assurance =
    `IF(${better}="in range",${meets(`AND(${from}>=${low},${to}<=${high})`, `OR(${to}<${low},${from}>${high})`)},` +
    `IF(${better}="lower",${meets(`${to}<=${target}`, `${from}>${target}`)},${meets(`${from}>=${target}`, `${to}<${target}`)}))`;
  // A band is a text, in plain figures: a rate without a unit in per cent.
  const percent = (rate: string) => `ROUND(100*${rate},2)&"%"`;
  const isRate = `AND(${attribute(places, row, 'Unit')}="",${low}>=-1,${high}<=1)`;
  const band = `IF(COUNT(${low},${high})<2,"",IF(${isRate},${percent(low)}&" to "&${percent(high)},${low}&" to "&${high}))`;
  // Up to the target by the way from the floor; beyond it by how much more than the target was delivered, as the review has it.
  const beyond = (gap: string) => `IF(${target}=0,1,1+(${gap})/ABS(${target}))`;
  const part = (gap: string, share: string) => `IF(${gap}>0,${beyond(gap)},MAX(0,MIN(1,${share})))`;
  const reached =
    `IF(${better}="in range",IF(COUNT(${low},${high})<2,"",MAX(0,1-MAX(0,${low}-${newest},${newest}-${high})/(${high}-${low}))),` +
    `IF(COUNT(${target},${floor})<2,"",IF(${target}=${floor},"",IF(${better}="lower",` +
    `${part(`${target}-${newest}`, `(${floor}-${newest})/(${floor}-${target})`)},` +
    `${part(`${newest}-${target}`, `(${newest}-${floor})/(${target}-${floor})`)}))))`;
  const unlessOut = (otherwise: string, text: string) => `IF(${c(WORK.out)}<>"",${otherwise},${text})`;
  const score100 = functions ? `IF(ISNUMBER(${verdictRow(row)}),${score},${reached})` : reached;
  const verdictOrPlain = functions ? `IFERROR(${verdict(row, 'verdict')}&${since},${plain})` : plain;
  return [
    formula(blankOr(header)),
    formula(`IF(${c(WORK.row)}=0,"",${blankOr(attribute(places, row, 'Business function'))})`),
    // A figure that is one period old still counts; an older one is stale.
    formula(`IF(ISNUMBER(${value(0)}),${value(0)},${value(1)})`),
    formula(
      `IF(${c(WORK.row)}=0,"",IF(${better}="in range",${band},${numberOr(attribute(places, row, 'Target'), '""')}))`,
    ),
    formula(`IF(OR(NOT(ISNUMBER(${newest})),${c(WORK.row)}=0),"",${unlessOut('""', score100)})`),
    formula(functions ? said(row, 'low', limit('-')) : limit('-')),
    formula(functions ? said(row, 'high', limit('+')) : limit('+')),
    formula(`IF(${name}="","",${unlessOut(c(WORK.out), verdictOrPlain)})`),
    formula(
      `IF(OR(${name}="",NOT(ISNUMBER(${newest}))),"",${unlessOut('""', `IF(${better}="in range",IF(COUNT(${low},${high})<2,"",${assurance}),IF(ISNUMBER(${target}),${assurance},""))`)})`,
    ),
  ];
}

/**
 * The review's verdict on every KPI: one call, whose result runs down and across the workings, and above it what is in its
 * columns, which also makes room for them. Closed periods only, as the review has them.
 */
export function verdictRows({ whole }: CompassPlaces): Content[][] {
  const call = formula(`IFERROR(KPI_VERDICTS(${whole.kpis},${whole.data},${whole.log},TODAY()-1),"")`);
  return [[...VERDICTS], [call]];
}

/** What the review says of the KPI in a row of the page, or, where the add-in is gone, what plain formulas can tell. */
function said(row: number, what: (typeof VERDICTS)[number], plain: string): string {
  // A row without a KPI would be found among blanks.
  return `IF(${at(0, row)}="","",IFERROR(${verdict(row, what)},${plain}))`;
}

function verdict(row: number, what: (typeof VERDICTS)[number]): string {
  return `INDEX(${verdictColumn(VERDICTS.indexOf(what))},${verdictRow(row)})`;
}

function verdictRow(row: number): string {
  return `MATCH(${at(0, row)},${verdictColumn(0)},0)`;
}

function verdictColumn(of: number): string {
  return down(WORK.verdicts + of, FIRST_KPI, VERDICT_ROWS);
}

/** What `Compass KPIs` says of the KPI in a row of the page. */
function attribute({ kpis }: CompassPlaces, row: number, header: string): string {
  return `INDEX(${kpis.column(header)},${at(WORK.row, row)})`;
}

/**
 * Why a KPI is left out of score and lists, if it is: "paused", or "sample" where the workbook has KPIs of its own with
 * figures. As the review leaves them out.
 */
export function outCell({ kpis }: CompassPlaces, index: number): Content {
  const row = FIRST_KPI + index;
  const c = (column: number) => at(column, row);
  const since = kpis.optional('Paused since', c(WORK.row));
  const paused = `IFERROR(IF(ISNUMBER(${since}),${since}<=TODAY(),FALSE),FALSE)`;
  const own = `COUNTIFS(${down(WORK.newest, FIRST_KPI, KPI_ROWS)},">0",${down(WORK.sample, FIRST_KPI, KPI_ROWS)},${OWN})`;
  return formula(
    `IF(${c(WORK.row)}=0,"",IF(AND(${c(WORK.sample)}=${SAMPLE},${own}>0),"sample",IF(${paused},"paused","")))`,
  );
}

/**
 * By what share of its target, or of the nearer end of its band, a KPI misses it: 0 where it is met, blank where it is not
 * scored, −1 where the target is 0 and there is no share of it.
 */
export function missedCell(places: CompassPlaces, index: number): Content {
  const row = FIRST_KPI + index;
  const c = (column: number) => at(column, row);
  const [newest, target, reached, better] = [c(2), c(3), c(4), c(WORK.better)];
  const [low, high] = [attribute(places, row, 'Low'), attribute(places, row, 'High')];
  const outside = `MAX(${low}-${newest},${newest}-${high})/ABS(IF(${newest}<${low},${low},${high}))`;
  const missed = `IF(${better}="in range",${outside},IF(${better}="lower",${newest}-${target},${target}-${newest})/ABS(${target}))`;
  return formula(`IF(ISNUMBER(${reached}),IF(ROUND(${reached},9)>=1,0,IFERROR(${missed},-1)),"")`);
}

/** How many targets are met, and which is missed by most: what a mean of scores hides. */
export function targetsMet(): Content {
  const cells = down(WORK.missed, FIRST_KPI, KPI_ROWS);
  const [met, of, most] = [`COUNTIFS(${cells},0)`, `COUNT(${cells})`, `MAX(${cells})`];
  const name = `INDEX(${down(0, FIRST_KPI, KPI_ROWS)},MATCH(${most},${cells},0))`;
  const percent = `IF(ROUND(100*${most},0)=0,"under 1%",ROUND(100*${most},0)&"%")`;
  const worst = `IF(${most}>0,"; "&${name}&" misses by "&${percent},"")`;
  return formula(`IF(${of}=0,"",${met}&" of "&${of}&${worst})`);
}

/** Whether a KPI's row is of a sample; none where the register has no such KPI. */
export function sampleCell({ kpis }: CompassPlaces, index: number): Content {
  const row = at(WORK.row, FIRST_KPI + index);
  return formula(`IF(${row}=0,"",IFERROR(IF(${kpis.optional('Sample', row)}="",${OWN},${SAMPLE}),${OWN}))`);
}

/** What a KPI's row is worked out from. */
export function workRow(places: CompassPlaces, index: number): Content[] {
  const row = FIRST_KPI + index;
  const c = (column: number) => at(column, row);
  const { column } = places.data(index);
  const [target, reached] = [c(3), c(4)];
  const unless = (text: string) => formula(`IF(${c(WORK.row)}=0,"",${text})`);
  const orElse = (header: string, otherwise: string) =>
    `IF(${attribute(places, row, header)}="",${otherwise},${attribute(places, row, header)})`;
  const value = (of: number) => {
    const place = at(WORK.values + of, KPI_HEADER);
    const cell = `INDEX(${column},${place})`;
    return formula(`IF(${place}<2,"",IF(ISNUMBER(${cell}),${cell},""))`);
  };
  const range = (of: number) => {
    const [one, next] = [c(WORK.values + of), c(WORK.values + of + 1)];
    return formula(`IF(COUNT(${one},${next})<2,"",ABS(${next}-${one}))`);
  };
  return [
    formula(`IF(${c(0)}="",0,IFERROR(MATCH(${c(0)},${places.kpis.column('KPI')},0),0))`),
    unless(orElse('Better', '"higher"')),
    unless(
      numberOr(
        attribute(places, row, 'Floor'),
        `IF(NOT(ISNUMBER(${target})),"",IF(${target}>0,IF(${c(WORK.better)}="lower",2*${target},0),""))`,
      ),
    ),
    unless(numberOr(attribute(places, row, 'Weight'), '1')),
    formula(`IF(ISNUMBER(${reached}),${c(WORK.weight)}*MIN(1,${reached}),"")`),
    formula(`MAXIFS(${places.periods},${column},">-999999999999",${places.periods},"<="&${at(WORK.row, 2)})`),
    ...rows(COURSE, value),
    ...rows(COURSE - 1, range),
    sampleCell(places, index),
  ];
}
