import type { Measure } from '../workbook/measures';
import type { Better, Cadence } from '../workbook/register';

/** A column of a template's sheet: typed by the owner, or worked out from others. */
export interface TemplateColumn {
  /** How formulas and mappings name it; unique in the template. */
  id: string;
  header: string;
  /** Excel's format code; `¤` stands for the workbook's currency. */
  format?: string;
  /** In characters; as wide as its header unless told. */
  width?: number;
  /** One of the two: figures of a business as it might be, one a period, oldest first; the owner types in their place. */
  sample?: number[];
  /** Or a formula of a row, other columns by their ids in brackets: `[won] / [opportunities]`. */
  formula?: string;
}

/** A sheet that a template makes: one row a period, the column of periods first. */
export interface TemplateSheet {
  name: string;
  title: string;
  /** What to type here, and when, in a sentence. */
  note: string;
  columns: TemplateColumn[];
}

/** A KPI that a template tracks from one of its columns. */
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
  /** What it says, and how to change it. */
  note?: string;
}

/** A set of KPIs for a trade or a purpose, with the sheets their figures are typed into: data, not code. */
export interface Template {
  /** As the command line names it. */
  id: string;
  version: number;
  name: string;
  /** What it is for, in a sentence. */
  summary: string;
  /** Where its choice of KPIs comes from. */
  source: string;
  /** How often its figures are typed; a workbook that has its own cadence keeps it. */
  cadence: Cadence;
  strategy: {
    vision: string;
    values: string;
    currency: string;
    goals: { name: string; why: string; weight?: number }[];
    functions: { name: string; weight?: number }[];
  };
  sheets: TemplateSheet[];
  kpis: TemplateKpi[];
}
