import type { JSX } from 'preact';
import type { Review } from '../../src/review/types';
import { figuresIn } from '../words/figure';

/** The alignment score, what each business function scores, and how many points each one costs. */
export function ScorePanel({ review }: { review: Review }): JSX.Element {
  const { score, functions, leftOut } = review.score;
  const points = figuresIn('0.#');

  return (
    <section class="score" aria-labelledby="score-title">
      <h2 id="score-title">Alignment score</h2>
      {score === null ? (
        <p>Nothing can be scored yet: a score needs a KPI with a target and a recent figure.</p>
      ) : (
        <p class="score-line">
          <strong class="score-figure" data-score={score}>
            {points(score)}
          </strong>
          <span> of 100{review.newest && `, ${review.newest.label}`}</span>
        </p>
      )}
      <ul class="bars">
        {functions.map(entry => (
          <li key={entry.name}>
            <span class="bar-name">{entry.name}</span>
            <span class="bar-figures">
              {entry.score === null ? 'not scored' : points(entry.score)}
              {entry.lost > 0 && <span class="lost">{` costs ${points(entry.lost)} points`}</span>}
            </span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${entry.score ?? 0}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <details>
          <summary>Left out of the score: {leftOut.length}</summary>
          <ul>
            {leftOut.map(entry => (
              <li key={entry.name}>
                {entry.name}: {entry.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
