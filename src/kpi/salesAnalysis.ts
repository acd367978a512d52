/** What made revenue change, in currency; the three add up to the change. */
export interface PriceVolumeMix {
  price: number;
  volume: number;
  mix: number;
}

/**
 * Price, volume and mix: what made the revenue of several products change.
 *
 * @param pricesBefore      one a product, in currency
 * @param quantitiesBefore  as many, in pieces; 0 for a product that was new
 * @param pricesAfter       as many
 * @param quantitiesAfter   as many; 0 for a product that is gone
 * @returns                 price: the new quantities at the difference of their prices; volume: more or fewer pieces at the
 *                          mean price of before; mix: the rest. NaN where nothing was sold before
 * @source                  Horngren, Cost Accounting, 16th ed., ch. 14: sales-price, sales-quantity and sales-mix variances
 */
export function priceVolumeMix(
  pricesBefore: ArrayLike<number>,
  quantitiesBefore: ArrayLike<number>,
  pricesAfter: ArrayLike<number>,
  quantitiesAfter: ArrayLike<number>,
): PriceVolumeMix {
  let [price, sold, soldAfter, revenue, change] = [0, 0, 0, 0, 0];
  for (let i = 0; i < pricesBefore.length; i++) {
    const before = quantitiesBefore[i]!;
    const after = quantitiesAfter[i]!;
    price += (pricesAfter[i]! - pricesBefore[i]!) * after;
    sold += before;
    soldAfter += after;
    revenue += pricesBefore[i]! * before;
    change += pricesAfter[i]! * after - pricesBefore[i]! * before;
  }
  if (sold === 0) return { price: Number.NaN, volume: Number.NaN, mix: Number.NaN };
  const volume = (soldAfter - sold) * (revenue / sold);
  return { price, volume, mix: change - price - volume };
}

/**
 * Concentration: how much of a sum lies with few.
 *
 * @param amounts  one a customer, product or supplier, none negative
 * @param top      how many of the largest
 * @returns        the share of these, and the Herfindahl index Σ share²; NaN where all is nothing
 * @source         Hirschman (1964), The Paternity of an Index, American Economic Review 54(5)
 */
export function concentration(amounts: ArrayLike<number>, top: number): { share: number; herfindahl: number } {
  const sorted = new Float64Array(amounts).sort();
  let [total, largest, squares] = [0, 0, 0];
  for (let i = 0; i < sorted.length; i++) total += sorted[i]!;
  if (total === 0) return { share: Number.NaN, herfindahl: Number.NaN };
  for (let i = 0; i < sorted.length; i++) {
    const share = sorted[i]! / total;
    if (i >= sorted.length - top) largest += share;
    squares += share * share;
  }
  return { share: largest, herfindahl: squares };
}
