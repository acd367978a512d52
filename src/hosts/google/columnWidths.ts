/** A width in characters as Excel counts them, in pixels: seven a character of the standard font, five beside them. */
const pixels = (characters: number) => Math.round(characters * 7 + 5);

/** Neighbouring columns that are given one width. */
export interface Stroke {
  /** 0-based. */
  from: number;
  count: number;
  pixels: number;
}

/** How many strokes a sheet should take. */
const FEW = 4;

/**
 * The widths of a sheet's columns in few calls: widths that differ little are made one, the wider; then a stroke goes over
 * many columns, and later ones over those that differ. Up to a third counts as
 * little, but only where a sheet would otherwise take more than four strokes.
 *
 * @param widths  of the first columns, in characters
 * @returns       what to set, in this order
 */
export function columnWidths(widths: number[]): Stroke[] {
  const wanted = widths.map(pixels);
  let found: Stroke[] = [];
  for (const tolerance of [0, 0.15, 0.3]) {
    found = strokes(inClasses(wanted, tolerance));
    if (found.length <= FEW) break;
  }
  return found;
}

/** Widths made few: each the widest of those that are alike. */
function inClasses(wanted: number[], tolerance: number): number[] {
  const fits = (width: number, given: number) => given >= width && given <= width * (1 + tolerance) + 60 * tolerance;
  const classes: number[] = [];
  for (const width of [...wanted].sort((a, b) => b - a)) {
    if (classes.length === 0 || !fits(width, classes[classes.length - 1]!)) classes.push(width);
  }
  return wanted.map(width => classes.find(one => fits(width, one))!);
}

/** The fewest strokes that paint a row of colours, a later one over an earlier one: solved from short rows to long ones. */
function strokes(given: number[]): Stroke[] {
  const runs: { width: number; from: number; to: number }[] = [];
  for (const [at, width] of given.entries()) {
    const last = runs[runs.length - 1];
    if (last?.width === width) last.to = at + 1;
    else runs.push({ width, from: at, to: at + 1 });
  }
  const known = new Map<string, Stroke[]>();
  /** Paints runs `first` to `last`, the leftmost one's colour over as much as it may save. */
  const paint = (first: number, last: number): Stroke[] => {
    if (first > last) return [];
    const key = `${first},${last}`;
    const found = known.get(key);
    if (found) return found;
    const run = runs[first]!;
    let best: Stroke[] = [{ from: run.from, count: run.to - run.from, pixels: run.width }, ...paint(first + 1, last)];
    for (let again = first + 2; again <= last; again++) {
      if (runs[again]!.width !== run.width) continue;
      const [whole, ...rest] = paint(again, last);
      // The stroke that paints the later run begins where this one does.
      const longer = { ...whole!, from: run.from, count: whole!.from + whole!.count - run.from };
      const tried = [longer, ...paint(first + 1, again - 1), ...rest];
      if (tried.length < best.length) best = tried;
    }
    known.set(key, best);
    return best;
  };
  return paint(0, runs.length - 1);
}
