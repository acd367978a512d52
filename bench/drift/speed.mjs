import { performance } from 'node:perf_hooks';
import { NOISES, normal } from '../noise.mjs';
import { workbook } from '../speed/workbook.mjs';
import { textbook } from './textbook.mjs';

/** Milliseconds of each of several ways, by turns, so that a busy machine disturbs all of them: the median of many. */
function times(ways, rounds) {
  const spent = ways.map(() => []);
  for (let round = 0; round < rounds; round++) {
    ways.forEach((way, i) => {
      const from = performance.now();
      way();
      spent[i].push(performance.now() - from);
    });
  }
  return spent.map(list => list.sort((a, b) => a - b)[rounds >> 1].toFixed(2));
}

const KPIS = 60;
/** How long a KPI and a workbook take, beside the textbook rules of this benchmark over the same figures. */
export function speed({ driftSignals, driftBreaks, review }, { heading, table }, { seed }) {
  const make = NOISES.normal(normal(seed));
  const inUnits = values => values.map(value => 100 + 6 * value);
  const [months, days] = [inUnits(make(36)), inUnits(make(10_000))];
  const wave = NOISES['season ±20 %, noise 6 %'](normal(seed))(36);
  const columns = Array.from({ length: KPIS }, () => inUnits(make(36)));
  const snapshot = workbook(columns);
  const told = review(snapshot);
  const judged = told.kpis.filter(kpi => kpi.variation !== 'too early to tell').length;
  if (judged !== KPIS) throw new Error(`${judged} of ${KPIS} KPIs are judged`);
  const last24 = values => Array.from({ length: 24 }, (_, i) => values.slice(0, values.length - 23 + i));
  const work = [
    ['newest verdict of 36 periods: one call, which replays them all', 0.3, 200, () => driftSignals(months), months],
    ['the same with a season', '', 200, () => driftSignals(wave), wave],
    [
      ...['the last 24 verdicts, each a call with what was known then', '', 50],
      ...[() => last24(months).map(known => driftSignals(known)), ...last24(months)],
    ],
    [`review of a workbook of ${KPIS} KPIs, 36 periods`, 40, 15, () => review(snapshot), ...columns],
    ['newest verdict of 10,000 periods', 100, 1, () => driftSignals(days), days],
    ['breaks of 36 periods', '', 100, () => driftBreaks(months), months],
    ['breaks of 10,000 periods', '', 1, () => driftBreaks(days), days],
  ];
  heading('Time, milliseconds: the median of calls that take turns with the textbook rules over the same figures');
  table(
    ['what', 'aim', 'ours', 'textbook rules'],
    work.map(([what, aim, rounds, ours, ...figures]) => [
      ...[what, aim],
      ...times([ours, () => figures.map(textbook)], rounds),
    ]),
  );
}
