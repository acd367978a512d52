import { type Outlier, outliers, type ScaleBreak } from '../../drift';
import type { Place, Problem } from '../../workbook/register';
import { besideOthers } from '../alerts/slip';
import { figureOf, periodWithArticle } from '../words/words';
import type { Judged } from './judged';

/** How a change of unit is said: "a hundred times larger". */
const TIMES: Record<number, string> = { 100: 'a hundred', 1000: 'a thousand', 1e6: 'a million' };

/**
 * Figures of a KPI that look typed wrongly: from some period on in another unit, or one that stands alone far from all
 * around it. What an alert tells already is not told twice.
 *
 * @param judged  the KPI with its figures
 * @returns       an error a change of unit, a note a figure that stands alone, each with its cell
 */
export function oddFigures(judged: Judged): Problem[] {
  const told = judged.changes.map(({ since }) => since);
  // To accept a level makes no figure look typed wrongly that did not before.
  const { values, options } = judged;
  const always = (options.accepted ? outliers(values, options.season) : judged.alone).map(({ index }) => index);
  const alone = judged.alone.filter(({ index }) => !told.includes(index) && always.includes(index));
  return [
    ...judged.scaleBreaks.map(found => otherUnit(judged, found)),
    ...alone.map(found => standsAlone(judged, found)),
  ];
}

function otherUnit(judged: Judged, { index, factor }: ScaleBreak): Problem {
  const { kpi, periods } = judged;
  const place = kpi.cells[index]!;
  const larger = factor > 1;
  const times = TIMES[Number((larger ? factor : 1 / factor).toPrecision(6))]!;
  const typed = figureOf(judged, kpi.values[index]!);
  const message =
    `${at(place)}: from ${periodWithArticle(periods[index]!)} on, the figures of ${kpi.name} look ${times} times ${larger ? 'larger' : 'smaller'} than before, ` +
    `as if typed in another unit (${typed}). They are read in the earlier unit (${figureOf(judged, judged.values[index]!)}); ` +
    `type them all in one unit. If the change is real, add a row of kind level with KPI and Period to Compass Log.`;
  return { severity: 'error', message, place };
}

function standsAlone(judged: Judged, outlier: Outlier): Problem {
  const { kpi, periods } = judged;
  const place = kpi.cells[outlier.index]!;
  const is = besideOthers(judged, outlier);
  const message =
    `${at(place)}: ${kpi.name} in ${periodWithArticle(periods[outlier.index]!)} is ${is}${is.endsWith('?') ? '' : '.'} ` +
    `It is shown, but not used for the normal range; correct it if it was typed wrongly.`;
  return { severity: 'note', message, place };
}

function at({ sheet, range }: Place): string {
  return range ? `${sheet} ${range}` : sheet;
}
