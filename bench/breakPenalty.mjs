/**
 * Calibrates what a break must be worth: node bench/breakPenalty.mjs
 * For independent normal noise of each length, the value of n · ln(cost without breaks / cost with k) / k over all allowed
 * segmentations that 99.1 series in 100 stay below (the tenth is for the error of the simulation itself). Prints the table that src/drift/breakPenalty.ts carries.
 */
import { load } from './load.mjs';
import { normal } from './noise.mjs';

const SEED = 20161121;
const LENGTHS = [9, 10, 11, 12, 14, 16, 18, 21, 24, 30, 36, 48, 60, 90, 120, 240, 480];
const { segmentations } = await load('src/drift/segmentation.ts');

console.log(`seed ${SEED}; at each length as many series as make 6 million figures, 100,000 at most`);
for (const length of LENGTHS) {
  const g = normal(SEED + length);
  const count = Math.min(100_000, Math.round(6_000_000 / length));
  const worth = Array.from({ length: count }, () => {
    const found = segmentations(Array.from({ length }, g))(length);
    return Math.max(...found.slice(1).map((s, i) => (length * Math.log(found[0].cost / s.cost)) / (i + 1)));
  }).sort((a, b) => a - b);
  console.log(`  [${length}, ${Math.ceil(worth[Math.ceil(0.991 * count) - 1] * 100) / 100}],`);
}
