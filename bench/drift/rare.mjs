import { normal, RARE, uniform } from '../noise.mjs';
import { percent } from './report.mjs';

const HISTORIES = [12, 24, 36];
const YEAR = 12;
const RARER_THAN = [10, 20, 50, 100];

/** Rare events and shares near one: what is raised where nothing changed, what is said of it, and what is found where it did. */
export function rare({ driftChanges }, { heading, print, table }, { series, seed }) {
  const worse = ({ values, counts }) =>
    driftChanges(values, { better: 'lower', ...(counts && { counts }) }).filter(change => change.direction === 'up');
  const unchanged = Object.keys(RARE).map(name => [
    name,
    HISTORIES.map(history => {
      const make = RARE[name](normal(seed + 300 + history));
      return Array.from({ length: series }, () => worse(make(history + YEAR)).filter(c => c.index >= history));
    }),
  ]);

  heading('Rare events and shares near one: adverse false alarms in a year of twelve reviews, %');
  table(
    ['events', ...HISTORIES.map(history => `history ${history}`)],
    unchanged.map(([name, cells]) => [
      name,
      ...cells.map(years => percent(years.filter(changes => changes.length > 0).length / series)),
    ]),
  );

  heading(
    'Rare events, how sure an alert says it is: years with an adverse alert that says "once in N years or rarer", of KPIs that never changed, %: when it is raised / when it has been confirmed by the end of the year',
  );
  table(
    ['events', 'history', ...RARER_THAN.map(years => `N = ${years}: at most ${percent(1 / years)}`)],
    unchanged.flatMap(([name, cells]) =>
      cells.map((years, i) => [
        name,
        HISTORIES[i],
        ...RARER_THAN.map(atLeast => {
          const share = test => percent(years.filter(changes => changes.some(test)).length / series);
          return `${share(c => c.years >= atLeast)} / ${share(c => c.surest >= atLeast)}`;
        }),
      ]),
    ),
  );

  heading('Rare events that come more often from a random month on: found within 6 / within 12 months, %');
  const changed = Object.keys(RARE).filter(name => !/30/.test(name));
  table(
    ['events', 'times', ...HISTORIES.map(history => `history ${history}`)],
    changed.flatMap(name =>
      [5, 10].map(times => [name, times, ...HISTORIES.map(history => found(name, times, history))]),
    ),
  );
  print('');

  function found(name, times, history) {
    const make = RARE[name](normal(seed + 7000 + history));
    const next = uniform(seed + 78);
    const count = Math.ceil(series / 4);
    const within = [0, 0];
    let watched = 0;
    for (let s = 0; s < count; s++) {
      const start = history + Math.floor(next() * 6);
      const changes = worse(make(history + 6 + YEAR, i => (i < start ? 1 : times)));
      if (changes.some(c => c.index < start && (!c.over || c.over.index >= start))) continue;
      watched++;
      [6, 12].forEach((months, i) => {
        if (changes.some(c => c.index >= start && c.index < start + months)) within[i]++;
      });
    }
    return within.map(hits => percent(hits / watched)).join(' / ');
  }
}
