import { once } from '../../cells/once';
import { provenSeason, type Season, withoutSeason } from '../season';
import { figures as figuresOf, isFigure, mean, type Series } from '../series';
import { cheapestCut, LINES, type Lines } from './cheapest';
import { withoutAlone } from './outliers';
import type { Cut } from './placement';

/** How a series is best cut, whatever lines cost. What one answer has in common with another is worked out once. */
export interface Cutting {
  by: (lines?: Lines) => Cut;
  /** The season that the figures prove, unless it is gone once the levels are taken out: levels that rise every twelve months look like one. */
  season: () => Season | null;
}

/**
 * Where the level changed for good: the cut into regimes that is cheapest once every break has paid its price, found
 * exactly. Levels and, from 24 figures on, lines and one parabola compete, each with and without autocorrelated noise, so
 * that neither a steady slope, nor growth by so many per cent a month, nor a slow wander is cut into steps. A proved season
 * that is more than steps is taken out first, and figures that stand alone do not count. The first regime has at least 3 figures, every later one
 * at least 6.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @param season  periods in a season, taken out where the figures prove it; 1 for none
 * @returns       the 0-based index of the first figure of each new regime, oldest first; none where nothing changed for good
 */
export function driftBreaks(values: Series, season = 12): number[] {
  return cutting(values, season).by().breaks;
}

/**
 * Cuts a series.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @param season  periods in a season, taken out where the figures prove it; 1 for none
 * @source  penalised likelihood of changes in normal data with unknown variance (Yao 1988), autoregressive noise as in
 *          Chakar et al. (2017); prices chosen by simulation, see bench/results/breaks.md
 */
export function cutting(values: Series, season = 12): Cutting {
  const prepared = once(() => withoutAlone(inSmallUnits(values)));
  const proven = once(() => provenSeason(prepared().plain, season));
  const typed = once(() => cheapestCut(prepared().plain, prepared().smooth));
  const seasonless = once(() => {
    const { plain, smooth } = prepared();
    return cheapestCut(withoutSeason(plain, proven()), withoutSeason(smooth, provenSeason(smooth, season)));
  });
  const isOnlyStepsIn = (steps: Cut) => isOnlySteps(prepared().plain, steps, season);
  const known = new Map<Lines, Cut>();
  const cutBy = (lines: Lines): Cut => {
    const steps = proven() ? typed()(lines) : null;
    return steps && isOnlyStepsIn(steps) ? steps : seasonless()(lines);
  };
  return {
    by(lines = LINES) {
      const found = known.get(lines) ?? cutBy(lines);
      known.set(lines, found);
      return found;
    },
    season() {
      const found = provenSeason(values, season);
      return found && isOnlyStepsIn(typed()(LINES)) ? null : found;
    },
  };
}

/**
 * The season of a series, where a test says that there is one and it is more than its steps.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param season  periods in a season
 * @returns       as provenSeason; null as well where it is gone once the levels are taken out
 */
export function seasonBesideSteps(values: Series, season: number): Season | null {
  return cutting(values, season).season();
}

/** Whether a season is gone once the steps are. */
function isOnlySteps(values: Series, { breaks, form }: Cut, season: number): boolean {
  if (form !== 'level' || breaks.length === 0) return false;
  const starts = [0, ...breaks];
  const levels = starts.map((from, i) => mean(figuresOf(values.slice(from, starts[i + 1]))));
  let regime = 0;
  const left = values.map((value, at) => {
    if (at === starts[regime + 1]) regime++;
    return isFigure(value) ? value - levels[regime]! : null;
  });
  return provenSeason(left, season) === null;
}

/** Figures in a unit in which the largest is 1 to 2, so that no square is too large for a number; a power of two costs no digit. */
function inSmallUnits(values: Series): Series {
  const largest = values.reduce<number>((most, value) => (isFigure(value) ? Math.max(most, Math.abs(value)) : most), 0);
  if (largest === 0) return values;
  const unit = 2 ** Math.floor(Math.log2(largest));
  return values.map(value => (isFigure(value) ? value / unit : value));
}
