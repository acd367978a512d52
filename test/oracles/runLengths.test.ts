import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { textbook } from '../../bench/drift/textbook.mjs';
import { needs } from '../tools';
import { draw } from './draw';

const { normal, times } = draw(6);
const asked = needs('Rscript', 'r-base-core r-cran-spc', ['-e', 'library(spc)']) ? test : test.skip;

/** A history from which the rules learn centre 0 and sigma 1 exactly: mean 0, every moving range 1.128. */
const KNOWN = times(12, i => (i % 2 ? -0.564 : 0.564));
/** The rules of the benchmark, as R's package spc is asked about them. */
const CHARTS = { 'CUSUM k 1/2, h 4': 'cusum 4', 'CUSUM k 1/2, h 5': 'cusum 5', 'EWMA .2, L 2.7': 'ewma 2.7' };

/** The average run length of each rule, and the chance that it has alarmed after so many periods, by R's package spc. */
function expected(shift: number, periods: number) {
  const { status, stdout, stderr } = spawnSync('Rscript', [join(__dirname, 'runLengths.R')], {
    input: Object.values(CHARTS)
      .map(chart => `${chart} ${shift} ${periods}\n`)
      .join(''),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const answers = stdout.trim().split('\n');
  return Object.keys(CHARTS).map((rule, i) => {
    const [average, alarmed] = answers[i]!.trim().split(/\s+/).map(Number) as [number, number];
    return { rule, average, alarmed };
  });
}

/** How many periods each rule runs until it alarms, in so many simulated series; Infinity where it never does. */
function simulated(shift: number, periods: number, series: number): Record<string, number[]> {
  const runs: Record<string, number[]> = Object.fromEntries(Object.keys(CHARTS).map(rule => [rule, []]));
  for (let s = 0; s < series; s++) {
    const alarms = textbook([...KNOWN, ...times(periods, () => shift + normal())]);
    for (const rule of Object.keys(CHARTS)) {
      const at = alarms[rule]!.indexOf(true);
      runs[rule]!.push(at < 0 ? Infinity : at - KNOWN.length + 1);
    }
  }
  return runs;
}

/** Standard errors beyond which a simulation is not what it should be: one in 16,000. */
const BEYOND = 4;

// A rule that runs longer than these many periods is one in ten thousand.
asked.each([
  [0.5, 400, 800],
  [1, 100, 2000],
  [2, 40, 2000],
])('CUSUM and EWMA run as long until they find a shift of %d σ as R’s spc says', (shift, periods, series) => {
  const runs = simulated(shift, periods, series);
  for (const { rule, average } of expected(shift, 1)) {
    const mean = runs[rule]!.reduce((a, b) => a + b, 0) / series;
    const deviation = Math.sqrt(runs[rule]!.reduce((sum, run) => sum + (run - mean) ** 2, 0) / series);
    expect(Math.abs(mean - average)).toBeLessThan((BEYOND * deviation) / Math.sqrt(series));
  }
});

asked.each([12, 24])('CUSUM and EWMA raise as many false alarms in %d periods as R’s spc says', periods => {
  const series = 8000;
  const runs = simulated(0, periods, series);
  for (const { rule, alarmed } of expected(0, periods)) {
    const share = runs[rule]!.filter(Number.isFinite).length / series;
    expect(Math.abs(share - alarmed)).toBeLessThan(BEYOND * Math.sqrt((alarmed * (1 - alarmed)) / series));
  }
});
