import { toTenths as at } from '../../charts/scale';

/** A place in a drawing, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A turn of one circle less than this is drawn as an arc; a whole one has no ends to draw it between. */
const WHOLE = 1 - 1e-6;

/**
 * The point at some distance from a centre.
 *
 * @param centre  of the circle
 * @param radius  pixels
 * @param turn    0 to 1, clockwise from the top
 */
export function around(centre: Point, radius: number, turn: number): Point {
  const angle = 2 * Math.PI * (turn - 0.25);
  return { x: at(centre.x + radius * Math.cos(angle)), y: at(centre.y + radius * Math.sin(angle)) };
}

/**
 * The outline of a sector between two radii, as an SVG path.
 *
 * @param centre  of the circle
 * @param radii   inner and outer, pixels
 * @param turns   where it begins and ends, 0 to 1, clockwise from the top
 */
export function sector(centre: Point, [inner, outer]: [number, number], [from, to]: [number, number]): string {
  if (to - from > WHOLE) return ring(centre, inner) + ring(centre, outer);
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b] = [around(centre, outer, from), around(centre, outer, to)];
  const [c, d] = [around(centre, inner, to), around(centre, inner, from)];
  const out = at(outer);
  const within = at(inner);
  return `M${a.x} ${a.y}A${out} ${out} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${within} ${within} 0 ${large} 0 ${d.x} ${d.y}z`;
}

/** A whole circle as a path. */
function ring({ x, y }: Point, radius: number): string {
  const r = at(radius);
  return `M${at(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/**
 * A name in at most two lines of a label, broken between words where that can be.
 *
 * @param name  as the workbook has it
 * @param most  letters a line
 * @returns     one line or two, the last with an ellipsis where more was there
 */
export function labelLines(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.trim().split(/\s+/)) {
    const last = lines[lines.length - 1];
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && lengthOf(joined) <= most) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map(line => shortened(line, most));
  if (lines.length > 2) shown[1] = shortened(`${lines[1]}…${lines[2]}`, Math.min(most, lengthOf(lines[1]!) + 1));
  return shown;
}

/** A text of at most so many letters, with an ellipsis where some were left out. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
