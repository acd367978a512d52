import type { CellFormat } from '../../workbook/edit';

type VerdictFormat = Pick<CellFormat, 'background' | 'color' | 'bold'>;

/** What has become worse, or better, than routine variation explains: orange and blue, which everybody tells apart. */
export const VERDICT_FORMATS = {
  worse: { background: '#fde2d2', color: '#8a3b00', bold: true },
  better: { background: '#d6eaf8', color: '#00456e' },
} satisfies Record<string, VerdictFormat>;
