/** How people write that there is no figure: "n/a", "-", "tbd". */
const NOTHING =
  /^\s*(n\.?\s?\/?a\.?|-+|[–—]+|\?+|\.{2,}|…|t\.?b\.?[acd]\.?|none|nil|null|nan|unknown|pending|missing|no data|not (yet )?(available|known)|k\.?\s?a\.?|offen|s\/d|n\.?d\.?|x)\s*$/i;

/**
 * Whether a cell is a word for nothing: it counts as blank.
 *
 * @param cell  what it holds
 */
export function isWordForNothing(cell: unknown): cell is string {
  return typeof cell === 'string' && NOTHING.test(cell);
}

/**
 * Whether a cell holds something that is neither a figure nor a way to say that there is none.
 *
 * @param cell  what it holds, where a figure is expected
 */
export function isUnreadText(cell: unknown): cell is string | boolean {
  return typeof cell === 'boolean' || (typeof cell === 'string' && cell.trim() !== '' && !isWordForNothing(cell));
}

/** The commonest of them, for formulas, which compare whole texts without case. */
export const WORDS_FOR_NOTHING: readonly string[] = ['-', '–', '—', 'n/a', 'na', 'tbd', 'none', 'pending'];
