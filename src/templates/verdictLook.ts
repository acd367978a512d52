import type { CellFormat } from '../workbook/edit';

type VerdictFormat = Pick<CellFormat, 'background' | 'color' | 'bold'>;

/** What has become worse, or better, than routine variation explains: orange and blue, which everybody tells apart. */
export const WORSE_FORMAT: VerdictFormat = { background: '#fde2d2', color: '#8a3b00', bold: true };
export const BETTER_FORMAT: VerdictFormat = { background: '#d6eaf8', color: '#00456e' };
