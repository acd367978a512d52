/**
 * A number of things: "1 week", "3 weeks", "no weeks".
 *
 * @param count  how many
 * @param one    the word for one of them
 * @param many   the word for several, where an s is not enough
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

/**
 * Things one after the other: "Deals", "Deals and Churn", "Deals, Churn and Leads".
 *
 * @param things  in their order
 * @param last    the word before the last one: "and", "or"
 */
export function listed(things: readonly string[], last = 'and'): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} ${last} ${things[things.length - 1]}`;
}

/** A text with its first letter in upper case, as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
