import type { Cell, Grid } from '../cells/value';

/** What a cell function takes; the gate coerces, broadcasts and reports errors from this. */
export interface Parameter {
  /** As it is shown in help and stubs: lower case with underscores. */
  name: string;
  /** `any` takes numbers and texts as they come, as names and order numbers are. */
  type: 'number' | 'text' | 'boolean' | 'date' | 'any';
  description: string;
  optional?: boolean;
  /** What an optional parameter stands for when it is left out or blank. */
  default?: number | string;
  /**
   * How it lines up with the others; `column` when absent. `column`: one cell a row, the same rows as the other columns.
   * `one`: a single cell for the whole call. `list`: a range of any length. `table`: rows of cells with their headers, as they
   * are. `dates` and `by`: the periods of an aggregate.
   */
  takes?: 'column' | 'one' | 'list' | 'table' | 'dates' | 'by';
  /** The texts it may be, in lower case; every parameter of type `text` has some. */
  choices?: readonly string[];
  /** The lowest and the highest number it may be: a count below zero is a typing error, and the message names its row. */
  from?: number;
  to?: number;
  /** What is likely wrong with a number outside them, after a semicolon in the message. */
  hint?: string;
  /** The parameter of which it is a part: never more than it, together with its other parts, in figures that make sense. */
  partOf?: string;
  /** Why a blank here does not blank the result or leave its row out: an exception to the rule. */
  mayBeBlank?: string;
}

/** One worked call: arguments as a sheet would pass them, and what the cell shows. */
export interface Example {
  /** What it answers, in an owner's words. */
  title: string;
  arguments: (Cell | Grid | undefined)[];
  result: Cell | Grid;
  /** Where the expected result comes from. */
  origin: string;
}

/**
 * A column of an aggregate, as its arithmetic gets it: the rows with a blank in a needed column are left out. Numbers and
 * dates come as a Float64Array, a blank that may be one as NaN; anything else as an array with null for a blank, or a
 * Float64Array where there are numbers only.
 */
export interface Column<Values = Float64Array> {
  /** The parameter's name. */
  name: string;
  values: Values;
  /** The value of every row, null a blank, where one cell stands for all or none was given: it need not be looked at row by row. */
  same?: number | string | boolean | null;
  /** The place of a value in the owner's range: "row 5 of responses". */
  place(index: number): string;
  /** Raises #VALUE! that names the place of a value and what is wrong with it. */
  refuse(index: number, reason: string): never;
}

/**
 * One cell function, defined once. Host stubs, Excel's functions.json, the web workbook's registration, the sidebar's list,
 * docs/functions.md and the tests of every example are all made from it.
 */
export interface CellFunction {
  name: string;
  /** The family it is listed under: acquisition, sales, operations, service, retention, people, projects, finance, alignment, drift. */
  family: string;
  /** One line, no line break. */
  summary: string;
  /** What it answers, as an owner would ask it. */
  question: string;
  /**
   * `element-wise`: arrays in, arrays out. `aggregate`: a range to one cell or one row, or by period with dates. `series`:
   * spills a cell beside each of the range, in its order. `table`: spills its own shape.
   */
  shape: 'element-wise' | 'aggregate' | 'series' | 'table';
  parameters: Parameter[];
  result: {
    type: 'number' | 'text' | 'any';
    unit: string;
    format?: string;
    /** The columns that a table spills, left to right; the last one stands for all that follow. */
    columns?: { name: string; format?: string }[];
  };
  examples: Example[];
  /** Where the formula comes from. */
  source: string;
  /** The same in plain spreadsheet formulas, with parameter names in place of cells, where one exists. */
  plain?: string;
  /** Words an owner would search for. */
  synonyms?: string[];
  /** What people get wrong with it. */
  mistakes?: string[];
  /** The fewest filled rows from which it can say anything; below them it is #N/A. */
  fewest?: number;
  /** Rows are a series, one a period: their order matters, and there are no further periods to group them by. */
  ordered?: boolean;
  /**
   * The lowest and the highest result that figures which make sense can have. Element-wise any other is an error that names
   * the row: the part that should lie inside its whole does not.
   */
  bounds?: { from?: number; to?: number };
  /** What must be above zero for there to be a result, named by #DIV/0!: "revenue". */
  base?: string;
  /** Parameters that share a unit: all of them times a factor make the result times the factor to this power. */
  scaling?: { parameters: string[]; power: number }[];
  /**
   * The pure function itself. Element-wise it gets one value a parameter, in their order: a number, a text, or null where
   * an optional one without a default is blank. Otherwise it gets a `Column` for each column, a value for each `one`, an
   * array for each `list`, rows of cells for each `table`; dates and their periods are the gate's. A series gives one figure for each of its rows. NaN says
   * that there was nothing to divide by, null that the result is blank.
   */
  calculate: (...values: never[]) => number | string | null | Grid | Float64Array;
  /** What #N/A says when no row is left, from how many cells of each column are filled; a sentence of the gate's when absent. */
  overNothing?: (filled: Record<string, number>) => string;
}
