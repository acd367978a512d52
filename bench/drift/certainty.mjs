import { NOISES, normal } from '../noise.mjs';
import { percent } from './report.mjs';

const HISTORIES = [12, 24, 36];
const YEAR = 12;
const RARER_THAN = [10, 20, 50, 100];

/** Whether what an alert says of its certainty is true: how often those come that say "once in N years or rarer". */
export function certainty({ driftChanges }, { heading, print, table }, { series, seed }) {
  heading(
    'How sure an alert says it is: years with an adverse alert that says "once in N years or rarer", of KPIs that never changed, %: when it is raised / when it has been confirmed by the end of the year',
  );
  print('What is said is true where a cell is at most 100 / N; at lag-1 0.6 twice as many are promised.\n');
  const rows = ['normal', 'lag-1 0.3', 'lognormal up', 'lag-1 0.6'].flatMap(name =>
    HISTORIES.map(history => [name, history, ...shares(name, history)]),
  );
  table(['noise', 'history', ...RARER_THAN.map(years => `N = ${years}: at most ${percent(1 / years)}`)], rows);

  function shares(name, history) {
    const make = NOISES[name](normal(seed + 9000 + history));
    const years = Array.from({ length: series }, () =>
      driftChanges(make(history + YEAR), { better: 'lower' }).filter(c => c.direction === 'up' && c.index >= history),
    );
    return RARER_THAN.map(rare => {
      const share = test => percent(years.filter(changes => changes.some(test)).length / series);
      return `${share(c => c.years >= rare)} / ${share(c => c.surest >= rare)}`;
    });
  }
}
