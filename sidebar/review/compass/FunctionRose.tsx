import type { JSX } from 'preact';
import type { CompassFunction } from '../../../src/review/compass/types';
import { movementOf } from '../../../src/review/score/movement';
import type { CoherenceReview, Review } from '../../../src/review/types';
import { toTenths as at } from '../../charts/scale';
import { figuresIn } from '../../words/figure';
import { functionsText } from './compassText';
import { around, labelLines, type Point, sector } from './geometry';

const WIDTH = 280;
const HEIGHT = 226;
const CENTRE: Point = { x: WIDTH / 2, y: HEIGHT / 2 };
/** The middle is kept for whether they move together; the scores begin at its edge. */
const HUB = 15;
const FULL = 68;
/** Arrows and names are around the circle. */
const ARROW = FULL + 10;
const NAME = FULL + 24;
/** So many have room for their names; more are numbered, as in the list beside. */
export const NAMED = 6;
/** Sectors narrower than this would be lines. */
const MOST = 24;
/** A number needs so much of the circle. */
const NUMBERED = 0.03;
const LETTERS = 10;

/** The functions that have a place in the circle: those with a weight, the heaviest of very many. */
export function drawnFunctions(functions: readonly CompassFunction[]): CompassFunction[] {
  const weighing = functions.filter(({ share }) => share > 0);
  if (weighing.length <= MOST) return weighing;
  const heaviest = new Set([...weighing].sort((one, other) => other.share - one.share).slice(0, MOST));
  return weighing.filter(one => heaviest.has(one));
}

/**
 * The business functions as sectors of a circle: as wide as their weight, filled as far as their score, an arrow outward
 * where they improve and inward where they worsen; in the middle, whether they move together.
 */
export function FunctionRose({ review }: { review: Review }): JSX.Element | null {
  const functions = drawnFunctions(review.compass.functions);
  if (functions.length === 0) return null;
  const text = functionsText(review);
  const all = functions.reduce((sum, { share }) => sum + share, 0);
  let turn = 0;
  const sectors = functions.map((one, index) => {
    const from = turn;
    turn += one.share / all;
    return { one, number: index + 1, from, to: turn };
  });
  const radiusOf = (score: number) => HUB + ((FULL - HUB) * score) / 100;
  return (
    <svg class="compass-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{text.title}</title>
      <desc>{text.description}</desc>
      {sectors.map(({ one, from, to }) => (
        <g key={one.name}>
          <path
            class={one.score === null ? 'compass-unknown' : 'compass-ground'}
            d={sector(CENTRE, [HUB, FULL], [from, to])}
          />
          {one.score !== null && one.score > 0 && (
            <path class="compass-score" d={sector(CENTRE, [HUB, radiusOf(one.score)], [from, to])} />
          )}
        </g>
      ))}
      <circle class="compass-half" cx={CENTRE.x} cy={CENTRE.y} r={radiusOf(50)} />
      {sectors.length > 1 &&
        sectors.map(({ one, from }) => {
          const [a, b] = [around(CENTRE, HUB, from), around(CENTRE, FULL, from)];
          return <path key={one.name} class="compass-edge" d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />;
        })}
      {sectors.map(({ one, number, from, to }) => (
        <g key={one.name}>
          {(to - from >= NUMBERED || functions.length <= NAMED) && (
            <Movement momentum={one.momentum} turn={(from + to) / 2} />
          )}
          {functions.length <= NAMED ? (
            <Name of={one} turn={(from + to) / 2} />
          ) : (
            to - from >= NUMBERED && <NumberLabel number={number} turn={(from + to) / 2} />
          )}
        </g>
      ))}
      <Together verdict={review.coherence.verdict} />
    </svg>
  );
}

/** An arrow outward, inward, a dash, or a question mark: shape as well as colour says which way it goes. */
function Movement({ momentum, turn }: { momentum: number | null; turn: number }): JSX.Element {
  const { x, y } = around(CENTRE, ARROW, turn);
  if (momentum === null)
    return (
      <text class="compass-label" x={x} y={at(y + 3.5)} text-anchor="middle">
        ?
      </text>
    );
  const movement = movementOf(momentum);
  const outward = `translate(${x} ${y}) rotate(${at(turn * 360)})`;
  if (movement === 'hardly moving') return <path class="compass-still" transform={outward} d="M-4 0H4" />;
  // The further it has moved, up to ten times routine variation, the longer the arrow.
  const length = at(5 + Math.min(Math.abs(momentum), 10) / 2.5);
  return movement === 'improving' ? (
    <path class="compass-better" transform={outward} d={`M0 ${-length}L5 ${at(length / 2)}H-5z`} />
  ) : (
    <path class="compass-worse" transform={outward} d={`M0 ${length}L5 ${at(-length / 2)}H-5z`} />
  );
}

/** A function's name and score beside its sector. */
function Name({ of: { name, score }, turn }: { of: CompassFunction; turn: number }): JSX.Element {
  const place = around(CENTRE, NAME, turn);
  const across = place.x - CENTRE.x;
  const lines = labelLines(name, Math.abs(across) < 30 ? 2 * LETTERS : LETTERS);
  const texts = [...lines, score === null ? 'not scored' : figuresIn('0')(score)];
  const anchor = Math.abs(across) < 30 ? 'middle' : across > 0 ? 'start' : 'end';
  // Above the circle the lines end at the place, below it they begin there.
  const up = (CENTRE.y + NAME - place.y) / (2 * NAME);
  const top = place.y + 8 - up * (texts.length - 1) * 12;
  return (
    <text class="compass-label" text-anchor={anchor}>
      {texts.map((line, index) => (
        <tspan
          // The lines of a label have no other identity than their place.
          key={index}
          class={index === texts.length - 1 ? 'compass-figure' : undefined}
          x={place.x}
          y={at(top + index * 12)}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

function NumberLabel({ number, turn }: { number: number; turn: number }): JSX.Element {
  const { x, y } = around(CENTRE, NAME, turn);
  return (
    <text class="compass-label" x={x} y={at(y + 3.5)} text-anchor="middle">
      {number}
    </text>
  );
}

/** What is drawn in the middle: both arrows where functions pull apart, a dash where nothing moves. */
const MIDDLE: Record<CoherenceReview['verdict'], { up?: boolean; down?: boolean; text?: string }> = {
  'improving together': { up: true },
  'worsening together': { down: true },
  improving: { up: true },
  worsening: { down: true },
  'pulling apart': { up: true, down: true },
  steady: { text: '–' },
  'too early to tell': { text: '?' },
};

function Together({ verdict }: { verdict: CoherenceReview['verdict'] }): JSX.Element {
  const { up, down, text } = MIDDLE[verdict];
  const arrow = (head: number, class_: string, x: number) => (
    <path class={class_} d={`M${x} ${CENTRE.y + head}l4.5 ${-head}h-3v${-head}h-3v${head}h-3z`} />
  );
  const both = up && down ? 5 : 0;
  return (
    <g>
      <circle class="compass-hub" cx={CENTRE.x} cy={CENTRE.y} r={HUB} />
      {up && arrow(-9, 'compass-better', CENTRE.x - both)}
      {down && arrow(9, 'compass-worse', CENTRE.x + both)}
      {text && (
        <text class="compass-middle" x={CENTRE.x} y={CENTRE.y + 5} text-anchor="middle">
          {text}
        </text>
      )}
    </g>
  );
}
