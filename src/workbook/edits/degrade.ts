import type { Edit } from '../edit';

/** Where edits are applied. */
export type Host = 'web' | 'google' | 'excel' | 'file';

/**
 * What a host cannot do, by the kind of edit, and the sentence that is said of it. Edits of these kinds hold no cell's
 * content: whatever a review or a formula needs reaches every host. A kind that is not listed, the host must apply.
 */
export const LEFT_OUT: Record<Host, Partial<Record<Edit['kind'], string>>> = {
  web: {
    sparkline: 'The web workbook does not draw sparklines; their figures are there.',
  },
  google: {
    page: 'Google Sheets does not let add-ons set up pages; choose landscape and "fit to width" when you print.',
  },
  excel: {
    sparkline: 'Excel does not let add-ins draw sparklines; their figures are there.',
  },
  file: {},
};

/** Where cells can call the add-in's functions; a file is read by whoever has it, so that its formulas are plain ones. */
export const CALLS_FUNCTIONS: Record<Host, boolean> = { web: true, google: true, excel: true, file: false };

/** The function whose result runs over the cells below and beside it: a line for each KPI, which its name begins. */
export const SPILLING = 'KPI_VERDICTS';
/** The width of that result. */
export const SPILL_COLUMNS = 7;

/** What a host applies and does not show, and the sentence that is said of it. */
export const NOT_SHOWN: typeof LEFT_OUT = {
  web: {
    chart: 'Charts are kept for the file that you save, where Excel draws them; the web workbook does not show them.',
  },
  google: {},
  excel: {},
  file: {},
};

/** Edits as a host can apply them. */
export interface Degraded {
  edits: Edit[];
  /** A sentence for each kind that was left out, or is not shown. */
  said: string[];
}

/**
 * Leaves out what a host cannot do, by the declared rule.
 *
 * @param edits     as they were planned, the same for every host
 * @param host      where they are to be applied
 * @param leftOut   what it cannot do; as declared unless told
 */
export function degrade(edits: Edit[], host: Host, leftOut = LEFT_OUT[host]): Degraded {
  const kinds = new Set(edits.map(({ kind }) => kind));
  return {
    edits: edits.filter(({ kind }) => leftOut[kind] === undefined),
    said: [...kinds].flatMap(kind => leftOut[kind] ?? NOT_SHOWN[host][kind] ?? []),
  };
}
