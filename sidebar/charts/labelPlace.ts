/** A point of a chart, in pixels. */
export interface PixelPoint {
  x: number;
  y: number;
}

/** Where a line's label goes. */
export interface LabelPlace {
  x: number;
  /** Baseline of the text. */
  y: number;
  anchor: 'start' | 'end';
}

const ABOVE = 3.5;
const BELOW = 10.5;
const TEXT_HEIGHT = 10;
const CHARACTER = 5.4;

/**
 * Finds the end of a level line at which its label covers the fewest figures: left or right, above or below it.
 *
 * @param text    the label
 * @param height  y of the line
 * @param area    the drawing area
 * @param lines   the figures as drawn, a list of points for each unbroken line
 * @returns       the first of the best places, in the order right above, right below, left above, left below
 */
export function labelPlace(
  text: string,
  height: number,
  area: { left: number; right: number; top: number; bottom: number },
  lines: PixelPoint[][],
): LabelPlace {
  const width = text.length * CHARACTER;
  const places: LabelPlace[] = [
    { x: area.right - 2, y: height - ABOVE, anchor: 'end' },
    { x: area.right - 2, y: height + BELOW, anchor: 'end' },
    { x: area.left + 3, y: height - ABOVE, anchor: 'start' },
    { x: area.left + 3, y: height + BELOW, anchor: 'start' },
  ];
  const drawn = lines.flatMap(alongLine);
  const covered = (place: LabelPlace) => {
    if (place.y - TEXT_HEIGHT < area.top || place.y > area.bottom) return Number.POSITIVE_INFINITY;
    const start = place.anchor === 'end' ? place.x - width : place.x;
    return drawn.filter(
      ({ x, y }) => x > start - 4 && x < start + width + 4 && y > place.y - TEXT_HEIGHT - 2 && y < place.y + 4,
    ).length;
  };
  return places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
}

/** The points of a line, and three between each and the next: a label must not be on a steep piece either. */
function alongLine(line: PixelPoint[]): PixelPoint[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (!next) return [point];
    return [0, 0.25, 0.5, 0.75].map(part => ({
      x: point.x + part * (next.x - point.x),
      y: point.y + part * (next.y - point.y),
    }));
  });
}
