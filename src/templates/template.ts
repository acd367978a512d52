import type { Better } from '../alignment';
import type { Cadence } from '../cells/period';
import type { Combine } from '../workbook/register';
import type { Measure } from '../workbook/sheets/measures';

/** Who a template is for: the gallery is sorted by it. */
export const TRADES = [
  'any trade',
  'food and drink',
  'retail',
  'subscriptions and software',
  'services',
  'making things',
  'projects',
  'several sites',
] as const;
export type Trade = (typeof TRADES)[number];

/** What a template looks at. */
export const FUNCTION_TAGS = [
  'strategy',
  'marketing',
  'sales',
  'operations',
  'customer service',
  'finance',
  'people',
] as const;
export type FunctionTag = (typeof FUNCTION_TAGS)[number];

/** What may be typed into an input; the spreadsheet says so otherwise. One of the three. */
export interface Allowed {
  /** One of these words. */
  list?: string[];
  /** A number, from one to another where these are given. */
  number?: { from?: number; to?: number };
  /** A day. */
  date?: boolean;
}

/** A cell of a sample: a figure, a word, or a cell left blank. */
export type SampleCell = number | string | null;

/**
 * Formulas, wherever a template has one, name cells in brackets by the ids of labels and columns:
 *
 *   [won]          the cell of the row's own period (in a table: of the same row; of a label: its cell)
 *   [won?]         the same, 0 where it is blank
 *   [won:before]   the row above: the period before (block 'periods' only; the first row needs `first` then)
 *   [won:all]      every cell of a column, for SUM, COUNTIFS, …
 *   [won:latest]   the newest figure of a column of periods
 *   [won:periods]  the first days of all periods beside a column, for MINIFS, MATCH, …
 *   [won:total]    the total below a column of a table
 *   [year]         how many periods a year has, beside a column of periods
 *   [period]       the first day of the row's period, [period:next] that of the one after, [period:all] of all
 *
 * A formula is blank as long as a cell that it names without `?` or `:all` is blank, and where it would divide by zero.
 * It may use + - * / ^ & and comparisons, numbers, "texts", and the functions in templates/arithmetic.ts (IF, SUM, AVERAGE,
 * MIN, MAX, COUNT, SUMIFS, COUNTIFS, AVERAGEIFS, INDEX, MATCH, …), which every spreadsheet has; no add-in is needed.
 */
export interface TemplateColumn {
  /** How formulas, charts and mappings name it: letters, digits and _; unique in the template. */
  id: string;
  header: string;
  /** Headers that it had in earlier versions: it is found by them in workbooks of then. */
  was?: string[];
  /** Excel's format code; `¤` stands for the workbook's currency. */
  format?: string;
  /** In characters; as wide as its header unless told. */
  width?: number;
  /**
   * One of the two: what is typed here, as a business might. In periods: figures, oldest first, as many in each column.
   * In a table: a cell a row, figures or words.
   */
  sample?: SampleCell[];
  /** Or a formula. */
  formula?: string;
  /** In periods: the formula of the first row, where `formula` looks at the row before. */
  first?: string;
  /** In a table: a formula for each row instead of one for all. */
  formulas?: string[];
  /** In a table: the id of a column of periods for each row, whose course is drawn in the cell. */
  sparklines?: string[];
  /** In a table: the sample stays in an empty installation too (names of sites, lines of a budget). */
  keep?: boolean;
  /** In a table: a day. Figures of the sample count periods back from the newest one: 0 is its first day, 1 the one before. */
  day?: boolean;
  /** In a table with a total row: the formula below the column, mostly `SUM([id:all])`. */
  total?: string;
  /** A note on the header: what to type and where it is found, or what the figure says. */
  note?: string;
  /** What may be typed. */
  allow?: Allowed;
  /** What else an owner may call it, in any language: the mapper looks for it among the headers of the workbook. */
  words?: string[];
}

/** A cell with its label to the left and a hint to the right. */
export interface TemplateLabel {
  id: string;
  label: string;
  /** One of the two: what is typed here; it stays in an empty installation where `keep` is set. */
  sample?: SampleCell;
  /** Or a formula. */
  formula?: string;
  keep?: boolean;
  format?: string;
  /** Shown to the right. */
  hint?: string;
  allow?: Allowed;
}

/** Labels with their values, one a row: rates, openings, thresholds. */
export interface LabelsBlock {
  kind: 'labels';
  heading?: string;
  labels: TemplateLabel[];
}

/** One row a period, the column of periods first. At most one a sheet, and its last block but for text. */
export interface PeriodsBlock {
  kind: 'periods';
  heading?: string;
  columns: TemplateColumn[];
  /**
   * Periods of its own rather than the workbook's review periods: so many that have closed and so many from today's on,
   * the sample as long as both together. A 13-week cash page looks ahead: `{ "cadence": "week", "closed": 13, "ahead": 13 }`.
   */
  own?: { cadence: Cadence; closed: number; ahead: number };
}

