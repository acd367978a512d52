import type { Place } from '../register';
import { sheetNames } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { edgesOf, joinRanges, placesOf } from '../sources/edges';
import { readTracked } from './readTracked';
import { answersToRead } from './surveyAnswers';

export { parseSource, printSource } from '../sources/source';

/**
 * What a host reads in a second go: the period cells of each source, and up to 60 cells after the end of its periods and
 * of its values; of an Alignment pulse its single answers. Ledgers have no end and are not read.
 *
 * @param snapshot  the Compass sheets with their formulas
 * @returns         few rectangles, each on a sheet that the workbook has
 */
export function edgesToRead(snapshot: Snapshot): Place[] {
  const names = sheetNames(snapshot).map(name => name.toLowerCase());
  const edges = readTracked(snapshot).kpis.flatMap(({ source }) => (source ? edgesOf(source) : []));
  return placesOf([
    ...joinRanges(edges.filter(({ sheet }) => names.includes(sheet!.toLowerCase()))),
    ...answersToRead(snapshot),
  ]);
}
