/** Names read before: where a workbook is read, each is compared with each of the others. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** A name as it is compared: trimmed, single spaces, without case. */
export function plainName(text: unknown): string {
  if (typeof text === 'number') return String(text);
  if (typeof text !== 'string') return '';
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, plain);
  return plain;
}

/** Whether two names mean the same to a person. */
export function sameName(one: unknown, other: unknown): boolean {
  return one === other || plainName(one) === plainName(other);
}

/**
 * The name that was probably meant: the nearest one, if it is near.
 *
 * @param text   what was written
 * @param names  what can be meant
 * @returns      the nearest name that at most a third of the letters keep apart, two letters at least; or null
 */
export function nearestName(text: string, names: string[]): string | null {
  const written = plainName(text);
  const [best] = names
    .map(name => ({ name, apart: editDistance(written, plainName(name)) }))
    .sort((a, b) => a.apart - b.apart);
  if (!best || written === '') return null;
  return best.apart <= Math.max(2, Math.floor(best.name.length / 3)) && best.apart < written.length ? best.name : null;
}

/** ", did you mean Tickets?" for a message, or nothing where no name is near. */
export function didYouMean(text: string, names: string[]): string {
  const near = nearestName(text, names);
  return near === null ? '' : `; did you mean ${near}?`;
}

/**
 * How many letters must be changed, added or left out to make one word the other.
 *
 * @source  Levenshtein 1966; computed row by row (Wagner & Fischer 1974)
 */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