/** A table of rows that are no periods: sites, projects, answers to a survey. */
export interface TableBlock {
  kind: 'table';
  heading?: string;
  /** How many rows are made ready; at least as many as the samples are long. */
  rows: number;
  columns: TemplateColumn[];
  /** The first cell of a row below the table that adds it up ("Total"); columns say how with `total`. */
  total?: string;
}

/** Lines of text: how to read or to use the sheet. */
export interface TextBlock {
  kind: 'text';
  heading?: string;
  /** A formula above the lines, in bold: what the sheet has found, in a sentence. It may name every label of the template. */
  says?: string;
  lines: string[];
}

/** The strategy on a page: vision and values, goals with owner and weight, and each KPI with target and newest figure. */
export interface StrategyBlock {
  kind: 'strategy';
  heading?: string;
}

/** A row of a block across: a column of periods, laid on its side. */
export interface AcrossLine {
  label: string;
  /** The id of the column of periods that is shown. */
  column: string;
  /** The id of another, which is taken off it. */
  less?: string;
  /** That of its column unless told. */
  format?: string;
  /** A total: bold, on a ground of its own. */
  strong?: boolean;
  /** Marked where it is below zero. */
  alarm?: boolean;
}

/**
 * Periods across, as accountants lay out a forecast: one column a period, one row a column of another sheet's periods. It
 * moves on by itself, with the period that its label names. Nothing is typed here.
 */
export interface AcrossBlock {
  kind: 'across';
  heading?: string;
  /** The id of the label that holds the first day of the newest period that has its figures. */
  from: string;
  /** How many periods are shown up to that one, one at least, and after it. */
  back: number;
  ahead: number;
  /** The id of a column that says of each period what it is, and its words. */
  status: string;
  words: string[];
  lines: AcrossLine[];
}

export type TemplateBlock = LabelsBlock | PeriodsBlock | TableBlock | TextBlock | StrategyBlock | AcrossBlock;

/** A chart to the right of a sheet's cells, or below a block across, drawn by the host. Columns and bars begin at zero: lines for what can fall below. */
export interface TemplateChart {
  type: 'line' | 'column' | 'bar';
  title: string;
  /** The ids of the columns that are drawn, all of one block; on a sheet of blocks across also of another sheet. */
  columns: string[];
  /** The column of the labels along the axis, for a table: its first unless told. Periods are labelled by their day. */
  by?: string;
  /** Format code of the axis; that of its first column unless told. */
  format?: string;
}

/** A sheet that a template makes: title, what to type, then its blocks, one below the other. */
export interface TemplateSheet {
  name: string;
  title: string;
  /** What to type here, and when, in a sentence; or how to read it. */
  note: string;
  blocks: TemplateBlock[];
  charts?: TemplateChart[];
  /** Prints on one page, whatever its length; else only its columns fit the width. Always landscape. */
  onePage?: boolean;
}

/** A KPI that a template tracks from one of its columns of periods. */
export interface TemplateKpi {
  name: string;
  /** The id of its column. */
  column: string;
  function: string;
  goal: string;
  measure: Measure;
  better: Better;
  /** An example, to be replaced by the owner's own. */
  target?: number;
  low?: number;
  high?: number;
  floor?: number;
  weight?: number;
  unit?: string;
  /** How its figures become one where a workbook's periods are longer: mean for percentages unless told, else sum. */
  combine?: Combine;
  /** The name of the KPI that is its denominator. */
  outOf?: string;
  /** What one unit is worth, in the workbook's currency. */
  worth?: number;
  owner?: string;
  /** What it says, where it comes from, and how to change it; also a note on its column. */
  note?: string;
  /** What is usual in the trade, and who says so: "60 % typical, 85 % world class (Nakajima)". */
  usual?: string;
}

/** A set of KPIs for a trade or a purpose, with the sheets their figures are typed into: data, not code. */
export interface Template {
  /** As the command line names it. */
  id: string;
  /** Counts up with every change; an installed one can be brought to a newer one. */
  version: number;
  name: string;
  /** What it is for, in a sentence. */
  summary: string;
  /** Where its choice of KPIs comes from. */
  source: string;
  trades: Trade[];
  functions: FunctionTag[];
  /** How many minutes a period's figures take to type. */
  minutes: number;
  /** How often its figures are typed; a workbook that has its own cadence keeps it. */
  cadence: Cadence;
  strategy: {
    vision: string;
    values: string;
    currency: string;
    goals: { name: string; why: string; weight?: number; owner?: string }[];
    functions: { name: string; weight?: number }[];
  };
  sheets: TemplateSheet[];
  kpis: TemplateKpi[];
}
