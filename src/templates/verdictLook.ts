import type { CellFormat } from '../workbook/edit';

type VerdictFormat = Pick<CellFormat, 'background' | 'color' | 'bold'>;

/** What has become worse, or better, than routine variation explains: orange and blue, which everybody tells apart. */
export const WORSE_FORMAT: VerdictFormat = { background: '#fde2d2', color: '#8a3b00', bold: true };
export const BETTER_FORMAT: VerdictFormat = { background: '#d6eaf8', color: '#00456e' };
/** What has moved, for the better or the worse. */
export const MOVED_FORMAT: VerdictFormat = { background: '#e5e7eb', color: '#374151', bold: true };
