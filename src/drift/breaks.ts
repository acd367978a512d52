import { breakPenalty } from './breakPenalty';
import { type Segmentation, segmentations } from './segmentation';
import { isFigure, type Series } from './series';

/**
 * Where the level changed for good: the segmentation into levels that is cheapest once every break is charged its penalty,
 * found exactly. The first regime has at least 3 figures, every later one at least 6.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @returns       the 0-based index of the first figure of each new regime, oldest first; none where nothing changed for good
 * @source        penalised likelihood of a change in the mean of normal data, variance unknown (Yao 1988); penalty by simulation
 */
export function driftBreaks(values: Series): number[] {
  return breaksOfBeginnings(values)(values.length);
}

/**
 * The breaks of every beginning of a series, as they would have been found then.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @returns       a function from a number of periods to the breaks that the first so many periods show, as 0-based indices
 */
export function breaksOfBeginnings(values: Series): (periods: number) => number[] {
  const places: number[] = [];
  const counts = [0];
  values.forEach((value, place) => {
    if (isFigure(value)) places.push(place);
    counts.push(places.length);
  });
  const best = segmentations(places.map(place => values[place]!));
  return periods => {
    const length = counts[periods]!;
    return cheapest(best(length), length).map(at => places[at]!);
  };
}

/** The breaks of the segmentation with the least n · ln(cost) + penalty · breaks. */
function cheapest(candidates: Segmentation[], length: number): number[] {
  const [none] = candidates;
  if (!none || none.cost === 0) return [];
  const penalty = breakPenalty(length);
  const prices = candidates.map(({ cost }, breaks) => length * Math.log(cost / none.cost) + penalty * breaks);
  return candidates[prices.indexOf(Math.min(...prices))]!.breaks();
}
