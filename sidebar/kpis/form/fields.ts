import type { KpiDraft } from './draft';
import type { Mistakes } from './mistakes';

/** What every part of the form needs: the draft, how to change it, and what is wrong with it. */
export interface FieldsOfDraft {
  draft: KpiDraft;
  set: (change: Partial<KpiDraft>) => void;
  wrong: Mistakes;
}

/** Choices that belong to cells that are being chosen; a KPI that is tracked already has them with its link. */
export interface AskedOfCells {
  /** Whether this is the workbook's first KPI, whose steps become those of the review. */
  first: boolean;
  /** Whether the figures are added up from whole columns. */
  ledger: boolean;
  /** Whether it may be left to the product how several figures of a period become one. */
  isOpen: boolean;
}
