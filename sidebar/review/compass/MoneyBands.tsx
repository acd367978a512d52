import type { JSX } from 'preact';
import type { CompassGoal } from '../../../src/review/compass/types';
import type { Review } from '../../../src/review/types';
import { toTenths as at } from '../../charts/scale';
import { moneyText } from './compassText';
import { shortened } from './geometry';

const WIDTH = 280;
const BAND = 18;
const WEIGHT = 14;
const MONEY = 66;
const HEIGHT = 100;
/** Average width of a letter at the drawing's font size. */
const LETTER = 5.8;

/** A goal as a part of a band: where it begins and ends, 0 to 1. */
interface Part {
  goal: CompassGoal;
  number: number;
  from: number;
  to: number;
}

/** Every goal that is compared, one after the other, as long as its share. */
function partsOf(goals: readonly CompassGoal[], shareOf: (goal: CompassGoal) => number | null): Part[] {
  let end = 0;
  return goals.flatMap((goal, index) => {
    const share = shareOf(goal);
    if (share === null) return [];
    const from = end;
    end += share;
    return [{ goal, number: index + 1, from, to: end }];
  });
}

/** The goals twice, as the weights have them and as the money goes; what joins them slants where the two differ. */
export function MoneyBands({ review }: { review: Review }): JSX.Element | null {
  const { goals, gap } = review.compass;
  const weights = partsOf(goals, ({ weight }) => weight);
  const money = partsOf(goals, ({ spend }) => spend);
  if (!weights.some(({ from, to }) => to > from)) return null;
  const text = moneyText(review);
  const x = (share: number) => at(share * WIDTH);
  return (
    <svg class="compass-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{text.title}</title>
      <desc>{text.description}</desc>
      {weights.map(({ goal, from, to }) => {
        const spent = money.find(part => part.goal === goal);
        if (!spent || gap === null) return null;
        const d = `M${x(from)} ${WEIGHT + BAND}H${x(to)}L${x(spent.to)} ${MONEY}H${x(spent.from)}z`;
        return <path key={goal.name} class="compass-join" d={d} />;
      })}
      <text class="compass-label" x={0} y={WEIGHT - 4}>
        Weight of the goals
      </text>
      <text class="compass-label" x={0} y={MONEY + BAND + 12}>
        {gap === null ? 'Where the money goes is not yet known' : 'Where the money goes'}
      </text>
      <Band parts={weights} y={WEIGHT} x={x} />
      {gap === null ? (
        <path class="compass-unknown" d={`M0.5 ${MONEY}H${WIDTH - 0.5}v${BAND}H0.5z`} />
      ) : (
        <Band parts={money} y={MONEY} x={x} />
      )}
    </svg>
  );
}

function Band({ parts, y, x }: { parts: Part[]; y: number; x: (share: number) => number }): JSX.Element {
  return (
    <g>
      {parts.map(({ goal, number, from, to }) => {
        const width = (to - from) * WIDTH;
        const letters = Math.floor((width - 6) / LETTER);
        const name = `${number} ${goal.name}`;
        const said = letters >= 6 ? shortened(name, letters) : letters >= String(number).length ? String(number) : '';
        return (
          <g key={goal.name}>
            {width > 0 && <path class="compass-goal" d={`M${x(from)} ${y}H${x(to)}v${BAND}H${x(from)}z`} />}
            {said !== '' && (
              <text class="compass-label" x={at(x(from) + 4)} y={y + 13}>
                {said}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
