import type { JSX } from 'preact';
import type { Chart } from '../../src/review/types';
import { figuresIn } from '../words/figure';

/**
 * The figures behind a chart as a table, newest first.
 *
 * @param props  the chart and what it is of
 * @returns      a closed disclosure with the table and the chart's key in it
 */
export function ChartTable({ chart, name }: { chart: Chart; name: string }): JSX.Element {
  const figure = figuresIn(chart.format);
  const counted = new Set(chart.points);
  const rows = chart.periods.map((period, index) => ({ period, index, value: chart.values[index] ?? null })).reverse();
  return (
    <details class="figures">
      <summary>
        Figures and how to read the chart<span class="hidden-text"> of {name}</span>
      </summary>
      <ul class="key">
        <li>The line is the centre, the shaded band the normal range.</li>
        {chart.season !== null && <li>Line and band follow the season: they show what is normal in each period.</li>}
        <li>A diamond marks a figure that counts as evidence; the dashed line is the target.</li>
        <li>A point inside the band needs no explanation: figures move that much on their own.</li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group, and no fieldset; a section would be a landmark for each chart */}
      <div class="scroll" role="group" tabIndex={0} aria-label={`Figures of ${name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                {name}
              </th>
              <th scope="col">Counts</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ period, index, value }) => (
              <tr key={period.date}>
                <th scope="row">{period.label}</th>
                <td class="number">{value === null ? 'no figure' : figure(value)}</td>
                <td>{counted.has(index) ? 'yes' : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
