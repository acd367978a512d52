import { type Direction, isFigure, type Series } from '../series';
import { newestStretch, type Occasions, type Stretch } from '../statistics/exactCounts';
import { orderOf } from './order';

/** A figure that makes up so much of a regime is the usual one, and whatever differs from it is an event. */
const USUAL = 0.5;
/** Figures are taken for counts where so many differed from zero before the change, and scattered no more than counts do. */
const COUNTS_FROM = 3;
/** A count of more in one period counts as so many: such things may come in crowds. */
const MOST_AT_ONCE = 10;
/** Normal quantile of the scatter that one in ten counts exceeds by chance. */
const SCATTER = 1.2816;
/** How far arithmetic may leave a share times its trials from a whole number. */
const WHOLE = 1e-6;

/**
 * The usual figure of a regime of rare events: one that makes up half of it at least, as the zeros of complaints do, or
 * the hundreds of a share that is nearly perfect. Distances and ranks say little of such figures; how often the others come does.
 *
 * @param figures  the figures of one regime
 * @param order    their places in order, where it is known
 * @returns        the usual figure; null where there is none
 */
export function usualFigure(figures: readonly number[], order: readonly number[] = orderOf(figures)): number | null {
  const count = figures.length;
  const [lowest, highest] = [figures[order[0]!]!, figures[order[count - 1]!]!];
  const precision = precisionOf([lowest, highest]);
  const alike = (figure: number, other: number) => Math.abs(figure - other) <= precision;
  const middle = count >> 1;
  // Where half of them are alike, a quarter is in order on one side of the middle.
  const quarter = (Math.ceil(USUAL * count) - 1) >> 1;
  // One figure is in the middle, or two are.
  for (let at = middle; at >= count - 1 - middle; at--) {
    const candidate = figures[order[at]!]!;
    const [before, after] = [figures[order[at - quarter]!]!, figures[order[at + quarter]!]!];
    if (!alike(before, candidate) && !alike(after, candidate)) continue;
    if (figures.filter(figure => alike(figure, candidate)).length >= USUAL * count) return candidate;
  }
  return null;
}

/** What arithmetic leaves in the last digits of a figure. */
function precisionOf(figures: readonly number[]): number {
  return 1e-12 * figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
}

/**
 * How often the thing happened of which the figures are shares, or did not, whichever is rarer.
 *
 * @param shares  one a period, no blanks
 * @param trials  the denominator of each
 * @returns       whole counts, and whether a higher share means more of them; null where shares and trials make no whole counts
 */
export function occasionsOf(
  shares: readonly number[],
  trials: Series,
): { occasions: Occasions; rises: boolean } | null {
  const whole = shares.map((share, i) => share * (isFigure(trials[i]) ? trials[i]! : Number.NaN));
  const counts = whole.map(Math.round);
  const exact = counts.every((count, i) => {
    const among = trials[i]!;
    return Number.isInteger(among) && count >= 0 && count <= among && Math.abs(count - whole[i]!) <= WHOLE * among;
  });
  if (!exact) return null;
  const places = trials as readonly number[];
  const rises = sum(counts) * 2 <= sum(places);
  return {
    occasions: { counts: rises ? counts : counts.map((count, i) => places[i]! - count), trials: places },
    rises,
  };
}

/**
 * What rare events say of the newest figures, in one direction: how many of them stand out, and the exact chance of it had nothing
 * changed. Where trials are known, each is judged for itself; figures that have shown themselves to be counts are judged as
 * counts; where nothing is known, any order of the same figures is as likely as any other, so that one event after 23 empty
 * months is one chance in 24, however large it is.
 *
 * @param figures    the figures of the regime, oldest first
 * @param usual      the usual one of them, from usualFigure
 * @param direction  the direction that is looked at
 * @param longest    figures in the longest change that is looked for
 * @param most       chances above this one are of no interest
 * @param trials     the denominators of shares, where they are known
 * @returns          the newest figures that stand out, and the chance; null where none do
 * @source           rule of succession (Laplace 1774), as the permutation chance of exchangeable figures
 */
export function rareChange(
  figures: readonly number[],
  usual: number,
  direction: Direction,
  longest: number,
  most: number,
  trials: Series | null = null,
): Stretch | null {
  const known = trials && occasionsOf(figures, trials);
  if (known) {
    return newestStretch(known.occasions, longest, known.rises === (direction === 'up') ? 'more' : 'less', most);
  }
  if (usual === 0 && figures.every(figure => figure >= 0 && Number.isInteger(figure))) {
    const counts = figures.map(figure => Math.min(figure, MOST_AT_ONCE));
    const found = newestStretch({ counts, trials: null }, longest, direction === 'up' ? 'more' : 'less', most);
    if (found && areCounts(figures.slice(0, -found.length))) return found;
  }
  const precision = precisionOf(figures);
  const beyond = figures.map(figure => (direction === 'up' ? figure - usual : usual - figure));
  const large = largeFrom(beyond, precision);
  const kinds: { is: (distance: number) => boolean; side: 'more' | 'less' }[] = [
    { is: distance => distance > precision, side: 'more' },
    { is: distance => distance >= large, side: 'more' },
    { is: distance => distance < -precision, side: 'less' },
  ];
  const trialsOnce = figures.map(() => 1);
  // Each kind of event that there is may tell of a change, and has an equal part of the chance.
  const events = kinds
    .map(({ is, side }) => ({ counts: beyond.map(distance => (is(distance) ? 1 : 0)), side }))
    .filter(({ counts }) => sum(counts) > 0);
  let best: Stretch | null = null;
  for (const { counts, side } of events) {
    const found = newestStretch({ counts, trials: trialsOnce }, longest, side, most / events.length);
    if (found && !(best && best.chance <= found.chance * events.length))
      best = { length: found.length, chance: found.chance * events.length };
  }
  return best;
}

/** The distance from which on events are large ones: it cuts them in two by size, as evenly as ties allow. */
function largeFrom(distances: readonly number[], precision: number): number {
  const sorted = distances.filter(distance => distance > precision).sort((a, b) => a - b);
  let best = 0;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]! - sorted[i - 1]! <= precision) continue;
    if (best === 0 || Math.abs(i - sorted.length / 2) < Math.abs(best - sorted.length / 2)) best = i;
  }
  return best === 0 ? Infinity : sorted[best]!;
}

/** Whether figures have shown themselves to be counts of single events, by an index of dispersion that chance explains. */
function areCounts(before: readonly number[]): boolean {
  if (before.filter(figure => figure > 0).length < COUNTS_FROM) return false;
  const mean = sum(before) / before.length;
  const scatter = before.reduce((total, figure) => total + (figure - mean) ** 2, 0) / mean;
  const degrees = before.length - 1;
  return scatter <= degrees + SCATTER * Math.sqrt(2 * degrees);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
