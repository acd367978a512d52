import { ratio } from './ratio';

/**
 * Forecast accuracy: one less the sum of all misses over the sum of what came (WAPE).
 *
 * @param forecasts  what was expected, one a row
 * @param actuals    what came, in the same unit, as many
 * @returns          fraction, 1 where all came as expected, below 0 where the misses outweigh what came; NaN where nothing came
 * @source           Kolassa and Schütz (2007), Advantages of the MAD/Mean ratio over the MAPE, Foresight 6
 */
export function forecastAccuracy(forecasts: ArrayLike<number>, actuals: ArrayLike<number>): number {
  let missed = 0;
  let came = 0;
  for (let i = 0; i < actuals.length; i++) {
    missed += Math.abs(forecasts[i]! - actuals[i]!);
    came += Math.abs(actuals[i]!);
  }
  return 1 - ratio(missed, came);
}

/**
 * Forecast bias: by how much of the size of what came too much was expected.
 *
 * @param forecasts  what was expected, one a row
 * @param actuals    what came, in the same unit, as many
 * @returns          fraction, positive where too much was expected, also of negative figures; NaN where nothing came
 * @source           Vandeput, Demand Forecasting Best Practices (2023): bias, scaled by demand
 */
export function forecastBias(forecasts: ArrayLike<number>, actuals: ArrayLike<number>): number {
  let over = 0;
  let came = 0;
  for (let i = 0; i < actuals.length; i++) {
    over += forecasts[i]! - actuals[i]!;
    came += Math.abs(actuals[i]!);
  }
  return ratio(over, came);
}
