import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Review } from '../../../src/review/types';
import { FirstOf } from '../../parts/FirstOf';
import { compassFinding, functionInWords, goalInWords, moneyFinding } from './compassText';
import { EffectLines } from './EffectLines';
import { drawnFunctions, FunctionRose, NAMED } from './FunctionRose';
import { MoneyBands } from './MoneyBands';

/** From this width on there is room for the picture without scrolling past it, in pixels. */
const ROOM = 620;

/**
 * The Compass: functions and goals as one picture, with the words beside it. Its finding is read in the heading; the picture
 * is unfolded where there is room for it.
 */
export function CompassPart({
  review,
  whole,
}: {
  review: Review;
  /** Whether the picture is drawn already; its finding is read before. */
  whole: boolean;
}): JSX.Element {
  const part = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (part.current) part.current.open = part.current.clientWidth >= ROOM;
  }, []);
  return (
    <details class="part compass-part" ref={part}>
      <summary>
        <h2>The Compass</h2>
        <span class="meta line">{compassFinding(review)}</span>
      </summary>
      {whole && (
        <div class="compass-sides">
          <Functions review={review} />
          <Goals review={review} />
          <Side title="Effects on the business">
            <EffectLines effects={review.fiveEffects} />
          </Side>
        </div>
      )}
    </details>
  );
}

function Side({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="compass-side">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Functions({ review }: { review: Review }): JSX.Element {
  const { compass, cadence, coherence } = review;
  const drawn = drawnFunctions(compass.functions);
  const numbers = drawn.length > NAMED ? new Map(drawn.map((one, index) => [one.name, `${index + 1} `])) : new Map();
  return (
    <Side title="Business functions">
      <FunctionRose review={review} />
      <p class="hint">
        As wide as its weight, filled as far as its score. The arrow points out where a function improves, in where it
        worsens. In the middle, all of them:{' '}
        {coherence.verdict === 'too early to tell' ? 'not yet known' : coherence.verdict}.
      </p>
      <FirstOf items={compass.functions} what="functions" first={NAMED} name="listed">
        {one => (
          <li key={one.name}>
            <strong>
              {numbers.get(one.name) ?? ''}
              {one.name}
            </strong>
            : {functionInWords(one, cadence)}
          </li>
        )}
      </FirstOf>
    </Side>
  );
}

function Goals({ review: { compass, fiveEffects }, review }: { review: Review }): JSX.Element {
  const money = fiveEffects.find(({ name }) => name === 'resources');
  return (
    <Side title="Goals and money">
      {compass.goals.length === 0 ? (
        <p>No goals yet. Write them into Compass Strategy, each with its weight and what you spend on it.</p>
      ) : (
        <>
          <MoneyBands review={review} />
          <p>
            {moneyFinding(compass)}
            {compass.gap === null && money && ` Needs: ${money.needs}`}
          </p>
          <FirstOf items={compass.goals} what="goals" first={NAMED} name="listed">
            {(goal, index) => (
              <li key={goal.name}>
                <strong>
                  {index + 1} {goal.name}
                </strong>
                : {goalInWords(goal)}
              </li>
            )}
          </FirstOf>
        </>
      )}
    </Side>
  );
}
