/** Puts figures in order; of equal ones the later comes first. Their places are returned. */
export type Order = (periods: readonly number[], figures: readonly number[]) => number[];

/**
 * An order that is kept from look to look: what was in order mostly still is, and a new figure is put into its place.
 *
 * @returns  a function from the periods of a regime and the figure of each
 */
export function keptOrder(): Order {
  let [last, order]: [readonly number[], number[]] = [[], []];
  return (periods, figures) => {
    const gone = Math.max(0, last.indexOf(periods[0]!));
    const kept: number[] = [];
    for (const place of order) if (place >= gone && place - gone < periods.length) kept.push(place - gone);
    for (let place = kept.length; place < periods.length; place++) kept.push(place);
    [last, order] = [periods, sortPlaces(kept, figures)];
    return order;
  };
}

/** The places of figures in order, of equal ones the later first. */
export function orderOf(figures: readonly number[]): number[] {
  return keptOrder()(figures, figures);
}

/**
 * Sorts places by their figures, of equal ones the later first; by insertion, which is quick for the few figures of a regime and
 * hardly any work where the order is nearly right.
 */
export function sortPlaces(order: number[], figures: readonly number[]): number[] {
  for (let i = 1; i < order.length; i++) {
    const place = order[i]!;
    const figure = figures[place]!;
    let j = i - 1;
    for (; j >= 0; j--) {
      const other = order[j]!;
      if (figures[other]! < figure || (figures[other] === figure && other > place)) break;
      order[j + 1] = other;
    }
    order[j + 1] = place;
  }
  return order;
}
