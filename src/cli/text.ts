/** A text in lines no wider than `width` characters, broken at spaces; the first line and the others indented. */
export function wrapped(text: string, width: number, indent = '', first = indent): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Rows of texts in columns as wide as their widest cell; the last column is wrapped. */
export function columns(rows: string[][], width: number, indent = '  '): string {
  const count = Math.max(...rows.map(row => row.length));
  const widths = Array.from({ length: count - 1 }, (_, i) => Math.max(...rows.map(row => (row[i] ?? '').length)));
  const before = ' '.repeat(indent.length + widths.reduce((sum, each) => sum + each + 2, 0));
  return rows
    .map(row => {
      const start = widths.map((each, i) => (row[i] ?? '').padEnd(each + 2)).join('');
      return wrapped(row[count - 1] ?? '', width, before, indent + start).trimEnd();
    })
    .join('\n');
}

const CODES = { bold: 1, red: 31, green: 32, yellow: 33, dim: 2 };

/** Text in a terminal's style, where the terminal is to have any. */
export function painted(text: string, style: keyof typeof CODES, color: boolean): string {
  return color ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}
