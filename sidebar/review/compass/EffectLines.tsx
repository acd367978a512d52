import type { JSX } from 'preact';
import type { Effect, EffectScale } from '../../../src/review/types';
import { toTenths as at } from '../../charts/scale';

const WIDTH = 280;
const HEIGHT = 12;
const EDGE = 6;

/** The five effects, each as a place on a line whose right end is the good one, or what it would need to be known. */
export function EffectLines({ effects }: { effects: Effect[] }): JSX.Element {
  return (
    <ul class="effect-lines">
      {effects.map(({ name, title, scale, sentence, needs }) => (
        <li key={name}>
          <h4>{title}</h4>
          <EffectLine scale={scale} />
          {scale && (
            <p class="ends" aria-hidden="true">
              <span>{scale.poor}</span>
              <span>{scale.good}</span>
            </p>
          )}
          <p>{sentence === '' ? `Not yet known. Needs: ${needs}` : sentence}</p>
        </li>
      ))}
    </ul>
  );
}

/** The sentence under it says what it shows. */
function EffectLine({ scale }: { scale: EffectScale | null }): JSX.Element {
  const middle = HEIGHT / 2;
  return (
    <svg class="compass-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class={scale ? 'compass-line' : 'compass-unknown'} d={`M${EDGE} ${middle}H${WIDTH - EDGE}`} />
      {scale && <circle class="compass-dot" cx={at(EDGE + scale.at * (WIDTH - 2 * EDGE))} cy={middle} r={5} />}
    </svg>
  );
}
