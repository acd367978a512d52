/** Inner products of figures, after whitening, with what may have happened to them. */
export interface Products {
  /** With themselves, and with a level. */
  square: number;
  onLevel: number;
  /** With a step of one, and with a slope of one a figure, by how many figures ago it began: 0 with the newest. */
  onChanges: () => { onStep: number[]; onSlope: number[] };
}

/**
 * The inner products of figures with a level and with every step and slope that began lately, after whitening by any
 * correlation: generalised least squares in a stationary first-order autoregressive series. The figures are summed up once; whitened,
 * a step is one followed by equal parts of it, and a slope rises by such.
 *
 * @param figures  the figures, oldest first
 * @param oldest   figures of the oldest step and slope, fewer than there are figures
 * @returns        a function from a lag-1 correlation, from 0 to below 1
 * @source         Prais and Winsten (1954)
 */
export function whitenedProducts(figures: ArrayLike<number>, oldest: number): (rho: number) => Products {
  const last = figures.length - 1;
  const [start, end] = [figures[0]!, figures[last]!];
  let sum = 0;
  let square = 0;
  let neighbours = 0;
  let before = start;
  for (let i = 1; i <= last; i++) {
    const figure = figures[i]!;
    sum += figure;
    square += figure * figure;
    neighbours += figure * before;
    before = figure;
  }
  return rho => {
    const variance = 1 - rho * rho;
    const rest = 1 - rho;
    // Of the figures but the last, whose successors are whitened by them.
    const sumBefore = sum + start - end;
    const squareBefore = square + start * start - end * end;
    const innovations = square - 2 * rho * neighbours + rho * rho * squareBefore;
    const onLevel = start + (rest * (sum - rho * sumBefore)) / variance;
    const onChanges = () => {
      const onStep: number[] = [];
      const onSlope: number[] = [];
      let since = 0;
      let rising = 0;
      for (let age = 0; age < oldest; age++) {
        const innovation = figures[last - age]! - rho * figures[last - age - 1]!;
        onStep.push((innovation + rest * since) / variance);
        since += innovation;
        rising += since;
        onSlope.push((rest * rising + rho * since) / variance);
      }
      return { onStep, onSlope };
    };
    return { square: start * start + innovations / variance, onLevel, onChanges };
  };
}
