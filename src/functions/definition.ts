import type { Cell, Grid } from '../cells/value';

/** What a cell function takes; the gate coerces, broadcasts and reports errors from this. */
export interface Parameter {
  /** As it is shown in help and stubs: lower case with underscores. */
  name: string;
  type: 'number' | 'text' | 'date' | 'any';
  description: string;
  optional?: boolean;
  /** What an optional parameter stands for when it is left out. */
  default?: number | string;
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
 * One cell function, defined once. Host stubs, Excel's functions.json, the web workbook's registration, the sidebar's list,
 * docs/functions.md and the tests of every example are all made from it.
 */
export interface CellFunction {
  name: string;
  /** The family it is listed under: retention, acquisition, sales, operations, service, finance, alignment, drift. */
  family: string;
  /** One line, no line break. */
  summary: string;
  /** `element-wise`: arrays in, arrays out. `aggregate`: a range to one cell, or by period with dates. `table`: spills its own shape. */
  shape: 'element-wise' | 'aggregate' | 'table';
  parameters: Parameter[];
  result: { type: 'number' | 'text' | 'any'; unit: string; format?: string };
  examples: Example[];
  /** Where the formula comes from. */
  source: string;
  /** The same in plain spreadsheet formulas, with parameter names in place of cells, where one exists. */
  plain?: string;
  /** Words an owner would search for. */
  synonyms?: string[];
}
