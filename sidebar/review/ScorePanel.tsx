import type { ComponentChildren, JSX } from 'preact';
import { listed } from '../../src/cells/english';
import type { Chart, Review, ScoreReview } from '../../src/review/types';
import { Sparkline } from '../charts/Sparkline';
import { figuresIn } from '../words/figure';
import { changeOfScore } from './WhereWeStand';

/** The alignment score, how firm it is and where it came from, what each business function costs, and whether they move together. */
export function ScorePanel({ review, children }: { review: Review; children?: ComponentChildren }): JSX.Element {
  const { score, targets, functions, leftOut, firmness, history } = review.score;
  const { coherence } = review;
  const points = figuresIn('0.#');
  const change = changeOfScore(review);

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
          {change !== '' && <span class="line">{change}</span>}
        </p>
      )}
      {targets.sentence !== '' && <p data-targets>{targets.sentence}</p>}
      {targets.beyondSentence !== '' && <p class="meta">{targets.beyondSentence}</p>}
      {children}
      {firmness && <p>{firmness.sentence}</p>}
      <ScoreHistory history={history} />
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
      {coherence.sentence !== '' && <p>{coherence.sentence}</p>}
      {leftOut.length > 0 && (
        <details>
          <summary>Not in the score: {namesOf(leftOut)}</summary>
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

/** The score of the last closed periods in one small picture; nothing while there is only one to show. */
function ScoreHistory({ history }: { history: ScoreReview['history'] }): JSX.Element | null {
  const scores = history.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length < 2) return null;
  const points = figuresIn('0.#');
  const chart: Chart = {
    periods: history,
    values: history.map(({ score }) => score),
    regimes: [],
    season: null,
    points: [],
    target: null,
    low: null,
    high: null,
    format: '0.#',
  };
  return (
    <figure class="score-history">
      <Sparkline chart={chart} name="Alignment score" />
      <figcaption class="meta">
        {history[0]!.label} to {history[history.length - 1]!.label}, between {points(Math.min(...scores))} and{' '}
        {points(Math.max(...scores))}
      </figcaption>
    </figure>
  );
}

/** So many are named; more are counted. */
const NAMED = 3;

function namesOf(leftOut: ScoreReview['leftOut']): string {
  // A KPI may be called like its business function: one name is enough here.
  const names = [...new Set(leftOut.map(({ name }) => name))];
  return names.length > NAMED ? String(leftOut.length) : listed(names);
}
