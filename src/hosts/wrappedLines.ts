/** How many lines a text takes, broken between words; a bold letter counts as a digit, as widths do. */
export function wrappedLines(text: string, width: number): number {
  let [lines, filled] = [1, 0];
  for (const word of text.split(' ')) {
    const wanted = filled === 0 ? word.length : filled + 1 + word.length;
    if (filled > 0 && wanted > width) lines += 1;
    filled = filled > 0 && wanted > width ? word.length : wanted;
  }
  return lines;
}
