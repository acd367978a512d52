/**
 * A number of things, in words.
 *
 * @param count  how many
 * @param one    the word for one of them
 * @param many   the word for several, where an s is not enough
 * @returns      "no alerts", "1 alert", "12 alerts"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}
