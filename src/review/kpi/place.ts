import type { Place } from '../../workbook/register';
import { joinPlaces } from '../../workbook/register/joinPlaces';
import type { Judged } from './judged';

/**
 * Where a KPI's figures are, from one period on to its newest figure.
 *
 * @param judged  the KPI with its figures
 * @param since   0-based period
 * @returns       one range where they are in one row or column of a sheet, else the cell of the newest figure; null without one
 */
export function figuresPlace({ kpi, values }: Judged, since: number): Place | null {
  return joinPlaces(kpi.cells.slice(0, values.length).filter((_, i) => i >= since && values[i] !== null));
}
