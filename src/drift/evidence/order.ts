/** Puts periods in the order of their figures; of equal ones the later comes first. Places among `periods` are returned. */
export type Order = (periods: readonly number[], figures: readonly number[]) => number[];

/**
 * An order that is kept from look to look: what was in order mostly still is, and a new figure is put into its place.
 *
 * @param length  periods there are
 * @returns       a function from the periods of a regime, 0-based, and the figure of each to their places in order
 */
export function keptOrder(length: number): Order {
  const placeOf = new Int32Array(length).fill(NOWHERE);
  let last: number[] = [];
  return (periods, figures) => {
    for (let place = 0; place < periods.length; place++) placeOf[periods[place]!] = place;
    const order: number[] = [];
    for (const period of last) {
      const place = placeOf[period]!;
      if (place === NOWHERE) continue;
      order.push(place);
      placeOf[period] = NOWHERE;
    }
    const known = new Uint8Array(periods.length);
    for (const place of order) known[place] = 1;
    for (let place = 0; place < periods.length; place++) {
      if (known[place] === 0) order.push(place);
      placeOf[periods[place]!] = NOWHERE;
    }
    sortPlaces(order, figures);
    last = order.map(place => periods[place]!);
    return order;
  };
}

const NOWHERE = -1;

/** The places of figures in order, of equal ones the later first. */
export function orderOf(figures: readonly number[]): number[] {
  return sortPlaces(
    Array.from({ length: figures.length }, (_, i) => i),
    figures,
  );
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
