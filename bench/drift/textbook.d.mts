/** What textbook rules say at each period; see textbook.mjs. */
export function textbook(figures: readonly number[]): Record<string, boolean[]>;
