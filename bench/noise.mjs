/**
 * Random numbers from a seed, the same on every machine (mulberry32).
 *
 * @param {number} seed
 * @returns {() => number} uniform numbers from 0 to below 1
 */
export function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Standard normal numbers from a seed (Box and Muller).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function normal(seed) {
  const next = uniform(seed);
  let spare = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Noises of a KPI that has not changed, by name: a maker of series of standard deviation one. */
export const NOISES = {
  normal: g => length => Array.from({ length }, g),
  'lag-1 0.3': g => length => autocorrelated(g, length, 0.3),
  'lag-1 0.6': g => length => autocorrelated(g, length, 0.6),
  'lognormal up': g => length => Array.from({ length }, () => lognormal(g)),
  'lognormal down': g => length => Array.from({ length }, () => -lognormal(g)),
  'Student t 5': g => length => Array.from({ length }, () => student(g, 5)),
};

function autocorrelated(g, length, rho) {
  let last = g();
  return Array.from({ length }, () => {
    last = rho * last + Math.sqrt(1 - rho * rho) * g();
    return last;
  });
}

/** exp(½ z), centred and scaled: the long tail of sums of money. */
function lognormal(g) {
  const variance = Math.exp(0.25);
  return (Math.exp(0.5 * g()) - Math.exp(0.125)) / Math.sqrt((variance - 1) * variance);
}

/** Student's t, scaled to standard deviation one. */
function student(g, degrees) {
  let squares = 0;
  for (let i = 0; i < degrees; i++) squares += g() ** 2;
  return (g() / Math.sqrt(squares / degrees)) * Math.sqrt((degrees - 2) / degrees);
}
