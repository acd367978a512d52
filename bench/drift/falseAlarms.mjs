import { NOISES, normal } from '../noise.mjs';
import { percent } from './report.mjs';

const HISTORIES = [6, 12, 24, 36];
const YEAR = 12;
/** Noises without a first year that could prove their season. */
const needsHistory = name => name.startsWith('season');

/** False alarms of a KPI that has not changed: adverse is upward. */
export function falseAlarms({ driftChanges }, { heading, print, table }, { series, seed }) {
  const raised = (values, options) =>
    driftChanges(values, { better: 'lower', ...options }).filter(change => change.direction === 'up');
  const year = (name, history) => {
    const make = NOISES[name](normal(seed + history));
    const seen = Array.from({ length: series }, () => raised(make(history + YEAR)));
    const share = test => percent(seen.filter(changes => changes.some(test)).length / series);
    return [
      share(c => c.index >= history),
      share(c => c.index >= history && c.rule === 'spike'),
      share(c => !c.over),
    ].join(' / ');
  };

  heading(
    'False alarms in a year of twelve reviews, adverse side, %: any / of these spikes / open at the end of the year',
  );
  table(
    ['noise', ...HISTORIES.map(history => `history ${history}`)],
    Object.keys(NOISES).map(name => [
      name,
      ...HISTORIES.map(history => (needsHistory(name) && history < 36 ? '' : year(name, history))),
    ]),
  );

  heading('The same for a level that moved by 2 σ at the twelfth period and was accepted in the twentieth, history 24');
  table(
    ['noise', 'any / open'],
    ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up'].map(name => {
      const make = NOISES[name](normal(seed));
      let [loud, open] = [0, 0];
      for (let s = 0; s < series; s++) {
        const values = make(24 + YEAR).map((value, i) => value + (i >= 12 ? 2 : 0));
        const from = raised(values.slice(0, 20)).pop()?.since ?? 12;
        const changes = raised(values, { accepted: [{ from, after: 19 }] });
        if (changes.some(c => c.index >= 24)) loud++;
        if (changes.some(c => !c.over)) open++;
      }
      return [name, `${percent(loud / series)} / ${percent(open / series)}`];
    }),
  );

  heading('In range: both directions adverse, half the budget each, history 24');
  table(
    ['noise', 'any direction'],
    ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up'].map(name => {
      const make = NOISES[name](normal(seed));
      const years = Array.from({ length: series }, () => driftChanges(make(24 + YEAR), { better: 'in range' }));
      return [name, percent(years.filter(changes => changes.some(c => c.index >= 24)).length / series)];
    }),
  );

  heading(
    'Workbooks in which nothing changed, history 24: adverse alarm in a year / open in a first look, % of workbooks',
  );
  table(
    ['KPIs', 'budget a KPI, %', 'normal', 'lag-1 0.3'],
    [1, 12, 60].map(kpis => {
      const falseAlarms = Math.min(0.1, 1 - 0.5 ** (1 / kpis));
      const cells = ['normal', 'lag-1 0.3'].map(name => {
        const make = NOISES[name](normal(seed + kpis));
        const workbooks = Math.max(200, Math.round(series / kpis));
        let [loud, open] = [0, 0];
        for (let w = 0; w < workbooks; w++) {
          const changes = Array.from({ length: kpis }, () => raised(make(24 + YEAR), { falseAlarms })).flat();
          if (changes.some(c => c.index >= 24)) loud++;
          if (changes.some(c => !c.over)) open++;
        }
        return `${percent(loud / workbooks)} / ${percent(open / workbooks)}`;
      });
      return [kpis, percent(falseAlarms), ...cells];
    }),
  );

  heading('Other cadences, normal noise and lag-1 0.3, budget 10 % a calendar year');
  table(
    ['reviews a year', 'history', 'normal', 'lag-1 0.3'],
    [4, 52].map(reviews => {
      const history = reviews === 4 ? 12 : 60;
      const cells = ['normal', 'lag-1 0.3'].map(name => {
        const make = NOISES[name](normal(seed + reviews));
        const count = Math.round(series / (reviews === 4 ? 1 : 4));
        let loud = 0;
        for (let s = 0; s < count; s++)
          if (raised(make(history + reviews), { reviews, season: 1 }).some(c => c.index >= history)) loud++;
        return percent(loud / count);
      });
      return [reviews, history, ...cells];
    }),
  );
  print('');
}
